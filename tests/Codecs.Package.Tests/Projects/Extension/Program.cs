using Codecs;
using Codecs.Protocols;
using Extension;
using Library;

var packet = new IPv4 { TimeToLive = 64, Source = IPv4Address.Parse("192.0.2.1"), Destination = IPv4Address.Parse("192.0.2.2") }
           / new Udp { SourcePort = 50505 }
           / new Envelope()
           / new Position { Latitude = 48.5F, Longitude = 9 };
byte[] bytes = packet.ToArray();
Console.WriteLine(Convert.ToHexString(bytes, 20, bytes.Length - 20));
if (Mine.TryParse(bytes, out var mine) && mine.TryGet(out Envelope envelope) && envelope.TryGet(out Position position))
    Console.WriteLine($"{mine.Present}: {envelope.ChecksumIsValid} {position}");

namespace Extension
{
    /// <summary>Is carried by the library's envelope, which does not know it.</summary>
    [Message, Tag((Kind)7)]
    public readonly partial record struct Position
    {
        public partial float Latitude { get; init; }

        public partial float Longitude { get; init; }
    }

    /// <summary>The layers that this program looks at.</summary>
    [Stack]
    public readonly ref partial struct Mine
    {
        public partial IPv4 IPv4 { get; }

        public partial Udp Udp { get; }

        public partial Envelope Envelope { get; }

        public partial Position Position { get; }
    }
}

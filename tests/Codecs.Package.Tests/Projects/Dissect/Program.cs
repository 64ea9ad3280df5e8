using Codecs;
using Codecs.Capture;
using Codecs.Protocols;

// A line for each TCP segment of a capture.
using var capture = CaptureReader.Open(args[0]);
while (capture.TryRead(out var frame))
{
    if (Packet.TryParse(frame.Data, out var packet) && packet.TryGet(out IPv4 ip) && packet.TryGet(out Tcp tcp))
        Console.WriteLine($"{frame.Number} {ip.Source}:{tcp.SourcePort} > {ip.Destination}:{tcp.DestinationPort} {tcp.Flags}");
}

// And a frame of its own.
var answer = new Ethernet { Destination = MacAddress.Parse("02:00:00:00:00:01"), Source = MacAddress.Parse("02:00:00:00:00:02") }
           / new IPv4 { TimeToLive = 64, Source = IPv4Address.Parse("192.0.2.1"), Destination = IPv4Address.Parse("192.0.2.2") }
           / new Udp { SourcePort = 53, DestinationPort = 4096, Payload = "hello"u8 };
Console.WriteLine(Convert.ToHexString(answer.ToArray()));

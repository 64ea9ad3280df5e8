using System.Runtime.CompilerServices;
using Codecs.Benchmarks.Workloads.Building;
using Codecs.Benchmarks.Workloads.Dns;
using Codecs.Protocols;

namespace Codecs.Benchmarks.Code;

/// <summary>Writing one message, as a user of the library writes it: what the compiler makes of these methods is kept.</summary>
internal static class HotWriting
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int Build(Span<byte> destination, in Segment segment, ReadOnlySpan<byte> payload)
    {
        var packet = new Ethernet { Destination = new(segment.DestinationMac), Source = new(segment.SourceMac) }
            / new IPv4
            {
                Identification = segment.Identification,
                DontFragment = true,
                TimeToLive = segment.TimeToLive,
                Source = new(segment.Source),
                Destination = new(segment.Destination),
            }
            / new Tcp
            {
                SourcePort = segment.SourcePort,
                DestinationPort = segment.DestinationPort,
                SequenceNumber = segment.SequenceNumber,
                AcknowledgmentNumber = segment.AcknowledgmentNumber,
                Flags = (TcpFlags)segment.Flags,
                Window = segment.Window,
                Payload = payload,
            };
        packet.TryWrite(destination, out int written);
        return written;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int Relay(ReadOnlySpan<byte> frame, Span<byte> destination)
    {
        if (!Ethernet.TryParse(frame, out var ethernet) || !ethernet.TryGet(out IPv4 ip))
            return 0;
        var hop = ip with { TimeToLive = (byte)(ip.TimeToLive - 1) };
        hop.TryWrite(destination, out int written);
        return written;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static bool Edit(Span<byte> packet)
    {
        if (!IPv4.TryEdit(packet, out var ip))
            return false;
        ip.TimeToLive--;
        return true;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static bool Translate(Span<byte> packet, IPv4Address source, ushort port)
    {
        if (!IPv4.TryEdit(packet, out var ip) || !Tcp.TryEdit(ip.Payload, out var tcp))
            return false;
        var before = ip.PseudoHeader;
        ip.Source = source;
        tcp.SourcePort = port;
        tcp.UpdateChecksum(before, ip.PseudoHeader);
        return true;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int DnsAnswers(Span<byte> destination, DnsResponse response)
    {
        DnsName question = (ReadOnlySpan<byte>)response.QuestionText, alias = (ReadOnlySpan<byte>)response.AliasText;
        var writer = new DnsMessage.Writer(destination, new DnsMessage { Id = response.Id, IsResponse = true, RecursionDesired = true, RecursionAvailable = true });
        writer.TryAddToQuestions(new DnsQuestion { Name = question, Type = DnsType.A, Class = DnsClass.Internet });
        writer.TryAddToAnswers(new DnsRecord { Name = question, Class = DnsClass.Internet, TimeToLive = response.TimeToLive } / new CnameRecord { CanonicalName = alias });
        for (uint i = 0; i < 2; i++)
            writer.TryAddToAnswers(new DnsRecord { Name = alias, Class = DnsClass.Internet, TimeToLive = response.TimeToLive } / new ARecord { Address = new(response.Address + i) });
        writer.TryAddToAnswers(new DnsRecord { Name = (ReadOnlySpan<byte>)response.DomainText, Class = DnsClass.Internet, TimeToLive = response.TimeToLive }
            / new MxRecord { Preference = response.Preference, Exchange = (ReadOnlySpan<byte>)response.MailServerText });
        writer.TryComplete(out int length);
        return length;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Unmask(Span<byte> payload, uint key)
    {
        var mask = new WebSocketMask(key);
        mask.Apply(payload);
    }
}

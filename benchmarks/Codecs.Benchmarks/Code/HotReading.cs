using System.Runtime.CompilerServices;
using Codecs.Benchmarks.Workloads.Parsing;
using Codecs.Protocols;

namespace Codecs.Benchmarks.Code;

/// <summary>Reading one message, as a user of the library writes it: what the compiler makes of these methods is kept.</summary>
internal static class HotReading
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static uint Chain(ReadOnlySpan<byte> frame) =>
        Ethernet.TryParse(frame, out var ethernet) && ethernet.TryGet(out IPv4 ip) && ip.TryGet(out Tcp tcp) ? GeneratedTcp.Flow(in ip, in tcp) : 0;

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static uint ChainOfNineFields(ReadOnlySpan<byte> frame) =>
        Ethernet.TryParse(frame, out var ethernet) && ethernet.TryGet(out IPv4 ip) && ip.TryGet(out Tcp tcp) ? GeneratedTcp.Flow(in ip, in tcp) + GeneratedTcp.Connection(in tcp) : 0;

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static uint ChainOfAllFields(ReadOnlySpan<byte> frame) =>
        Ethernet.TryParse(frame, out var ethernet) && ethernet.TryGet(out IPv4 ip) && ip.TryGet(out Tcp tcp)
            ? GeneratedTcp.Flow(in ip, in tcp) + GeneratedTcp.Connection(in tcp) + GeneratedTcp.Others(in ethernet, in ip, in tcp)
            : 0;

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static uint PacketTcpOverIPv4(ReadOnlySpan<byte> frame) =>
        Packet.TryParse(frame, out var packet) && packet.TryGet(out IPv4 ip) && packet.TryGet(out Tcp tcp) ? GeneratedTcp.Flow(in ip, in tcp) : 0;

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static uint PacketUdpOverIPv4(ReadOnlySpan<byte> frame) =>
        Packet.TryParse(frame, out var packet) && packet.TryGet(out IPv4 ip) && packet.TryGet(out Udp udp)
            ? Fields.Flow(ip.Source.Value, ip.Destination.Value, udp.SourcePort, udp.DestinationPort, udp.Length)
            : 0;

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static uint PacketTcpOverIPv6(ReadOnlySpan<byte> frame) =>
        Packet.TryParse(frame, out var packet) && packet.TryGet(out IPv6 ip) && packet.TryGet(out Tcp tcp)
            ? Fields.Flow((uint)ip.Source.Value, (uint)ip.Destination.Value, tcp.SourcePort, tcp.DestinationPort, (int)tcp.Flags)
            : 0;

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static uint PacketUdpOverIPv6(ReadOnlySpan<byte> frame) =>
        Packet.TryParse(frame, out var packet) && packet.TryGet(out IPv6 ip) && packet.TryGet(out Udp udp)
            ? Fields.Flow((uint)ip.Source.Value, (uint)ip.Destination.Value, udp.SourcePort, udp.DestinationPort, udp.Length)
            : 0;

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static uint PropertiesTcpOverIPv4(ReadOnlySpan<byte> frame) =>
        Packet.TryParse(frame, out var packet) && packet.Present.HasFlag(Packet.Layers.IPv4 | Packet.Layers.Tcp)
            ? Fields.Flow(packet.IPv4.Source.Value, packet.IPv4.Destination.Value, packet.Tcp.SourcePort, packet.Tcp.DestinationPort, (int)packet.Tcp.Flags)
            : 0;

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static uint PropertiesUdpOverIPv6(ReadOnlySpan<byte> frame) =>
        Packet.TryParse(frame, out var packet) && packet.Present.HasFlag(Packet.Layers.IPv6 | Packet.Layers.Udp)
            ? Fields.Flow((uint)packet.IPv6.Source.Value, (uint)packet.IPv6.Destination.Value, packet.Udp.SourcePort, packet.Udp.DestinationPort, packet.Udp.Length)
            : 0;

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static uint PropertiesVlan(ReadOnlySpan<byte> frame) =>
        Packet.TryParse(frame, out var packet) && packet.Present.HasFlag(Packet.Layers.Vlan | Packet.Layers.IPv4 | Packet.Layers.Tcp)
            ? Fields.Flow(packet.IPv4.Source.Value, packet.IPv4.Destination.Value, packet.Tcp.SourcePort, packet.Tcp.DestinationPort, packet.Vlan.VlanIdentifier)
            : 0;

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static uint Dns(ReadOnlySpan<byte> message)
    {
        if (!DnsMessage.TryParse(message, out var dns))
            return 0;
        uint sum = dns.Id;
        foreach (var record in dns.Answers)
            sum += (uint)record.Type + record.TimeToLive.Seconds;
        return sum;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static uint DnsOnce(ReadOnlySpan<byte> message)
    {
        var reader = new DnsMessage.Reader(message);
        uint sum = reader.Id;
        while (reader.TryReadFromAnswers(out var record))
            sum += (uint)record.Type + record.TimeToLive.Seconds;
        return reader.Complete() ? sum : 0;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static uint SmtpCommandLine(ReadOnlySpan<byte> line) =>
        SmtpCommand.TryParse(line, out var command) ? (uint)command.Verb.Value + (uint)command.Arguments.Length : 0;

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static uint SmtpReply(ReadOnlySpan<byte> line) => SmtpReplyLine.TryParse(line, out var reply) ? (uint)reply.Code + (uint)reply.Text.Length : 0;

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static uint FtpReply(ReadOnlySpan<byte> line) => FtpReplyLine.TryParse(line, out var reply) ? (uint)reply.Code + (uint)reply.Text.Length : 0;

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static uint WebSocket(ReadOnlySpan<byte> source) =>
        WebSocketFrame.TryParse(source, out var frame) ? (uint)frame.Opcode + frame.MaskingKey.GetValueOrDefault() + (uint)frame.Payload.Length : 0;

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static uint Checksum(ReadOnlySpan<byte> bytes) => InternetChecksum.Compute(bytes);
}

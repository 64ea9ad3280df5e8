using Codecs.Benchmarks.Workloads;
using Codecs.Benchmarks.Workloads.Building;
using Codecs.Benchmarks.Workloads.Dns;
using Codecs.Benchmarks.Workloads.Lines;
using Codecs.Benchmarks.Workloads.WebSocket;
using Codecs.Pipelines;
using Codecs.Protocols;

namespace Codecs.Benchmarks.Code;

/// <summary>The paths whose code is kept, with data for them.</summary>
internal static class HotPaths
{
    /// <summary>How much data there is for each.</summary>
    public const int Data = 64;

    private const int LongestOutput = 2048;
    private const int LineBytes = 1024;

    public static HotPath[] All { get; } = [.. Reading(), .. Stacks(), .. Lines(), .. Writing(), .. Streams()];

    private static IEnumerable<HotPath> Reading()
    {
        byte[][] frames = PacketData.TcpPackets(Data, hasOptions: true), messages = DnsData.Messages(Data), webSocket = [.. Enumerable.Range(0, Data).Select(i => FrameData.Small(1, i))];
        byte[] bytes = new byte[1500];
        new Random(1071).NextBytes(bytes);
        yield return new("chain, 5 fields", i => HotReading.Chain(frames[i]));
        yield return new("chain, 9 fields", i => HotReading.ChainOfNineFields(frames[i]));
        yield return new("chain, all fields", i => HotReading.ChainOfAllFields(frames[i]));
        yield return new("DNS", i => HotReading.Dns(messages[i]));
        yield return new("DNS in one pass", i => HotReading.DnsOnce(messages[i]));
        yield return new("WebSocket frame", i => HotReading.WebSocket(webSocket[i]));
        yield return new("checksum of 20 to 83 bytes", i => HotReading.Checksum(bytes.AsSpan(0, 20 + i)));
        yield return new("checksum of 1,500 bytes", i => HotReading.Checksum(bytes));
    }

    private static IEnumerable<HotPath> Stacks()
    {
        byte[][] tcp = StackData.Frames(FrameStack.Tcp, Data), udp = StackData.Frames(FrameStack.Udp, Data);
        byte[][] tcp6 = StackData.Frames(FrameStack.IPv6, Data), udp6 = StackData.Frames(FrameStack.IPv6 | FrameStack.Udp, Data);
        byte[][] tagged = StackData.Frames(FrameStack.Vlan, Data), taggedUdp = StackData.Frames(FrameStack.Vlan | FrameStack.Udp, Data);
        yield return new("Packet, TCP over IPv4", i => HotReading.PacketTcpOverIPv4(tcp[i]));
        yield return new("Packet, UDP over IPv4", i => HotReading.PacketUdpOverIPv4(udp[i]));
        yield return new("Packet, TCP over IPv6", i => HotReading.PacketTcpOverIPv6(tcp6[i]));
        yield return new("Packet, UDP over IPv6", i => HotReading.PacketUdpOverIPv6(udp6[i]));
        yield return new("Packet, TCP over IPv4 in a VLAN", i => HotReading.PacketTcpOverIPv4(tagged[i]));
        yield return new("Packet, UDP over IPv4 in a VLAN", i => HotReading.PacketUdpOverIPv4(taggedUdp[i]));
        yield return new("Packet properties, TCP over IPv4", i => HotReading.PropertiesTcpOverIPv4(tcp[i]));
        yield return new("Packet properties, UDP over IPv6", i => HotReading.PropertiesUdpOverIPv6(udp6[i]));
        yield return new("Packet properties, VLAN", i => HotReading.PropertiesVlan(tagged[i]));
    }

    private static IEnumerable<HotPath> Lines()
    {
        byte[][] commands = Split(LineData.Commands(Data)), smtp = Split(LineData.SmtpReplies(Data)), ftp = Split(LineData.FtpReplies(Data));
        yield return new("SMTP command", i => HotReading.SmtpCommandLine(commands[i]));
        yield return new("SMTP reply", i => HotReading.SmtpReply(smtp[i]));
        yield return new("FTP reply", i => HotReading.FtpReply(ftp[i]));
    }

    private static IEnumerable<HotPath> Writing()
    {
        var segments = Segment.Make(Data);
        byte[][] frames = PacketData.TcpPackets(Data, hasOptions: true);
        var responses = DnsData.Responses(Data);
        byte[] payload = new byte[512], output = new byte[LongestOutput];
        yield return new("ethernet / ip / tcp, no data", i => HotWriting.Build(output, in segments[i], default));
        yield return new("ethernet / ip / tcp, 512 bytes", i => HotWriting.Build(output, in segments[i], payload));
        yield return new("relay, with", i => HotWriting.Relay(frames[i], output));
        yield return new("edit in place", i => HotWriting.Edit(frames[i].AsSpan(14)));
        yield return new("address translation in place", i => HotWriting.Translate(frames[i].AsSpan(14), new IPv4Address((uint)i), 4000));
        yield return new("DNS response, written", i => HotWriting.DnsAnswers(output, responses[i]));
        yield return new("unmask", i => HotWriting.Unmask(payload.AsSpan(i), (uint)i));
    }

    private static IEnumerable<HotPath> Streams()
    {
        byte[] lines = LineData.FtpReplies(Data), frames = FrameData.Small(Data, 32);
        LinePipe linePipe = new(), framePipe = new();
        var lineReader = linePipe.Reader.AsMessageReader<FtpReplyLine>(LineBytes);
        var frameReader = framePipe.Reader.AsMessageReader<WebSocketFrame>(LineBytes);
        yield return new("lines of a pipe", _ =>
        {
            int at = 0;
            while (linePipe.TryWrite(lines, ref at))
            {
                lineReader.WaitToReadAsync().GetAwaiter().GetResult();
                HotStreams.Lines(lineReader);
            }
        });
        yield return new("frames of a pipe", _ =>
        {
            int at = 0;
            while (framePipe.TryWrite(frames, ref at))
            {
                frameReader.WaitToReadAsync().GetAwaiter().GetResult();
                HotStreams.Frames(frameReader);
            }
        });
    }

    private static byte[][] Split(ReadOnlySpan<byte> lines)
    {
        var result = new List<byte[]>();
        while (!lines.IsEmpty)
        {
            int length = lines.IndexOf((byte)'\n') + 1;
            result.Add(lines[..length].ToArray());
            lines = lines[length..];
        }
        return [.. result];
    }
}

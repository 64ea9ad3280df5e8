using System.Globalization;
using System.Text;
using System.Text.Json;
using Codecs.Tool.Streams;

namespace Codecs.Tests.Streams;

/// <summary>
/// Every stream of the captures of others, whatever it has in it, read by the dissector of its protocol: byte by byte, in random pieces, and in two pieces cut anywhere, it has the messages that it has as it was sent, and nothing
/// throws. What the messages are, other tests compare.
/// </summary>
public sealed class CorpusCutTests
{
    // Longer streams are cut less often.
    private const int FewBytes = 300;
    private const int ManyBytes = 40_000;
    private const int RandomCuts = 4;

    [CorpusFact]
    public Task Dns() => EveryCut("dns", "dns", 53, least: 20);

    [CorpusFact]
    public Task Ftp() => EveryCut("ftp", "ftp", 21, least: 50);

    [CorpusFact]
    public Task Imap() => EveryCut("imap", "imap", 143, least: 2);

    [CorpusFact]
    public Task Modbus() => EveryCut("modbus", "modbus", 502, least: 20);

    [CorpusFact]
    public Task Pop3() => EveryCut("pop3", "pop3", 110, least: 8);

    [CorpusFact]
    public Task Smtp() => EveryCut("smtp", "smtp", 25, least: 25);

    [CorpusFact]
    public Task Tls() => EveryCut("tls", "tls", 443, least: 70);

    [CorpusFact]
    public Task WebSocket() => EveryCut("websocket", "http", 80, least: 12);

    private static async Task EveryCut(string folder, string protocol, ushort port, int least)
    {
        var dissector = StreamDissectors.All.Single(dissector => dissector.Protocol == protocol);
        var random = new Random(8);
        var faults = new StringBuilder();
        int count = 0;
        foreach (var (name, streams) in RecordedStreams.All(folder, port))
        {
            count++;
            string[] expected = Show(await streams.DissectAsync(dissector));
            await Compare("in pieces of 7", streams.DissectAsync(dissector, piece: 7));
            for (int i = 0; i < RandomCuts; i++)
                await Compare("in random pieces", streams.DissectAsync(dissector, piece: i % 2 == 0 ? 5 : 300, random: random));
            if (streams.Length <= ManyBytes)
                await Compare("byte by byte", streams.DissectAsync(dissector, piece: 1));
            for (int cut = 0; cut < streams.Length && streams.Length <= FewBytes; cut++)
                await Compare($"cut at {cut}", streams.DissectAsync(dissector, cut: cut));

            async Task Compare(string how, Task<JsonElement[]> messages)
            {
                string[] found = Show(await messages);
                if (!found.AsSpan().SequenceEqual(expected) && faults.Length < 4000)
                    faults.AppendLine(CultureInfo.InvariantCulture, $"{name} {how}: {found.Length} messages, not {expected.Length}; {found.Except(expected).FirstOrDefault()} for {expected.Except(found).FirstOrDefault()}");
            }
        }
        Assert.True(faults.Length == 0, faults.ToString());
        Assert.InRange(count, least, int.MaxValue);
    }

    // Which of the two sides is told first depends on when what is complete; what is no message may be told in several pieces.
    private static string[] Show(JsonElement[] lines) =>
        [.. lines.Where(static line => line.TryGetProperty("dir", out _) && line.GetProperty("type").GetString() is not "opaque").Select(static line => line.GetRawText()).Order(StringComparer.Ordinal)];
}

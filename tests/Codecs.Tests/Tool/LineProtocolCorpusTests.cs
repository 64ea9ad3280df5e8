using System.Globalization;
using System.Text;
using System.Text.Json;
using Codecs.Capture;
using Codecs.Capture.Streams;
using Codecs.Tests.Streams;
using Codecs.Tool.Streams;

namespace Codecs.Tests.Tool;

/// <summary>Streams of SMTP and FTP with what another reader finds in them, under every way of cutting them.</summary>
public class LineProtocolCorpusTests
{
    private const int MostPiece = 1400;

    // Longer ones are only cut in their natural places.
    private const int MostOneByte = 30_000;
    private const int MostTwoWay = 350;

    // What the other reader was not sure of, and is not as it says.
    private static readonly string[] s_others =
    [
        // No FTP, but something encrypted.
        "zeek__383379789-decrypt-crash.s0",
        // SSH that answers on the same connection.
        "zeek__ipv6-violation.s0",
    ];

    private static Expectation[] Streams =>
    [
        .. from protocol in new[] { "smtp", "ftp" }
           from file in Directory.GetFiles(Path.Combine(Repository.Corpus, "streams", protocol), "*.jsonl").Order(StringComparer.Ordinal)
           let lines = File.ReadLines(file).Select(static line => JsonDocument.Parse(line).RootElement).ToArray()
           where lines[0].GetProperty("proto").GetString() == protocol && !s_others.Contains(Path.GetFileNameWithoutExtension(file))
           select new Expectation(file[..^".jsonl".Length], protocol, lines[0], lines[1..]),
    ];

    [CorpusFact]
    public async Task NaturalCuts() => await Check(static stream => [stream.Natural], least: 70);

    [CorpusFact]
    public async Task OneBytePieces() => await Check(
        static stream => stream.Length <= MostOneByte ? [[.. stream.Natural.SelectMany(static piece => piece.Split(1))]] : [], least: 60);

    // Each direction in two, before and behind all of the other one.
    [CorpusFact]
    public async Task EveryTwoWaySplit() => await Check(static stream => stream.Length <= MostTwoWay ? TwoWaySplits(stream) : [], least: 35);

    private static IEnumerable<Piece[]> TwoWaySplits(Expectation stream)
    {
        Piece client = new(TcpRole.Client, 0, stream.FromClient), server = new(TcpRole.Server, 0, stream.FromServer);
        for (int at = 0; at <= client.Bytes.Length; at++)
            yield return [client.Take(0, at), server, client.Take(at, client.Bytes.Length)];
        for (int at = 0; at <= server.Bytes.Length; at++)
            yield return [server.Take(0, at), client, server.Take(at, server.Bytes.Length)];
    }

    private static async Task Check(Func<Expectation, IEnumerable<Piece[]>> cuts, int least)
    {
        int checkedStreams = 0, messages = 0;
        var faults = new StringBuilder();
        foreach (var stream in Streams.Where(static stream => stream.Length > 0))
        {
            bool isChecked = false;
            foreach (var pieces in cuts(stream))
            {
                isChecked = true;
                if (Difference(stream, await Read(stream.Protocol, pieces)) is { } difference)
                {
                    faults.AppendLine(CultureInfo.InvariantCulture, $"{Path.GetFileName(stream.Path)}, {pieces[0].Bytes.Length} bytes first: {difference}");
                    break;
                }
            }
            checkedStreams += isChecked ? 1 : 0;
            messages += stream.Messages.Length;
        }
        Assert.True(faults.Length == 0, faults.ToString());
        Assert.True(checkedStreams >= least && messages > 2000, $"{checkedStreams} streams, {messages} messages");
    }

    private static async Task<JsonElement[]> Read(string protocol, Piece[] pieces)
    {
        var script = new TcpFrameScript(50000, protocol == "smtp" ? (ushort)25 : (ushort)21);
        var frames = script.Open().ToList();
        foreach (var piece in pieces.SelectMany(static piece => piece.Split(MostPiece)))
        {
            string payload = Encoding.Latin1.GetString(piece.Bytes);
            frames.Add(piece.Sender == TcpRole.Client ? script.Client(piece.At, payload) : script.Server(piece.At, payload));
        }
        frames.AddRange(script.Close(Total(TcpRole.Client), Total(TcpRole.Server)));
        var output = new MemoryStream();
        using var capture = CaptureReader.Open(new MemoryStream(TcpFrames.File(frames)));
        using (var writer = new StreamMessages(output, [new SmtpDissector(), new FtpDissector()]))
            await writer.WriteAsync(capture);
        string[] lines = Encoding.UTF8.GetString(output.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.False(JsonDocument.Parse(lines[^1]).RootElement.TryGetProperty("error", out var error), $"{error}");
        return [.. lines[..^1].Select(static line => JsonDocument.Parse(line).RootElement)];

        int Total(TcpRole sender) => pieces.Where(piece => piece.Sender == sender).Sum(static piece => piece.Bytes.Length);
    }

    private static string? Difference(Expectation stream, JsonElement[] found)
    {
        foreach (string direction in new[] { "c2s", "s2c" })
        {
            var expected = stream.Messages.Where(message => message.GetProperty("dir").GetString() == direction).ToArray();
            var actual = found.Where(message => message.GetProperty("dir").GetString() == direction).ToArray();
            for (int i = 0; i < Math.Max(expected.Length, actual.Length); i++)
            {
                if (i >= expected.Length || i >= actual.Length || !IsSame(expected[i], actual[i]))
                    return $"{direction} {i}:\n  {(i < expected.Length ? expected[i] : "nothing")}\n  {(i < actual.Length ? actual[i] : "nothing")}";
            }
        }
        return null;
    }

    // The same properties with the same values, and the number of the connection.
    private static bool IsSame(JsonElement expected, JsonElement actual) =>
        expected.EnumerateObject().Count() + 1 == actual.EnumerateObject().Count()
        && expected.EnumerateObject().All(property => actual.TryGetProperty(property.Name, out var value) && JsonElement.DeepEquals(property.Value, value));

    private sealed record Piece(TcpRole Sender, int At, byte[] Bytes)
    {
        public Piece Take(int start, int end) => new(Sender, At + start, Bytes[start..end]);

        public IEnumerable<Piece> Split(int most) => Bytes.Length == 0 ? [] : Enumerable.Range(0, (Bytes.Length + most - 1) / most).Select(i => Take(i * most, Math.Min((i + 1) * most, Bytes.Length)));
    }

    private sealed record Expectation(string Path, string Protocol, JsonElement Header, JsonElement[] Messages)
    {
        public byte[] FromClient { get; } = File.ReadAllBytes(Path + ".c2s.bin");

        public byte[] FromServer { get; } = File.ReadAllBytes(Path + ".s2c.bin");

        public int Length => FromClient.Length + FromServer.Length;

        // As the segments came.
        public Piece[] Natural =>
        [
            .. Segments("c2s_segments", TcpRole.Client, FromClient).Concat(Segments("s2c_segments", TcpRole.Server, FromServer)).OrderBy(static item => item.Frame).Select(static item => item.Piece),
        ];

        private IEnumerable<(int Frame, Piece Piece)> Segments(string name, TcpRole sender, byte[] bytes) =>
            Header.GetProperty(name).EnumerateArray().Select(segment => (segment[2].GetInt32(), new Piece(sender, 0, bytes).Take(segment[0].GetInt32(), segment[1].GetInt32())));
    }
}

using System.Text.Json;

namespace Codecs.Protocols.Tests.WebSocket;

/// <summary>Every case of Autobahn that its description lets run, between an echo server and a client that sends its frames; and what is UTF-8.</summary>
public sealed class AutobahnTests
{
    [CorpusFact]
    public async Task Every_case_passes()
    {
        var failed = new List<string>();
        int count = 0;
        foreach (string line in File.ReadLines(Path.Combine(Repository.Corpus, "vectors", "autobahn_cases.jsonl")))
        {
            var test = AutobahnCase.Read(JsonDocument.Parse(line).RootElement);
            count++;
            try
            {
                await RunAsync(test).WaitAsync(TimeSpan.FromSeconds(60));
            }
            catch (Exception e)
            {
                failed.Add($"{test.Name}: {e.GetType().Name} {e.Message}");
            }
        }
        Assert.True(failed.Count == 0, string.Join('\n', failed));
        Assert.Equal(126, count);
    }

    [CorpusFact]
    public async Task Text_is_what_is_utf8()
    {
        int count = 0;
        foreach (string line in File.ReadLines(Path.Combine(Repository.Corpus, "vectors", "utf8.jsonl")))
        {
            var json = JsonDocument.Parse(line).RootElement;
            byte[] text = Convert.FromHexString(json.GetProperty("bytes").GetString()!);
            bool isValid = json.GetProperty("valid").GetBoolean();
            byte[] whole = Frames.Write(1, text);
            byte[] fragments = [.. Received.Fragments(text, 1).SelectMany(bytes => bytes)];
            foreach (var (frames, chop) in new[] { (whole, int.MaxValue), (whole, 1), (fragments, int.MaxValue), (fragments, 1) })
            {
                var events = await ExchangeAsync([(frames, chop), (isValid ? AutobahnCase.Close : [], int.MaxValue)], isValid ? 1 : 0);
                Assert.Equal(isValid ? $"Text {Convert.ToHexString(text)}|Close 03E8" : "Close 03EF", AutobahnCase.Text(events));
            }
            count++;
        }
        Assert.True(count > 70, $"{count}");
    }

    private static async Task RunAsync(AutobahnCase test)
    {
        var events = await ExchangeAsync(test.Sent, test.Answers);
        string found = AutobahnCase.Text(events);
        Assert.True(test.Expected.Contains(found), $"expected {Short(string.Join(" or ", test.Expected))}, found {Short(found)}");
    }

    private static async Task<List<(string Kind, byte[] Bytes)>> ExchangeAsync((byte[] Bytes, int Chop)[] sent, int answers)
    {
        var (client, server) = DuplexPipe.CreatePair();
        var serving = EchoServer.RunAsync(server);
        using var raw = new RawClient(client);
        await raw.OpenAsync();
        Assert.StartsWith("HTTP/1.1 101 ", raw.Response);
        var sending = SendAsync(raw, sent);
        // A Close frame of the client comes only when it has got its answers, but for cases that say otherwise.
        await raw.ReadToEndAsync();
        await sending;
        await raw.CloseAsync();
        Assert.NotNull(await serving);
        Assert.True(raw.Events.Count >= answers);
        return raw.Events;
    }

    private static async Task SendAsync(RawClient raw, (byte[] Bytes, int Chop)[] sent)
    {
        foreach (var (bytes, chop) in sent)
            await raw.SendAsync(bytes, chop);
    }

    private static string Short(string text) => text.Length <= 300 ? text : $"{text[..300]}... ({text.Length})";
}

using System.Text;
using System.Text.Json;

namespace Codecs.Protocols.Tests.WebSocket;

public sealed class Utf8Tests
{
    [Theory]
    [InlineData("", true)]
    [InlineData("7F", true)]
    [InlineData("C280", true)]
    [InlineData("E0A080", true)]
    [InlineData("ED9FBF", true)]
    [InlineData("EE8080", true)]
    [InlineData("F0908080", true)]
    [InlineData("F48FBFBF", true)]
    [InlineData("CEBAE1BDB9CF83CEBCCEB5", true)]
    [InlineData("80", false)]
    [InlineData("C080", false)]
    [InlineData("C1BF", false)]
    [InlineData("E09FBF", false)]
    [InlineData("EDA080", false)]
    [InlineData("F08FBFBF", false)]
    [InlineData("F4908080", false)]
    [InlineData("F5808080", false)]
    [InlineData("FF", false)]
    [InlineData("CEBAE1BDB9CF83CEBCCEB5F4908080656469746564", false)]
    public void Text_of_known_validity(string hex, bool isValid) => Check(Convert.FromHexString(hex), isValid);

    [CorpusFact]
    public void Text_of_the_corpus()
    {
        var lines = File.ReadLines(Path.Combine(Repository.Corpus, "vectors", "utf8.jsonl")).ToList();
        Assert.NotEmpty(lines);
        foreach (string line in lines)
        {
            using var json = JsonDocument.Parse(line);
            Check(Convert.FromHexString(json.RootElement.GetProperty("bytes").GetString()!), json.RootElement.GetProperty("valid").GetBoolean());
        }
    }

    // Autobahn 6.4: an invalid sequence is found with its first impossible byte, though more of the message is to come.
    [Theory]
    [InlineData("CEBAE1BDB9CF83CEBCCEB5F490", 12)]
    [InlineData("41C0", 1)]
    [InlineData("E09F", 1)]
    [InlineData("EDA0", 1)]
    [InlineData("F08F", 1)]
    [InlineData("F5", 0)]
    [InlineData("E28241", 2)]
    [InlineData("F09F9841", 3)]
    public void Fails_with_the_first_impossible_byte(string hex, int impossible)
    {
        byte[] bytes = Convert.FromHexString(hex);
        for (int cut = 0; cut <= impossible; cut++)
        {
            var validator = default(Utf8Validator);
            Assert.True(validator.TryAppend(bytes.AsSpan(0, cut)));
            Assert.True(validator.TryAppend(bytes.AsSpan(cut..impossible)));
            Assert.False(validator.TryAppend(bytes.AsSpan(impossible, 1)));
            Assert.False(validator.TryAppend("A"u8));
            Assert.False(validator.IsComplete);
        }
    }

    // All beginnings of two bytes, with what matters of the next two, compared with the decoder of the platform.
    [Fact]
    public void Every_sequence_of_up_to_four_bytes()
    {
        byte[] next = [0x7F, 0x80, 0xBF, 0xC2];
        for (int first = 0; first < 256; first++)
        {
            for (int second = 0; second < 256; second++)
            {
                CheckPrefix([(byte)first, (byte)second]);
                foreach (byte third in first >= 0xE0 ? next : [])
                {
                    CheckPrefix([(byte)first, (byte)second, third]);
                    foreach (byte fourth in first >= 0xF0 ? next : [])
                        CheckPrefix([(byte)first, (byte)second, third, fourth]);
                }
            }
        }
    }

    [Fact]
    public void Long_texts_with_a_fault_anywhere()
    {
        byte[] text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("Grüße, κόσμε, 世界 and 🌍 in plain ASCII, for sixty-four bytes or more. ", 4)));
        Check(text, isValid: true, hasAllCuts: true);
        for (int at = 0; at < text.Length; at++)
        {
            byte[] broken = [.. text];
            broken[at] = 0xFF;
            Check(broken, isValid: false);
            Check(text[..at], IsValid(text[..at]), hasAllCuts: false);
        }
    }

    private static void Check(byte[] bytes, bool isValid, bool hasAllCuts = false)
    {
        Assert.Equal(isValid, IsValid(bytes));
        var whole = default(Utf8Validator);
        Assert.Equal(isValid, whole.TryAppend(bytes) && whole.IsComplete);

        var single = default(Utf8Validator);
        bool isPossible = true;
        foreach (byte value in bytes)
            isPossible &= single.TryAppend([value]);
        Assert.Equal(isValid, isPossible && single.IsComplete);

        for (int first = 0; first <= bytes.Length; first++)
        {
            for (int second = first; second <= (bytes.Length <= 40 || hasAllCuts ? bytes.Length : first); second++)
            {
                var cut = default(Utf8Validator);
                bool isGood = cut.TryAppend(bytes.AsSpan(0, first)) & cut.TryAppend(bytes.AsSpan(first..second)) & cut.TryAppend(bytes.AsSpan(second));
                Assert.Equal(isValid, isGood && cut.IsComplete);
            }
        }
    }

    private static void CheckPrefix(ReadOnlySpan<byte> bytes)
    {
        bool isPossible = IsBeginning(bytes), isValid = IsValid(bytes);
        for (int cut = 0; cut <= bytes.Length; cut++)
        {
            var validator = default(Utf8Validator);
            bool isGood = validator.TryAppend(bytes[..cut]) & validator.TryAppend(bytes[cut..]);
            if (isGood != isPossible || validator.IsComplete != isValid)
                Assert.Fail($"{Convert.ToHexString(bytes)} cut at {cut}: possible {isGood}, complete {validator.IsComplete}");
        }
    }

    /// <summary>Can any text begin like this? Tried with every kind of ending.</summary>
    private static bool IsBeginning(ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<byte> ending = [0x80, 0x80, 0x80];
        for (int more = 0; more <= ending.Length; more++)
        {
            if (IsValid([.. bytes, .. ending[..more]]))
                return true;
            if (more > 0 && (IsValid([.. bytes, 0x90, .. ending[1..more]]) || IsValid([.. bytes, 0xA0, .. ending[1..more]])))
                return true;
        }
        return false;
    }

    // What is invalid is decoded as U+FFFD, which is encoded as something else.
    private static bool IsValid(ReadOnlySpan<byte> bytes) => bytes.SequenceEqual(Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(bytes)));
}

using System.Text;
using System.Text.Json;

namespace Codecs.Protocols.Tests.Dns;

public sealed class DnsNameCorpusTests
{
    [CorpusFact]
    public void Owner_names_are_those_that_another_reader_finds()
    {
        int names = 0;
        foreach (var entry in DnsCorpus.Messages)
        {
            byte[] message = entry.Bytes("wire");
            int at = 12;
            foreach (var question in entry.GetProperty("question").EnumerateArray())
                at += ReadOwner(message, at, question, 4, ref names);
            foreach (string section in new[] { "answer", "authority", "additional" })
            {
                foreach (var record in entry.GetProperty(section).EnumerateArray())
                {
                    // The other reader keeps OPT and TSIG records elsewhere.
                    while (TypeAt(message, at) is 41 or 250)
                        at += SkipRecord(message, at);
                    at += ReadOwner(message, at, record, 0, ref names);
                    at += 10 + (message[at + 8] << 8 | message[at + 9]);
                }
            }
        }
        Assert.InRange(names, 2500, int.MaxValue);
    }

    [CorpusFact]
    public void Every_name_goes_through_text_and_back()
    {
        byte[] text = new byte[DnsName.MaxTextLength], scratch = new byte[DnsName.MaxLength];
        char[] chars = new char[DnsName.MaxTextLength];
        int names = 0;
        foreach (var entry in DnsCorpus.Messages)
        {
            byte[] message = entry.Bytes("wire");
            foreach (var (offset, _) in HandMadeRelay.NamesIn(message))
            {
                names++;
                Assert.True(DnsName.TryParse(message, offset, default, out var name));
                Assert.True(name.TryFormat(text, out int length));
                Assert.True(DnsName.TryParseText(text.AsSpan(0, length), scratch, out var again));
                Assert.Equal(DnsNameTests.Hex(name), DnsNameTests.Hex(again));
                Assert.True(name.TryFormat(chars, out length));
                Assert.True(DnsName.TryParseText(chars.AsSpan(0, length), scratch, out again));
                Assert.Equal(DnsNameTests.Hex(name), DnsNameTests.Hex(again));
                Assert.Equal(DnsNameTests.Hex(name), DnsNameTests.Hex(Encoding.ASCII.GetBytes(name.ToString())));
            }
        }
        Assert.InRange(names, 3500, int.MaxValue);
    }

    [CorpusFact]
    public void A_relayed_message_is_no_longer_and_means_the_same()
    {
        byte[] relayed = new byte[65535], plain = new byte[2 * 65535], again = new byte[65535], other = new byte[2 * 65535];
        int messages = 0, before = 0, after = 0;
        foreach (var entry in DnsCorpus.Messages)
        {
            byte[] message = entry.Bytes("wire");
            int expanded = HandMadeRelay.Write(message, plain, isCompressed: false);
            if (expanded < 0)
                continue;
            // Multicast DNS compresses where others must not (RFC 6762 section 18.14).
            int plainGrowth = 0;
            foreach (var (offset, isPlain) in HandMadeRelay.NamesIn(message))
                plainGrowth += isPlain ? DnsName.TryParse(message, offset, default, out var name) is var result ? name.Length - result.BytesConsumed : 0 : 0;
            int size = HandMadeRelay.Write(message, relayed);
            Assert.InRange(size, 12, message.Length + plainGrowth);
            Assert.Equal(expanded, HandMadeRelay.Write(relayed.AsSpan(0, size), other, isCompressed: false));
            Assert.True(plain.AsSpan(0, expanded).SequenceEqual(other.AsSpan(0, expanded)));
            // A second time nothing changes; the room that it takes is enough, and one byte less is not.
            Assert.Equal(size, HandMadeRelay.Write(relayed.AsSpan(0, size), again.AsSpan(0, size)));
            Assert.True(relayed.AsSpan(0, size).SequenceEqual(again.AsSpan(0, size)));
            Assert.Equal(-1, HandMadeRelay.Write(relayed.AsSpan(0, size), again.AsSpan(0, size - 1)));
            messages++;
            before += message.Length + plainGrowth;
            after += size;
        }
        Assert.InRange(messages, 600, int.MaxValue);
        Assert.InRange(after, 1, before);
    }

    [CorpusFact]
    public void A_preserved_message_has_the_same_bytes()
    {
        byte[] relayed = new byte[65535];
        foreach (var entry in DnsCorpus.Messages)
        {
            byte[] message = entry.Bytes("wire");
            foreach (bool isCompressed in new[] { true, false })
            {
                int size = HandMadeRelay.Write(message, relayed, WriteMode.Preserve, isCompressed);
                if (size != -2)
                    Assert.Equal(Convert.ToHexString(message, 0, Math.Min(size, message.Length)), Convert.ToHexString(relayed, 0, size));
            }
        }
    }

    private static int ReadOwner(byte[] message, int at, JsonElement record, int after, ref int names)
    {
        var result = DnsName.TryParse(message, at, default, out var name);
        Assert.True(result, result.ToString());
        Assert.Equal(record.Text("name"), name.ToString(), ignoreCase: true);
        names++;
        return result.BytesConsumed + after;
    }

    private static int TypeAt(byte[] message, int at) =>
        DnsName.TryParse(message, at, default, out _).BytesConsumed is var size && at + size + 1 < message.Length ? message[at + size] << 8 | message[at + size + 1] : 0;

    private static int SkipRecord(byte[] message, int at)
    {
        int fixedPart = at + DnsName.TryParse(message, at, default, out _).BytesConsumed;
        return fixedPart - at + 10 + (message[fixedPart + 8] << 8 | message[fixedPart + 9]);
    }
}

using System.Text;

namespace Codecs.Protocols.Tests.Dns;

public sealed class RecordExampleTests
{
    // The owner, the type, the class, 300 seconds.
    private const string Owner = "0161076578616D706C6500";

    public static TheoryData<string, string, string> Examples => RecordExamples.All;

    [Theory]
    [MemberData(nameof(Examples))]
    public void Text_to_wire_and_back(string type, string text, string data)
    {
        byte[] line = Encoding.ASCII.GetBytes($"a.example. 300 IN {type} {text}"), scratch = new byte[2000];
        var result = DnsRecord.TryParseText(line, scratch, out var record);
        Assert.Equal(ParseResult.Done(line.Length), result);
        Assert.Equal(data, Convert.ToHexStringLower(record.Data));
        Assert.True(DnsMnemonic.TryParse(Encoding.ASCII.GetBytes(type), out DnsType number));
        string wire = Owner + $"{(int)number:X4}" + "0001" + "0000012C" + $"{data.Length / 2:X4}" + data.ToUpperInvariant();
        byte[] bytes = record.ToArray();
        Assert.Equal(wire, Convert.ToHexString(bytes));

        Assert.Equal(bytes.Length, DnsRecord.TryParse(bytes, out var again).BytesConsumed);
        Assert.Equal(Encoding.ASCII.GetString(line), again.ToString());
        Assert.Equal(bytes, again.ToArray());
        Assert.Equal(bytes, Expect.Written(in again, WriteMode.Preserve));
    }

    // Data that ends early is no such data, or other data of that type: never a fault of the record around it.
    [Theory]
    [MemberData(nameof(Examples))]
    public void Data_is_cut_anywhere(string type, string text, string data)
    {
        Assert.True(DnsMnemonic.TryParse(Encoding.ASCII.GetBytes(type), out DnsType number));
        byte[] octets = Convert.FromHexString(data), line = new byte[2000], scratch = new byte[2000];
        for (int length = 0; length < octets.Length; length++)
        {
            byte[] bytes = Convert.FromHexString(Owner + $"{(int)number:X4}" + "0001" + "0000012C" + $"{length:X4}" + Convert.ToHexString(octets, 0, length));
            Assert.Equal(bytes.Length, DnsRecord.TryParse(bytes, out var record).BytesConsumed);
            Assert.True(record.TryFormat(line, out int written));
            string shown = Encoding.ASCII.GetString(line, 0, written);
            Assert.True(DnsRecord.TryParseText(line.AsSpan(0, written), scratch, out var again) is { BytesConsumed: > 0 } || shown.Contains(@"\#", StringComparison.Ordinal), $"{text} cut: {shown}");
            // Zeros at the end of a bitmap are not in the text.
            if (!again.Data.IsEmpty)
                Assert.Equal(shown, again.ToString());
        }
    }
}

using System.Text;

namespace Codecs.Protocols.Tests.Dns;

public sealed class RecordVectorTests
{
    [CorpusFact]
    public void Every_vector_goes_from_wire_to_text_and_back()
    {
        var types = new HashSet<DnsType>();
        foreach (var vector in DnsCorpus.Records)
        {
            var type = (DnsType)vector.Number("type");
            byte[] data = vector.Bytes("rdata");
            if (RecordTable.FieldsOf(type) is not { } fields)
            {
                // TYPE999.
                Assert.False(Enum.IsDefined(type));
                continue;
            }
            types.Add(type);
            string? text = RecordTable.Format(fields, data);
            Assert.True(text is not null, $"{type} {vector.Text("text")}");
            Assert.Equal(Convert.ToHexString(data), Hex(RecordTable.Parse(fields, Encoding.ASCII.GetBytes(text)), $"{type} {text}"));
            Assert.Equal(Convert.ToHexString(data), Hex(RecordTable.Parse(fields, Encoding.ASCII.GetBytes(vector.Text("text"))), $"{type} {vector.Text("text")}"));
            // The other reader's text is the same, but for what may be written in several ways.
            string expected = vector.TryGetProperty("dnspython", out var written) ? written.GetString()! : vector.Text("text");
            Assert.Equal(Normal(type, expected), Normal(type, text));
        }
        Assert.Equal(57, types.Count);
    }

    [CorpusFact]
    public void Every_vector_is_read_and_written_as_octets()
    {
        byte[] text = new byte[200_000], scratch = new byte[65535];
        foreach (var vector in DnsCorpus.Records)
        {
            byte[] data = vector.Bytes("rdata");
            Assert.True(DnsPresentation.TryFormatOctets(data, text, out int length));
            Assert.True(DnsPresentation.TryParseOctets(text.AsSpan(0, length), scratch, out var again));
            Assert.Equal(Convert.ToHexString(data), Convert.ToHexString(again));
            if (vector.TryGetProperty("type_name", out var name))
            {
                Assert.True(DnsMnemonic.TryParse(Encoding.ASCII.GetBytes(name.GetString()!), out DnsType type));
                Assert.Equal(vector.Number("type"), (int)type);
                Assert.Equal(name.GetString(), DnsMnemonic.ToString(type));
            }
        }
    }

    [CorpusFact]
    public void Data_in_the_messages_of_the_corpus_reads_as_another_reader_reads_it()
    {
        int records = 0;
        foreach (var entry in DnsCorpus.Messages)
        {
            foreach (string section in new[] { "answer", "authority", "additional" })
            {
                foreach (var record in entry.GetProperty(section).EnumerateArray())
                {
                    var type = (DnsType)record.Number("type");
                    string text = record.TryGetProperty("text", out var property) ? property.GetString() ?? "" : "";
                    if (text == "" || text.StartsWith(@"\#", StringComparison.Ordinal) || RecordTable.FieldsOf(type) is not { } fields)
                        continue;
                    byte[]? data = RecordTable.Parse(fields, Encoding.ASCII.GetBytes(text));
                    Assert.True(data is not null, $"{entry.Text("from")}: {type} {text}");
                    Assert.Equal(Normal(type, text), Normal(type, RecordTable.Format(fields, data)!));
                    records++;
                }
            }
        }
        Assert.InRange(records, 1900, int.MaxValue);
    }

    // Any bytes: data, or not; and if it is, its text is that of the same data.
    [CorpusFact]
    public void Mutated_data_is_refused_or_goes_through_text()
    {
        var random = new Random(3597);
        int accepted = 0, changed = 0;
        foreach (var vector in DnsCorpus.Records)
        {
            var type = (DnsType)vector.Number("type");
            if (RecordTable.FieldsOf(type) is not { } fields)
                continue;
            byte[] sample = vector.Bytes("rdata");
            for (int round = 0; round < 60; round++)
            {
                byte[] data = sample[..random.Next(random.Next(2) == 0 ? sample.Length : 0, sample.Length + 1)];
                for (int changes = random.Next(4); changes > 0 && data.Length > 0; changes--)
                    data[random.Next(data.Length)] = (byte)random.Next(256);
                if (RecordTable.Format(fields, data) is not { } text)
                    continue;
                byte[]? again = RecordTable.Parse(fields, Encoding.ASCII.GetBytes(text));
                Assert.True(again is not null, $"{type} {Convert.ToHexString(data)}: {text}");
                accepted++;
                // Zeros that should not have been there, names that were compressed, and words that need no octet are not in the text.
                if (!data.AsSpan().SequenceEqual(again))
                {
                    changed++;
                    Assert.Equal(text, RecordTable.Format(fields, again));
                }
            }
        }
        Assert.InRange(accepted, 3000, int.MaxValue);
        Assert.InRange(changed, 0, accepted / 20);
    }

    [CorpusFact]
    public void Mutated_text_is_refused_or_means_something()
    {
        var random = new Random(1035);
        const string Letters = " \t\n\"\\();=,.-:/0123456789abcxyzTYPE@$*#!\u0001";
        foreach (var vector in DnsCorpus.Records)
        {
            var type = (DnsType)vector.Number("type");
            if (RecordTable.FieldsOf(type) is not { } fields)
                continue;
            byte[] sample = Encoding.ASCII.GetBytes(vector.Text("text"));
            for (int round = 0; round < 60; round++)
            {
                byte[] text = [.. sample[..random.Next(random.Next(2) == 0 ? sample.Length : 0, sample.Length + 1)]];
                for (int changes = random.Next(4); changes > 0 && text.Length > 0; changes--)
                    text[random.Next(text.Length)] = (byte)Letters[random.Next(Letters.Length)];
                if (RecordTable.Parse(fields, text) is { Length: <= 65535 } data && RecordTable.Format(fields, data) is { } again)
                    Assert.Equal(Convert.ToHexString(data), Hex(RecordTable.Parse(fields, Encoding.ASCII.GetBytes(again)), again));
            }
        }
    }

    private static string Hex(byte[]? bytes, string what)
    {
        Assert.True(bytes is not null, what);
        return Convert.ToHexString(bytes);
    }

    // What may be written in several ways: base 64 and digits may be divided, addresses and algorithms have several forms, parameters any order.
    private static string Normal(DnsType type, string text)
    {
        text = text.ToLowerInvariant().Replace(":0db8:", ":db8:", StringComparison.Ordinal);
        return type switch
        {
            DnsType.Cert or DnsType.Dhcid or DnsType.Rrsig or DnsType.Dnskey or DnsType.Cdnskey or DnsType.Ipseckey or DnsType.Hip or DnsType.Openpgpkey =>
                text.Replace(" ", "", StringComparison.Ordinal).Replace("privateoid", "254", StringComparison.Ordinal),
            DnsType.Svcb or DnsType.Https => Sorted(text.Replace("\"", "", StringComparison.Ordinal)),
            DnsType.Apl => text.Replace("ff00:0:0:0:0:0:0:0", "ff00::", StringComparison.Ordinal),
            DnsType.L64 => text.Replace(":db8:", ":0db8:", StringComparison.Ordinal),
            _ => text,
        };
    }

    private static string Sorted(string parameters) => string.Join(' ', parameters.Split(' ').Order(StringComparer.Ordinal));
}

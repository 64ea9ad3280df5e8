using System.Text;

namespace Codecs.Protocols.Tests.Dns;

public sealed class RecordVectorTests
{
    [CorpusFact]
    public void Every_vector_goes_from_wire_to_text_and_back()
    {
        var types = new HashSet<DnsType>();
        int records = 0;
        foreach (var vector in DnsCorpus.Records)
        {
            var type = (DnsType)vector.Number("type");
            byte[] data = vector.Bytes("rdata");
            types.Add(type);
            string text = Format(type, data);
            Assert.Equal(Enum.IsDefined(type), !text.StartsWith(@"\#", StringComparison.Ordinal));
            Assert.Equal(Convert.ToHexString(data), Hex(Parse(type, text), $"{type} {text}"));
            Assert.Equal(Convert.ToHexString(data), Hex(Parse(type, vector.Text("text")), $"{type} {vector.Text("text")}"));
            Assert.Equal(Convert.ToHexString(data), Hex(Parse(type, $@"\# {data.Length} {Convert.ToHexString(data)}"), $"{type} as octets"));
            // The other reader's text is the same, but for what may be written in several ways.
            string expected = vector.TryGetProperty("dnspython", out var written) ? written.GetString()! : vector.Text("text");
            Assert.Equal(Normal(type, expected), Normal(type, text));
            records++;
        }
        Assert.Equal(58, types.Count);
        Assert.InRange(records, 170, int.MaxValue);
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

    // Any bytes: data, or not; and if it is, its text is that of the same data.
    [CorpusFact]
    public void Mutated_data_goes_through_text()
    {
        var random = new Random(3597);
        int accepted = 0, changed = 0;
        foreach (var vector in DnsCorpus.Records)
        {
            var type = (DnsType)vector.Number("type");
            byte[] sample = vector.Bytes("rdata");
            for (int round = 0; round < 60; round++)
            {
                byte[] data = sample[..random.Next(random.Next(2) == 0 ? sample.Length : 0, sample.Length + 1)];
                for (int changes = random.Next(4); changes > 0 && data.Length > 0; changes--)
                    data[random.Next(data.Length)] = (byte)random.Next(256);
                string text = Format(type, data);
                // What is no such data is octets, which are read only as what they are.
                if (text.StartsWith(@"\#", StringComparison.Ordinal))
                    continue;
                byte[]? again = Parse(type, text);
                Assert.True(again is not null, $"{type} {Convert.ToHexString(data)}: {text}");
                accepted++;
                // Zeros that should not have been there, names that were compressed, and words that need no octet are not in the text.
                if (!data.AsSpan().SequenceEqual(again))
                {
                    changed++;
                    Assert.Equal(text, Format(type, again));
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
            string sample = vector.Text("text");
            for (int round = 0; round < 60; round++)
            {
                char[] text = [.. sample[..random.Next(random.Next(2) == 0 ? sample.Length : 0, sample.Length + 1)]];
                for (int changes = random.Next(4); changes > 0 && text.Length > 0; changes--)
                    text[random.Next(text.Length)] = Letters[random.Next(Letters.Length)];
                if (Parse(type, new string(text)) is { } data)
                    Assert.Equal(Convert.ToHexString(data), Hex(Parse(type, Format(type, data)), Format(type, data)));
            }
        }
    }

    /// <summary>What follows the type, in the line of a record.</summary>
    private static string Format(DnsType type, byte[] data)
    {
        byte[] wire = [0, (byte)((int)type >> 8), (byte)type, 0, 1, 0, 0, 0, 0, (byte)(data.Length >> 8), (byte)data.Length, .. data], line = new byte[200_000];
        Assert.Equal(wire.Length, DnsRecord.TryParse(wire, out var record).BytesConsumed);
        Assert.True(record.TryFormat(line, out int length));
        string head = $". 0 IN {DnsMnemonic.ToString(type)}", text = Encoding.UTF8.GetString(line, 0, length);
        // No room but that is enough, and with less it is not.
        Assert.True(record.TryFormat(line.AsSpan(0, length), out int again) && again == length);
        Assert.False(record.TryFormat(line.AsSpan(0, length - 1), out again) || again != 0);
        Assert.StartsWith(head, text, StringComparison.Ordinal);
        return text[Math.Min(head.Length + 1, text.Length)..];
    }

    /// <summary>The data that a text stands for; null if it stands for none.</summary>
    private static byte[]? Parse(DnsType type, string text)
    {
        byte[] line = Encoding.UTF8.GetBytes($". 0 IN {DnsMnemonic.ToString(type)} {text}"), scratch = new byte[70_000];
        return DnsRecord.TryParseText(line, scratch, out var record) ? record.Data.ToArray() : null;
    }

    private static string Hex(byte[]? bytes, string what)
    {
        Assert.True(bytes is not null, what);
        return Convert.ToHexString(bytes);
    }

    /// <summary>A text in the one way of several in which it may be written: base 64 and digits may be divided, addresses and algorithms have several forms, parameters any order.</summary>
    internal static string Normal(DnsType type, string text)
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

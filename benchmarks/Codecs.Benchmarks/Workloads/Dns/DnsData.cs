using System.Buffers.Binary;
using System.Text;

namespace Codecs.Benchmarks.Workloads.Dns;

/// <summary>DNS responses made up by a fixed rule: one question and four answers, with names compressed as servers compress them.</summary>
public static class DnsData
{
    private const int Seed = 1035;
    private const int Header = 12;
    private const int Internet = 1;

    /// <summary>Responses: a CNAME record, then two addresses of what it names, and a mail server of the question's domain.</summary>
    public static DnsResponse[] Responses(int count)
    {
        var random = new Random(Seed);
        return [.. Enumerable.Range(0, count).Select(_ => DnsResponse.Make(random))];
    }

    /// <summary>The same as messages.</summary>
    public static byte[][] Messages(int count) => [.. Responses(count).Select(Write)];

    /// <summary>The same with bytes changed, or cut short: most are no valid messages any more.</summary>
    public static byte[][] DamagedMessages(int count)
    {
        var random = new Random(Seed);
        var messages = Messages(count);
        for (int i = 0; i < messages.Length; i++)
        {
            var message = messages[i];
            if (random.Next(4) == 0)
                messages[i] = message[..random.Next(message.Length)];
            else
                message[random.Next(Header, message.Length)] = random.Next(2) == 0 ? (byte)(0xC0 | random.Next(2)) : (byte)random.Next(256);
        }
        return messages;
    }

    // The simplest way to the bytes: where every name goes is known here.
    private static byte[] Write(DnsResponse response)
    {
        var message = new List<byte>();
        Add16(message, response.Id);
        Add16(message, 0x8180);
        foreach (ushort number in (ReadOnlySpan<ushort>)[1, 4, 0, 0])
            Add16(message, number);
        AddLabels(message, response.Question);
        message.Add(0);
        Add16(message, 1);
        Add16(message, Internet);

        string domain = response.Question[(response.Question.IndexOf('.', StringComparison.Ordinal) + 1)..];
        int domainAt = Header + response.Question.Length - domain.Length;
        AddRecord(message, Header, 5, response.TimeToLive);
        string alias = response.Alias[..(response.Alias.Length - domain.Length - 1)];
        Add16(message, (ushort)(alias.Length + 1 + 2));
        int aliasAt = message.Count;
        AddLabels(message, alias);
        Add16(message, (ushort)(0xC000 | domainAt));
        for (int i = 0; i < 2; i++)
        {
            AddRecord(message, aliasAt, 1, response.TimeToLive);
            Add16(message, 4);
            Add32(message, response.Address + (uint)i);
        }
        AddRecord(message, domainAt, 15, response.TimeToLive);
        Add16(message, 2 + 5 + 2);
        Add16(message, response.Preference);
        AddLabels(message, "mail");
        Add16(message, (ushort)(0xC000 | domainAt));
        return [.. message];
    }

    private static void AddRecord(List<byte> message, int nameAt, ushort type, uint timeToLive)
    {
        Add16(message, (ushort)(0xC000 | nameAt));
        Add16(message, type);
        Add16(message, Internet);
        Add32(message, timeToLive);
    }

    private static void AddLabels(List<byte> message, string name)
    {
        foreach (string label in name.Split('.'))
        {
            message.Add((byte)label.Length);
            message.AddRange(Encoding.ASCII.GetBytes(label));
        }
    }

    private static void Add16(List<byte> message, ushort value) => message.AddRange([(byte)(value >> 8), (byte)value]);

    private static void Add32(List<byte> message, uint value)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, value);
        message.AddRange(bytes);
    }
}

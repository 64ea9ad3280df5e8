using System.Text;

namespace Codecs.Benchmarks.Workloads.Dns;

/// <summary>What a response says: the question's name is an alias of another, which has two addresses; its domain has a mail server.</summary>
public sealed record DnsResponse(ushort Id, string Question, string Alias, string MailServer, uint TimeToLive, uint Address, ushort Preference)
{
    private static readonly string[] s_hosts = ["www", "api", "cdn", "static", "login", "images", "m"];
    private static readonly string[] s_ends = ["com", "net", "org", "co.uk", "example", "info"];

    /// <summary>The names as text in bytes: what a program has at hand.</summary>
    public byte[] QuestionText { get; } = Encoding.ASCII.GetBytes(Question);

    /// <inheritdoc cref="QuestionText"/>
    public byte[] AliasText { get; } = Encoding.ASCII.GetBytes(Alias);

    /// <inheritdoc cref="QuestionText"/>
    public byte[] MailServerText { get; } = Encoding.ASCII.GetBytes(MailServer);

    /// <inheritdoc cref="QuestionText"/>
    public byte[] DomainText { get; } = Encoding.ASCII.GetBytes(Question[(Question.IndexOf('.', StringComparison.Ordinal) + 1)..]);

    /// <summary>A response of names and numbers by chance.</summary>
    public static DnsResponse Make(Random random)
    {
        string domain = $"{Word(random, 4, 14)}.{s_ends[random.Next(s_ends.Length)]}";
        return new(
            (ushort)random.Next(65536),
            $"{s_hosts[random.Next(s_hosts.Length)]}.{domain}",
            $"{Word(random, 6, 20)}.{Word(random, 3, 6)}.{domain}",
            $"mail.{domain}",
            (uint)random.Next(30, 86400),
            (uint)random.Next(),
            (ushort)random.Next(100));
    }

    /// <summary>The question's name, the alias, the domain and the mail server, as they are in messages, uncompressed.</summary>
    public static byte[] EncodeNames(DnsResponse response) =>
        [.. Encode(response.Question), .. Encode(response.Alias), .. Encode(response.Question[(response.Question.IndexOf('.', StringComparison.Ordinal) + 1)..]), .. Encode(response.MailServer)];

    private static IEnumerable<byte> Encode(string name) =>
        [.. name.Split('.').SelectMany(label => (IEnumerable<byte>)[(byte)label.Length, .. Encoding.ASCII.GetBytes(label)]), 0];

    private static string Word(Random random, int least, int most) =>
        string.Create(random.Next(least, most + 1), random, static (word, random) =>
        {
            foreach (ref char letter in word)
                letter = (char)('a' + random.Next(26));
        });
}

using System.Text;

namespace Codecs.Benchmarks.Workloads.Lines;

/// <summary>SMTP commands made up by a fixed rule: every run, on every machine, has the same.</summary>
public static class LineData
{
    private const int Seed = 5321;

    private static readonly string[] s_commands =
    [
        "EHLO client{0}.example.net", "MAIL FROM:<user{0}@example.org> SIZE={0}", "RCPT TO:<recipient{0}@example.com>", "RCPT TO:<r{0}@example.com>",
        "DATA", "QUIT", "RSET", "NOOP", "AUTH PLAIN AGV4YW1wbGUAc2VjcmV0{0}", "VRFY user{0}", "STARTTLS", "BDAT {0} LAST",
    ];

    /// <summary>Lines that end with CRLF.</summary>
    public static byte[] Commands(int count)
    {
        var random = new Random(Seed);
        var text = new StringBuilder();
        for (int i = 0; i < count; i++)
            text.AppendFormat(null, s_commands[random.Next(s_commands.Length)], random.Next(100_000)).Append("\r\n");
        return Encoding.ASCII.GetBytes(text.ToString());
    }

    /// <summary>The same with bytes changed into a CR or LF that ends nothing; the last line has its end.</summary>
    public static byte[] DamagedCommands(int count)
    {
        var random = new Random(Seed);
        byte[] bytes = Commands(count);
        for (int i = 0; i < count; i++)
            bytes[random.Next(bytes.Length - 2)] = random.Next(2) == 0 ? (byte)'\r' : (byte)'\n';
        return bytes;
    }
}

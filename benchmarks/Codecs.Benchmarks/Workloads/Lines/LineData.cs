using System.Text;

namespace Codecs.Benchmarks.Workloads.Lines;

/// <summary>Lines of SMTP and FTP made up by a fixed rule: every run, on every machine, has the same.</summary>
public static class LineData
{
    private const int Seed = 5321;

    private static readonly string[] s_commands =
    [
        "EHLO client{0}.example.net", "MAIL FROM:<user{0}@example.org> SIZE={0}", "RCPT TO:<recipient{0}@example.com>", "RCPT TO:<r{0}@example.com>",
        "DATA", "QUIT", "RSET", "NOOP", "AUTH PLAIN AGV4YW1wbGUAc2VjcmV0{0}", "VRFY user{0}", "STARTTLS", "BDAT {0} LAST",
    ];

    private static readonly string[] s_smtpReplies =
    [
        "250 2.1.0 Originator <user{0}@example.org> ok", "250 2.1.5 Recipient ok", "354 Start mail input; end with <CRLF>.<CRLF>", "250-mx{0}.example.org", "250-SIZE {0}", "250 HELP",
        "220 mx{0}.example.org ESMTP", "550 5.1.1 No such user", "451 4.3.0 Try again", "250 OK",
    ];

    private static readonly string[] s_ftpReplies =
    [
        "220 Service ready", "331 User name okay, need password", "230 User logged in", "227 Entering Passive Mode (192,0,2,1,20,162).", "150 Opening data connection for file{0}", "226 Transfer complete", "211-Features:",
        " MLST type*;size*;", "211 End", "213 {0}",
    ];

    /// <summary>Commands of SMTP.</summary>
    public static byte[] Commands(int count) => Lines(s_commands, count);

    /// <summary>Reply lines of SMTP.</summary>
    public static byte[] SmtpReplies(int count) => Lines(s_smtpReplies, count);

    /// <summary>Reply lines of FTP.</summary>
    public static byte[] FtpReplies(int count) => Lines(s_ftpReplies, count);

    /// <summary>Commands of SMTP with bytes changed into a CR or LF that ends nothing; the last line has its end.</summary>
    public static byte[] DamagedCommands(int count) => Damaged(Commands(count), count);

    /// <summary>Lines with so many bytes changed into a CR or LF that ends nothing; the last line has its end.</summary>
    public static byte[] Damaged(byte[] bytes, int count)
    {
        var random = new Random(Seed);
        for (int i = 0; i < count; i++)
            bytes[random.Next(bytes.Length - 2)] = random.Next(2) == 0 ? (byte)'\r' : (byte)'\n';
        return bytes;
    }

    // Lines that end with CRLF.
    private static byte[] Lines(string[] templates, int count)
    {
        var random = new Random(Seed);
        var text = new StringBuilder();
        for (int i = 0; i < count; i++)
            text.AppendFormat(null, templates[random.Next(templates.Length)], random.Next(100_000)).Append("\r\n");
        return Encoding.ASCII.GetBytes(text.ToString());
    }
}

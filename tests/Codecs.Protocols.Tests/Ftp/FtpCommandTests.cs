using Codecs.Fuzz;
using static Codecs.Protocols.Tests.TextLines;

namespace Codecs.Protocols.Tests.Ftp;

/// <summary>Command lines, with examples of the RFCs.</summary>
public sealed class FtpCommandTests
{
    private static readonly byte[] s_port = Sample.Get("FtpCommand", "RFC 959 section 4.1.2");
    private static readonly byte[] s_abort = Sample.Get("FtpCommand", "RFC 959 section 4.1.3, RFC 854");

    [Fact]
    public void Parse()
    {
        Assert.True(FtpCommand.TryParse(s_port, out var command));
        Assert.Equal(FtpVerb.DataPort, command.Verb.Value);
        Assert.True(command.TryGet(out FtpHostPort port));
        Assert.Equal((new IPv4Address(192, 0, 2, 1), 5282), (port.Address, port.Port));

        Assert.True(FtpCommand.TryParse(s_abort, out command));
        Assert.Equal((FtpVerb.Abort, "InterruptProcess DataMark"), (command.Verb.Value, command.Telnet.ToString()));

        // RFC 959 section 3.1.1.4: a size stands where other types have a format.
        Assert.True(FtpCommand.TryParse("TYPE L 36\r\n"u8, out command));
        Assert.True(command.TryGet(out FtpType type));
        Assert.Equal((FtpTypeCode.Local, 36, false), (type.Type.Value, type.ByteSize, type.Format.IsKnown));
        Assert.True(FtpCommand.TryParse("TYPE A T\r\n"u8, out command));
        Assert.True(command.TryGet(out type));
        Assert.Equal((FtpTypeCode.Ascii, 0, FtpFormat.TelnetFormat), (type.Type.Value, type.ByteSize, type.Format.Value));
    }

    [Fact]
    public void Build()
    {
        Assert.Equal(s_port, (new FtpCommand() / new FtpHostPort { Address = new(192, 0, 2, 1), Port = 5282 }).ToArray());
        Assert.Equal("QUIT\r\n", Text(new FtpCommand { Verb = FtpVerb.Logout }));
        Assert.Equal("PASS a b\r\n", Latin((new FtpCommand { Verb = FtpVerb.Password } / new FtpText { Text = "a b"u8 }).ToArray()));
        Assert.Equal("RETR  a\r\n", Latin((new FtpCommand { Verb = FtpVerb.Retrieve } / new FtpPathname { Pathname = " a"u8 }).ToArray()));
        Assert.Equal("EPRT |1|132.235.1.2|6275|\r\n", Latin((new FtpCommand() / FtpExtendedPort.Create(new IPv4Address(132, 235, 1, 2), 6275)).ToArray()));
        Assert.True(IPv6Address.TryParse("1080::8:800:200C:417A"u8, out var address));
        Assert.Equal("EPRT |2|1080::8:800:200c:417a|5282|\r\n", Latin((new FtpCommand() / FtpExtendedPort.Create(address, 5282)).ToArray()));
        Assert.Equal("EPSV ALL\r\n", Latin((new FtpCommand() / new FtpExtendedPassive { Argument = FtpExtendedPassiveCode.All }).ToArray()));
        Assert.Equal("EPSV\r\n", Latin((new FtpCommand() / new FtpExtendedPassive()).ToArray()));
        Assert.Equal("TYPE A N\r\n", Latin((new FtpCommand() / new FtpType { Type = FtpTypeCode.Ascii, Format = FtpFormat.NonPrint }).ToArray()));
        Assert.Equal("TYPE I\r\n", Latin((new FtpCommand() / new FtpType { Type = FtpTypeCode.Image }).ToArray()));
        Assert.Equal("TYPE L 8\r\n", Latin((new FtpCommand() / new FtpType { Type = FtpTypeCode.Local, ByteSize = 8 }).ToArray()));
        Assert.Equal("ALLO 5000 R 80\r\n", Latin((new FtpCommand() / new FtpAllocation { Size = 5000, RecordSize = 80 }).ToArray()));
        Assert.Equal("ALLO 5000\r\n", Latin((new FtpCommand() / new FtpAllocation { Size = 5000 }).ToArray()));
        Assert.Equal("AUTH TLS\r\n", Latin((new FtpCommand() / new FtpAuthentication { Mechanism = FtpSecurityMechanism.Tls }).ToArray()));
        Assert.Equal("PROT P\r\n", Latin((new FtpCommand() / new FtpProtection { Level = FtpProtectionCode.Private }).ToArray()));
        byte[] options = (new FtpOptions() / new FtpFactSelection { Facts = new ListBuilder<FtpSelectedFact> { new() { Name = FtpFactName.Type }, new() { Name = FtpFactName.Size } } }).ToArray();
        Assert.Equal("OPTS MLST type;size;\r\n", Text(new FtpCommand { Verb = FtpVerb.Options, Arguments = options }));
        Assert.Equal("MFMT 20020717210715 a\r\n", Latin((new FtpCommand { Verb = FtpVerb.SetModificationTime } / new FtpTimedPathname
        {
            Time = new(new DateTimeOffset(2002, 7, 17, 21, 7, 15, TimeSpan.Zero)),
            Pathname = "a"u8,
        }).ToArray()));
    }

    [Fact]
    public void RoundTrip()
    {
        foreach (var sample in Sample.All.Where(sample => sample.Type == nameof(FtpCommand)))
            Expect.Preserved<FtpCommand>(sample.Bytes);
        Expect.RoundTrip<FtpCommand>(s_port);
        Expect.Preserved<FtpCommand>(s_abort);
    }

    [Fact]
    public void CutAtEveryLength()
    {
        Expect.Unfinished<FtpCommand>(s_port);
        Expect.Unfinished<FtpCommand>(s_abort);
    }

    [Fact]
    public void WrongField()
    {
        Expect.Invalid<FtpCommand>(Latin("NOOP\n\r\n"), ParseError.Syntax, "Arguments", 4);
        foreach (string numbers in new[] { "192,0,2,1,20", "192,0,2,1,20,256", "256,0,2,1,20,1", "192,0,2,1,20,1x", "192,0,2,1,20,1,2", "192.0.2.1,20,1", "", "-1,0,2,1,20,1" })
            Assert.True(FtpCommand.TryParse(Latin($"PORT {numbers}\r\n"), out var command) && !command.TryGet(out FtpHostPort _), numbers);
        foreach (string arguments in new[] { "|1|132.235.1.2|6275", "|1|132.235.1.2|65536|", "|x|132.235.1.2|1|", "|1|132 235|1|", "", "|", "|1|132.235.1.2|1|x" })
            Assert.True(FtpCommand.TryParse(Latin($"EPRT {arguments}\r\n"), out var command) && !command.TryGet(out FtpExtendedPort _), arguments);
        Assert.False(FtpAllocation.TryParse("5 R"u8, out _));
        Assert.False(FtpTimedPathname.TryParse("20020230000000 a"u8, out _));
    }

    [Theory]
    [InlineData("|2|2001:db8::1|5282|", FtpAddressFamily.IPv6, 5282)]
    [InlineData("!1!192.0.2.1!21!", FtpAddressFamily.IPv4, 21)]
    [InlineData("|7|odd.address|1|", (FtpAddressFamily)7, 1)]
    public void ExtendedPorts(string text, FtpAddressFamily family, ushort port)
    {
        Assert.True(FtpExtendedPort.TryParse(Latin(text), out var parsed));
        Assert.Equal((family, port), (parsed.Family, parsed.Port));
        Assert.Equal(family == FtpAddressFamily.IPv6, parsed.Address.TryGet(out IPv6Address _));
        Assert.Equal(family == FtpAddressFamily.IPv4, parsed.Address.TryGet(out IPv4Address _));
        Assert.Equal(text, Text(in parsed));
    }

    public static TheoryData<string> Smuggling => ["a\r\nDELE b", "a\nDELE b", "\n", "\r\n", "a\n"];

    [Theory]
    [MemberData(nameof(Smuggling))]
    public void NoValueEndsALine(string text)
    {
        Refuses("FtpCommand.Verb", () => new FtpCommand { Verb = new(Latin(text)) }.ToArray());
        Refuses("FtpCommand.Arguments", () => new FtpCommand { Verb = FtpVerb.Retrieve, Arguments = Latin(text) }.ToArray());
        Refuses("FtpCommand.Arguments", () => (new FtpCommand { Verb = FtpVerb.Retrieve } / new FtpPathname { Pathname = Latin(text) }).ToArray());
        Refuses("FtpCommand.Arguments", () => (new FtpCommand { Verb = FtpVerb.User } / new FtpText { Text = Latin(text) }).ToArray());
        Refuses("", () => new FtpCommand { Telnet = new(Latin(text)), Verb = FtpVerb.NoOperation }.ToArray());
        Refuses("", () => (new FtpCommand() / new FtpExtendedPort { Delimiter = (byte)'|', Address = new(Latin(text)) }).ToArray());
        Refuses("FtpCommand.Arguments", () => (new FtpCommand { Verb = FtpVerb.SetModificationTime } / new FtpTimedPathname { Time = new(DateTimeOffset.UnixEpoch), Pathname = Latin(text) }).ToArray());
        Refuses("FtpReplyLine.Text", () => new FtpReplyLine { Code = FtpReplyCode.CommandOkay, Text = Latin(text) }.ToArray());
        Refuses("FtpReplyLine.Text", () => (new FtpReplyLine { Code = FtpReplyCode.PathnameCreated } / new FtpPathnameText { Pathname = Latin(text) }).ToArray());
        Refuses("FtpEntryLine.Entry", () => new FtpEntryLine { Entry = new() { Pathname = Latin(text) } }.ToArray());
        Refuses("FtpFeatureLine", () => new FtpFeatureLine { Name = new(Latin(text)) }.ToArray());
        Refuses("FtpFeatureReply.Title", () => new FtpFeatureReply { Title = Latin(text) }.ToArray());
    }

    // RFC 2640 section 3.1: a CR is followed by NUL; a byte 255 is doubled.
    [Fact]
    public void PathnamesWithOddBytes()
    {
        Span<byte> buffer = stackalloc byte[20];
        Assert.True(TelnetText.TryEncode([(byte)'a', 13, 255, (byte)'b'], buffer, out int length));
        byte[] line = (new FtpCommand { Verb = FtpVerb.Retrieve } / new FtpPathname { Pathname = buffer[..length] }).ToArray();
        Assert.Equal("RETR a\r\0\u00FF\u00FFb\r\n", Latin(line));
        Assert.True(FtpCommand.TryParse(line, out var command));
        Assert.True(command.TryGet(out FtpPathname pathname));
        Assert.True(TelnetText.TryDecode(pathname.Pathname, buffer, out length));
        Assert.Equal("a\r\u00FFb", Latin(buffer[..length]));
        // A CR at the very end belongs to the pathname, the next to the line.
        Assert.True(FtpCommand.TryParse("RETR a\r\r\n"u8, out command));
        Assert.Equal("a\r", Latin(command.Arguments));
    }

    [Fact]
    public void OptionsAreRefused()
    {
        Assert.True(FtpCommand.TryParse(Sample.Get("FtpCommand", "RFC 854: options"), out var command));
        Assert.Equal(FtpVerb.NoOperation, command.Verb.Value);
        Span<byte> buffer = stackalloc byte[20];
        Assert.True(command.Telnet.TryRefuse(buffer, out int length));
        Assert.Equal("fffe01fffc03", Convert.ToHexStringLower(buffer[..length]));
    }
}

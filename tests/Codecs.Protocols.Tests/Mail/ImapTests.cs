using System.Text;
using Codecs.Fuzz;

namespace Codecs.Protocols.Tests.Mail;

public sealed class ImapTests
{
    [Fact]
    public void Commands()
    {
        Assert.True(ImapCommand.TryParse(Sample.Get(nameof(ImapCommand), "RFC 9051 section 6.2.3, with literals"), out var command));
        Assert.Equal("A001"u8, command.Tag);
        Assert.Equal(ImapVerb.Login, command.Verb.Value);
        Assert.Equal(["Literal FRED FOOBAR", "Literal fat man"], Show(command.Arguments.Values));
        Assert.True(ImapCommand.TryParse(Sample.Get(nameof(ImapCommand), "RFC 7888"), out command));
        Assert.Equal(["Literal FRED FOOBAR", "Literal fat man"], Show(command.Arguments.Values));
        // What a literal holds announces nothing.
        Assert.True(ImapCommand.TryParse("a LOGIN x {3}\r\n{9}\r\n"u8, out command));
        Assert.Equal(["Atom x", "Literal {9}"], Show(command.Arguments.Values));
        Assert.True(ImapCommand.TryParse(Sample.Get(nameof(ImapCommand), "RFC 9051 section 6.3.12"), out command));
        Assert.Equal(["Atom saved-messages", @"List \Seen", "Literal Subject: a\r\n\r\nb\r\n"], Show(command.Arguments.Values));
        Assert.True(ImapCommand.TryParse(Sample.Get(nameof(ImapCommand), "RFC 9051 section 6.4.5"), out command));
        Assert.Equal(["Atom 2:4", "List FLAGS BODY[HEADER.FIELDS (DATE FROM)]"], Show(command.Arguments.Values));
        Assert.Equal(["Atom FLAGS", "Atom BODY[HEADER.FIELDS (DATE FROM)]"], Show(Second(command.Arguments.Values).Items));
    }

    [Fact]
    public void Responses()
    {
        Assert.True(ImapResponse.TryParse(Sample.Get(nameof(ImapResponse), "RFC 9051 section 7.1"), out var response));
        Assert.Equal((true, false, ImapStatus.Ok, null), (response.IsUntagged, response.IsContinuation, response.Status, response.Number));
        Assert.StartsWith("CAPABILITY STARTTLS", Encoding.ASCII.GetString(response.ResponseCode));
        Assert.True(ImapResponse.TryParse("* 23 EXISTS\r\n"u8, out response));
        Assert.Equal((ImapStatus.None, (uint?)23), (response.Status, response.Number));
        Assert.Equal("EXISTS"u8, response.Name);
        Assert.True(ImapResponse.TryParse("+\r\n"u8, out response));
        Assert.True(response.IsContinuation && response.Text.Bytes.IsEmpty);
        Assert.True(ImapResponse.TryParse(Sample.Get(nameof(ImapResponse), "RFC 9051 section 7.3.1"), out response));
        Assert.Equal("LIST"u8, response.Name);
        Assert.Equal([@"List \Noselect", "Quoted /", "Atom ~/Mail/foo"], Show(response.Data));
        Assert.True(ImapResponse.TryParse(Sample.Get(nameof(ImapResponse), "RFC 9051 section 8: a literal"), out response));
        Assert.Equal(["Atom BODY[HEADER]", "Literal Subject: summary\r\nTo: imap\r\n\r\n", "Atom FLAGS", "List "], Show(First(response.Data).Items));
    }

    // The example of RFC 9051 section 7.5.2.
    [Fact]
    public void Envelope()
    {
        Assert.True(ImapResponse.TryParse(Sample.Get(nameof(ImapResponse), "RFC 9051 section 7.5.2"), out var response));
        Assert.Equal("FETCH"u8, response.Name);
        bool isNext = false;
        foreach (var item in First(response.Data).Items)
        {
            if (isNext)
            {
                Assert.True(ImapEnvelope.TryRead(item, out var envelope));
                Assert.Equal("IMAP4rev2 WG mtg summary and minutes"u8, envelope.Subject.Bytes);
                Assert.Equal((ImapValueKind.Nil, ImapValueKind.Nil), (envelope.Bcc.Kind, envelope.InReplyTo.Kind));
                Assert.True(ImapAddress.TryRead(Second(envelope.Cc.Items), out var address));
                Assert.Equal(("John Klensin", ImapValueKind.Nil, "KLENSIN", "MIT.EDU"), (Encoding.ASCII.GetString(address.Name.Bytes), address.Route.Kind, Encoding.ASCII.GetString(address.Mailbox.Bytes), Encoding.ASCII.GetString(address.Host.Bytes)));
                return;
            }
            isNext = item.Is("envelope"u8);
        }
        Assert.Fail("There is no envelope.");
    }

    [Theory]
    [InlineData("a (b", 1)]
    [InlineData("a \"b", 1)]
    [InlineData("a b)", 2)]
    [InlineData("{5}\r\nab", 0)]
    [InlineData("a BODY[x", 1)]
    [InlineData("((((", 0)]
    [InlineData("a \"b\\\"c\" d", 3)]
    public void ValuesThatAreNone(string text, int count)
    {
        byte[] bytes = Encoding.ASCII.GetBytes(text);
        var values = new ImapValues(bytes).GetEnumerator();
        int found = 0;
        while (values.MoveNext())
            found++;
        Assert.Equal((count, count < 3), (found, values.IsMalformed));
    }

    [Fact]
    public void QuotedText()
    {
        Span<byte> text = stackalloc byte[16];
        Assert.True(First(new ImapValues("\"a\\\"b\\\\c\""u8)).TryGetText(text, out int written));
        Assert.Equal("a\"b\\c"u8, text[..written]);
        Assert.True(First(new ImapValues("4827313"u8)).TryGetNumber(out ulong number));
        Assert.Equal(4827313ul, number);
    }

    [Fact]
    public void Build()
    {
        Assert.Equal("abcd CAPABILITY\r\n"u8, new ImapCommand { Tag = "abcd"u8, Verb = ImapVerb.Capability }.ToArray());
        Assert.Equal("a1 LOGIN alice {6+}\r\nsecret\r\n"u8, new ImapCommand { Tag = "a1"u8, Verb = ImapVerb.Login, Arguments = new("alice {6+}\r\nsecret"u8) }.ToArray());
        Assert.Equal("* 23 EXISTS\r\n"u8, new ImapResponse { Tag = "*"u8, Text = new("23 EXISTS"u8) }.ToArray());
        // Nothing can begin another command.
        Assert.Throws<InvalidOperationException>(() => new ImapCommand { Tag = "a1"u8, Verb = ImapVerb.Select, Arguments = new("x\r\na2 DELETE y"u8) }.ToArray());
        Assert.Throws<InvalidOperationException>(() => new ImapCommand { Tag = "a1"u8, Verb = ImapVerb.Select, Arguments = new("x {30}"u8) }.ToArray());
        Assert.Throws<InvalidOperationException>(() => new ImapCommand { Tag = "a1"u8, Verb = ImapVerb.Select, Arguments = new("x {30}\r\nshort"u8) }.ToArray());
    }

    [Fact]
    public void RoundTrip()
    {
        Assert.All(Sample.All.Where(sample => sample.Type == nameof(ImapCommand)), sample => Expect.RoundTrip<ImapCommand>(sample.Bytes));
        Assert.All(Sample.All.Where(sample => sample.Type == nameof(ImapResponse)), sample => Expect.RoundTrip<ImapResponse>(sample.Bytes));
    }

    [Fact]
    public void CutAtEveryLength()
    {
        Expect.Unfinished<ImapCommand>(Sample.Get(nameof(ImapCommand), "RFC 9051 section 6.2.3, with literals"));
        Expect.Unfinished<ImapResponse>(Sample.Get(nameof(ImapResponse), "RFC 9051 section 8: a literal"));
    }

    [Fact]
    public void WrongField()
    {
        Expect.Invalid<ImapCommand>([.. "a+ NOOP\r\n"u8], ParseError.Requirement, nameof(ImapCommand.Tag), 0);
        Assert.Equal(ParseError.Limit, ImapCommand.TryParse("a APPEND x {99999999999}\r\n"u8, out _).Error);
    }

    private static ImapValue First(ImapValues values)
    {
        var walk = values.GetEnumerator();
        walk.MoveNext();
        return walk.Current;
    }

    private static ImapValue Second(ImapValues values)
    {
        var walk = values.GetEnumerator();
        walk.MoveNext();
        walk.MoveNext();
        return walk.Current;
    }

    private static List<string> Show(ImapValues values)
    {
        var found = new List<string>();
        foreach (var value in values)
            found.Add($"{value.Kind} {Encoding.Latin1.GetString(value.Bytes)}");
        return found;
    }
}

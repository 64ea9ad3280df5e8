namespace Codecs.Protocols;

/// <summary>What a POP3 server answers (RFC 1939 section 3), in one line; or the first of many, see <see cref="Pop3Lines"/>.</summary>
[Message("RFC 1939"), Terminated("\r\n"), Limit(12288)]
public readonly ref partial struct Pop3Reply
{
    /// <summary>What became of the command.</summary>
    [Terminated(" ", Optional = true), Require(nameof(IsIndicator))] public required partial Token<Pop3Indicator> Indicator { get; init; }

    /// <summary>Words for people, or what was asked for: <see cref="Pop3Status"/>, <see cref="Pop3Listing"/>, <see cref="Pop3UniqueId"/>. A challenge in Base64 behind <see cref="Pop3Indicator.Continue"/>.</summary>
    public partial ReadOnlySpan<byte> Text { get; init; }

    /// <summary>Did it work?</summary>
    public bool IsOk => Indicator.Value == Pop3Indicator.Ok;

    /// <summary>What went wrong, for programs, without its brackets (RFC 2449 section 8): <c>IN-USE</c>, <c>LOGIN-DELAY</c>, <c>SYS/TEMP</c>, <c>AUTH</c>; empty if the text does not begin with it.</summary>
    public ReadOnlySpan<byte> ResponseCode => Text is [(byte)'[', ..] && Text.IndexOf((byte)']') is > 0 and var end ? Text[1..end] : default;

    private bool IsIndicator => Indicator.IsKnown;
}

/// <summary>The first word of an answer (RFC 1939 section 3, RFC 5034 section 4).</summary>
[Token]
public enum Pop3Indicator : byte
{
    /// <summary>It worked.</summary>
    [Token("+OK")] Ok = 1,

    /// <summary>It did not.</summary>
    [Token("-ERR")] Error,

    /// <summary>A challenge: go on.</summary>
    [Token("+")] Continue,
}

/// <summary>The lines behind the first of an answer, up to one of a single dot (RFC 1939 section 3). To read a message of any size in pieces, there is <see cref="DotStuffingDecoder"/>.</summary>
[Message("RFC 1939")]
public readonly ref partial struct Pop3Lines
{
    /// <summary>The lines.</summary>
    [Terminated(".\r\n")] public partial MessageList<Pop3Line> Lines { get; init; }
}

/// <summary>A line of an answer (RFC 1939 section 3).</summary>
[Message("RFC 1939"), Terminated("\r\n"), Limit(65536)]
public readonly ref partial struct Pop3Line
{
    /// <summary>The line as it is sent: if it begins with a dot, that is doubled.</summary>
    public partial ReadOnlySpan<byte> StuffedText { get; init; }

    /// <summary>The line.</summary>
    public ReadOnlySpan<byte> Text => StuffedText is [(byte)'.', ..] ? StuffedText[1..] : StuffedText;
}

/// <summary>How many messages there are (RFC 1939 section 5): text of the answer to STAT.</summary>
[Message("RFC 1939")]
public readonly ref partial struct Pop3Status
{
    /// <summary>Messages.</summary>
    [Digits, Terminated(" ")] public partial uint Count { get; init; }

    /// <summary>Bytes of all together. What some servers put behind it does not belong to it.</summary>
    [Digits] public partial ulong Octets { get; init; }
}

/// <summary>Size of a message (RFC 1939 section 5, scan listing): a line of the answer to LIST.</summary>
[Message("RFC 1939")]
public readonly ref partial struct Pop3Listing
{
    /// <summary>The message.</summary>
    [Digits, Terminated(" ")] public partial uint Number { get; init; }

    /// <summary>Bytes of it. What some servers put behind it does not belong to it.</summary>
    [Digits] public partial ulong Octets { get; init; }
}

/// <summary>Identifier of a message (RFC 1939 section 7): a line of the answer to UIDL.</summary>
[Message("RFC 1939")]
public readonly ref partial struct Pop3UniqueId
{
    /// <summary>The message.</summary>
    [Digits, Terminated(" ")] public partial uint Number { get; init; }

    /// <summary>The same in every session: 1 to 70 bytes.</summary>
    public partial ReadOnlySpan<byte> UniqueId { get; init; }
}

/// <summary>Something a server can do (RFC 2449 section 5): a line of the answer to CAPA.</summary>
[Message("RFC 2449")]
public readonly ref partial struct Pop3Capability
{
    /// <summary>The line: a tag, and parameters with blanks before them.</summary>
    public partial ReadOnlySpan<byte> Text { get; init; }

    /// <summary>What it is called.</summary>
    public ReadOnlySpan<byte> Tag => Text.IndexOf((byte)' ') is >= 0 and var end ? Text[..end] : Text;

    /// <summary>More about it, with blanks in between; empty if there is nothing.</summary>
    public ReadOnlySpan<byte> Parameters => Text.IndexOf((byte)' ') is >= 0 and var end ? Text[(end + 1)..] : default;
}

using Codecs;

namespace Notes;

/// <summary>A command: <c>SET name value</c>, <c>GET name</c> or <c>QUIT</c>, and CRLF. A bare CR or LF is in no line, so no value can smuggle one in.</summary>
[Message, Terminated("\r\n", Except = "\r\n"), Limit(512)]
public readonly ref partial struct NotesCommand
{
    /// <summary>What is to be done. One that is unknown keeps its bytes.</summary>
    [Terminated(" ", Optional = true), TagOf(nameof(Arguments))] public partial Token<NotesVerb> Verb { get; init; }

    /// <summary>What it is to be done with.</summary>
    [Case<NotesSet>, Case<NotesGet>] public partial ReadOnlySpan<byte> Arguments { get; init; }
}

/// <summary>Verbs, read in either case.</summary>
[Token(IgnoreCase = true)]
public enum NotesVerb
{
    /// <summary>Keeps a value.</summary>
    [Token("SET")] Set = 1,

    /// <summary>Asks for a value.</summary>
    [Token("GET")] Get,

    /// <summary>Ends the connection.</summary>
    [Token("QUIT")] Quit,
}

/// <summary>A name and its value.</summary>
[Message, Tag(NotesVerb.Set)]
public readonly ref partial struct NotesSet
{
    /// <summary>Up to the first space.</summary>
    [Terminated(" ")] public partial ReadOnlySpan<byte> Name { get; init; }

    /// <summary>The rest of the line.</summary>
    public partial ReadOnlySpan<byte> Value { get; init; }
}

/// <summary>A name.</summary>
[Message, Tag(NotesVerb.Get)]
public readonly ref partial struct NotesGet
{
    /// <summary>The rest of the line.</summary>
    public partial ReadOnlySpan<byte> Name { get; init; }
}

/// <summary>A reply: three digits, a space and text.</summary>
[Message, Terminated("\r\n", Except = "\r\n")]
public readonly ref partial struct NotesReply
{
    /// <summary>2xx: done; 4xx: not there; 5xx: not understood.</summary>
    [Digits(3), Terminated(" ")] public partial ushort Code { get; init; }

    /// <summary>For people, or a value.</summary>
    public partial ReadOnlySpan<byte> Text { get; init; }
}

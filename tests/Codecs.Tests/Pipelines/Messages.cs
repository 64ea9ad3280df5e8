namespace Codecs.Tests.Pipelines;

/// <summary>A command: a word, and what follows it.</summary>
[Message, Terminated("\r\n")]
public readonly ref partial struct Command
{
    /// <summary>The word.</summary>
    [Terminated(" ", Optional = true)] public partial ReadOnlySpan<byte> Verb { get; init; }

    /// <summary>All behind the blank.</summary>
    public partial ReadOnlySpan<byte> Rest { get; init; }
}

/// <summary>A line that may be much longer than others.</summary>
[Message, Terminated("\r\n"), Limit(1 << 21)]
public readonly ref partial struct LongLine
{
    /// <summary>All of it.</summary>
    [Limit(1 << 21)] public partial ReadOnlySpan<byte> Text { get; init; }
}

/// <summary>A line of a reply: three digits, then a mark that says whether more lines follow.</summary>
[Message, Terminated("\r\n")]
public readonly ref partial struct ReplyLine
{
    /// <summary>Three digits.</summary>
    [Digits(3)] public partial ushort Code { get; init; }

    /// <summary>A hyphen if more lines follow.</summary>
    public partial byte Mark { get; init; }

    /// <summary>What it says.</summary>
    public partial ReadOnlySpan<byte> Text { get; init; }

    /// <summary>Is it the last?</summary>
    public bool IsLast => Mark != '-';
}

/// <summary>A reply of one or more lines.</summary>
[Message]
public readonly ref partial struct Reply
{
    /// <summary>The lines.</summary>
    [Until(nameof(ReplyLine.IsLast))] public partial MessageList<ReplyLine> Lines { get; init; }
}

/// <summary>Bytes behind their number.</summary>
[Message]
public readonly ref partial struct Block
{
    /// <summary>Length of <see cref="Data"/> in bytes.</summary>
    [LengthOf(nameof(Data))] public partial uint Length { get; }

    /// <summary>Anything.</summary>
    public partial ReadOnlySpan<byte> Data { get; init; }
}

/// <summary>Always the same number of bytes.</summary>
[Message]
public readonly partial record struct Beat
{
    /// <summary>Always the same.</summary>
    [Const(0xBEA7)] public partial ushort Magic { get; }

    /// <summary>Counts.</summary>
    public partial uint Number { get; init; }

    /// <summary>Anything.</summary>
    public partial byte Flags { get; init; }
}

/// <summary>A block whose reader must know the byte order.</summary>
[Message]
public readonly ref partial struct OrderedBlock
{
    /// <summary>The byte order.</summary>
    [Parameter] public partial bool IsLittle { get; init; }

    /// <summary>Length of <see cref="Data"/> in bytes.</summary>
    [LittleEndian(When = nameof(IsLittle)), LengthOf(nameof(Data))] public partial ushort Length { get; }

    /// <summary>Anything.</summary>
    public partial ReadOnlySpan<byte> Data { get; init; }
}

/// <summary>A message without bytes, which one could read for ever.</summary>
[Message]
public readonly ref partial struct Nothing
{
    /// <summary>Never there.</summary>
    [When(nameof(IsThere))] public partial byte Field { get; init; }

    private bool IsThere => false;
}

namespace Codecs.Tests.Runtime;

/// <summary>Something with a length of its own: an element.</summary>
[Message]
public readonly ref partial struct Item
{
    /// <summary>0 ends a list.</summary>
    public partial byte Kind { get; init; }

    /// <summary>Length of <see cref="Data"/> in bytes.</summary>
    [LengthOf(nameof(Data))] public partial byte Length { get; }

    /// <summary>Anything.</summary>
    public partial ReadOnlySpan<byte> Data { get; init; }

    /// <summary>Is it the last?</summary>
    public bool IsEnd => Kind == 0;
}

/// <summary>Items in the three ways that a list can end.</summary>
[Message]
public readonly ref partial struct ItemLists
{
    /// <summary>The number of <see cref="Counted"/>.</summary>
    [CountOf(nameof(Counted))] public partial byte Count { get; }

    /// <summary>Length of <see cref="Bounded"/> in bytes.</summary>
    [LengthOf(nameof(Bounded))] public partial byte Length { get; }

    /// <summary>As many as are counted.</summary>
    public partial MessageList<Item> Counted { get; init; }

    /// <summary>As many as there is room for.</summary>
    public partial MessageList<Item> Bounded { get; init; }

    /// <summary>Up to one that is the last.</summary>
    [Until(nameof(Item.IsEnd))] public partial MessageList<Item> Ended { get; init; }
}

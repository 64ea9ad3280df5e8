namespace Codecs.Tool.Text;

/// <summary>What a field is to a summary.</summary>
internal enum SummaryUse : byte
{
    /// <summary>A value that may tell something.</summary>
    Value,

    /// <summary>What receivers need and people do not: lengths, checksums, constants.</summary>
    Technical,

    Source,
    Destination,
    SourcePort,
    DestinationPort,
}

/// <summary>Of each field of a message type what it is to a summary, found out once.</summary>
internal sealed class SummaryPlan
{
    private const FieldRole Technical = FieldRole.Const | FieldRole.Reserved | FieldRole.Length | FieldRole.Count | FieldRole.Presence | FieldRole.Checksum | FieldRole.Padding;

    private readonly string[] _names;

    private SummaryPlan(MessageDescription description)
    {
        Name = description.Name;
        _names = [.. description.Fields.Select(static field => field.Name)];
        Uses = [.. description.Fields.Select(static field => Use(field))];
        Labels = [.. description.Fields.Select(static field => Short(field.Name) ?? Words.Of(field.Name).ToLowerInvariant())];
        AreUsual = [.. description.Fields.Select(static field => Short(field.Name) is not null)];
        AreKinds = [.. description.Fields.Select(static field => field.Name.Length > "Type".Length && field.Name.EndsWith("Type", StringComparison.Ordinal))];
        Flags = [.. description.Fields.Select(static field => field.Name == "DontFragment" ? null : Words.Of(field.Name).ToLowerInvariant().Replace("is ", "", StringComparison.Ordinal))];
        IsCarrier = description.Fields.Any(static field => (field.Role & FieldRole.Payload) != 0);
    }

    public string Name { get; }

    /// <summary>Does it carry something? Then its lists are options, of which one line says nothing.</summary>
    public bool IsCarrier { get; }

    /// <summary>By ordinal.</summary>
    public SummaryUse[] Uses { get; }

    /// <summary>By ordinal: what stands before a number.</summary>
    public string[] Labels { get; }

    /// <summary>By ordinal: is it one of the numbers that people look for, in headers of carriers too?</summary>
    public bool[] AreUsual { get; }

    /// <summary>By ordinal: does it tell of what kind an address is? That is seen by the address.</summary>
    public bool[] AreKinds { get; }

    /// <summary>By ordinal: what is said if it is true; null for nothing.</summary>
    public string?[] Flags { get; }

    public static SummaryPlan Of<T>() where T : IVisitable<T>, allows ref struct => Cache<T>.Plan;

    /// <summary>The ordinal of a field; they come in order.</summary>
    public int IndexOf(in FieldDescription field, ref int next)
    {
        int index = next;
        if ((uint)index >= (uint)_names.Length || !ReferenceEquals(_names[index], field.Name))
            index = Search(field.Name, index);
        next = index + 1;
        return index;
    }

    // What comes before it was absent: mostly it is not far.
    private int Search(string name, int start)
    {
        for (int index = start + 1; index < _names.Length; index++)
        {
            if (ReferenceEquals(_names[index], name))
                return index;
        }
        return Array.IndexOf(_names, name);
    }

    private static SummaryUse Use(in FieldDescription field) => field.Name switch
    {
        "Source" or "SourceAddress" or "SenderProtocol" or "SenderProtocolAddress" or "Sender" => SummaryUse.Source,
        "Destination" or "DestinationAddress" or "TargetProtocol" or "TargetProtocolAddress" or "Target" => SummaryUse.Destination,
        "SourcePort" => SummaryUse.SourcePort,
        "DestinationPort" => SummaryUse.DestinationPort,
        _ => (field.Role & Technical) != 0 ? SummaryUse.Technical : SummaryUse.Value,
    };

    private static string? Short(string name) => name switch
    {
        "SequenceNumber" => "seq",
        "AcknowledgmentNumber" => "ack",
        "Identification" or "Identifier" => "id",
        "Window" => "win",
        "FragmentOffset" => "fragment offset",
        "Code" => "code",
        _ => null,
    };

    private static class Cache<T> where T : IVisitable<T>, allows ref struct
    {
        public static readonly SummaryPlan Plan = new(T.Description);
    }
}

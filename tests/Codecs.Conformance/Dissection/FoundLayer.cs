namespace Codecs.Conformance.Dissection;

/// <summary>A layer as this library finds it.</summary>
internal sealed class FoundLayer(string message, int offset, bool isQuoted)
{
    /// <summary>Name of the message type.</summary>
    public string Message => message;

    /// <summary>Where it is in the frame.</summary>
    public int Offset => offset;

    /// <summary>Does it belong to a packet that an ICMP error quotes?</summary>
    public bool IsQuoted => isQuoted;

    /// <summary>What is wrong with it; null if it parsed.</summary>
    public string? Fault { get; set; }

    /// <summary>Is less of its payload there than it says, or than a layer below it says?</summary>
    public bool IsCut { get; set; }

    /// <summary>Where its header ends in the frame: where its payload starts.</summary>
    public int PayloadStart { get; set; }

    /// <summary>Where its payload ends in the frame.</summary>
    public int PayloadEnd { get; set; }

    /// <summary>Where it ends in the frame, with payload and trailer.</summary>
    public int End { get; set; }

    /// <summary>Is its checksum right? Null if it has none, or cannot tell because not all is there.</summary>
    public bool? ChecksumIsValid { get; set; }

    /// <summary>What is wrong with the bytes when it is written again; null if they are the same.</summary>
    public string? WriteFault { get; set; }

    /// <summary>Where a field is reported to be at a place that holds something else; null if nowhere.</summary>
    public string? PlaceFault { get; set; }

    /// <summary>Has it a list that ends at a fault?</summary>
    public bool HasBrokenList { get; set; }

    /// <summary>Has it a part that is not what its tag says?</summary>
    public bool HasBrokenPart { get; set; }

    /// <summary>Bytes behind the layer that it carries; null if that cannot be told because the layer is unknown.</summary>
    public (int Start, int End)? Trailer { get; set; }

    /// <summary>All fields in wire order, those of nested messages and elements of lists too.</summary>
    public List<FieldValue> Fields { get; } = [];

    /// <summary>Takes the layer above for a part of this one's header.</summary>
    public void Absorb(FoundLayer upper)
    {
        Fields.AddRange(upper.Fields);
        PayloadStart = upper.PayloadStart;
        PayloadEnd = upper.PayloadEnd;
    }

    public FieldValue? Find(string path)
    {
        foreach (var field in Fields)
        {
            if (field.Path == path)
                return field;
        }
        return null;
    }

    public FieldValue? FindAt(string path, int byteOffset)
    {
        foreach (var field in Fields)
        {
            if (field.Path == path && field.Offset == byteOffset)
                return field;
        }
        return null;
    }
}

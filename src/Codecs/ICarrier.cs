using System.ComponentModel;

namespace Codecs;

/// <summary>A message that carries another one, selected by a tag. For generated code.</summary>
/// <typeparam name="TTag">The enum that is the table of what it can carry.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface ICarrier<TTag> where TTag : struct, Enum
{
    /// <summary>The number of fields that may select.</summary>
    static abstract int TagCount { get; }

    /// <summary>The name of one of the fields that may select.</summary>
    static abstract string GetTagField(int index);

    /// <summary>What the carrier carries, as bytes.</summary>
    ReadOnlySpan<byte> Payload { get; }

    /// <summary>The value of the tag field at <paramref name="index"/>; false if it does not select in this message.</summary>
    bool TryGetTag(int index, out TTag tag);
}

namespace Codecs;

/// <summary>Walks the elements of a list, whatever the list.</summary>
/// <typeparam name="T">The type of the elements.</typeparam>
public interface IElementEnumerator<T> where T : allows ref struct
{
    /// <summary>The element.</summary>
    T Current { get; }

    /// <summary>Where the element starts, in bytes from the start of the list.</summary>
    int Offset { get; }

    /// <summary>Length of the element in bytes.</summary>
    int Length { get; }

    /// <summary>What became of the walk so far, with lengths and offsets from the start of the list.</summary>
    ParseResult Result { get; }

    /// <summary>Goes to the next element; false at the end and at the first element that does not parse.</summary>
    bool MoveNext();
}

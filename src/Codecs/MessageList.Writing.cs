using System.ComponentModel;
using Codecs.CompilerServices;

namespace Codecs;

// Lists as fields of a message that is written: they may come from another message, or from a ListBuilder.
public readonly ref partial struct MessageList<T>
{
    /// <summary>The most bytes that the list takes as a field of that shape, without what ends it. For generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public int GetMaxSize(ListShape<T>? shape)
    {
        if ((IsEmpty && _shape is null) || IsAs(shape))
            return Bytes.Length;
        int size = 0, count = 0;
        var enumerator = GetEnumerator();
        while (enumerator.MoveNext())
        {
            if (count++ > 0 && shape is { Align: > 0 })
                size += Wire.Padding(size, shape.Align);
            size += T.IsCompressed ? enumerator.Current.GetMaxSize() : enumerator.Length;
        }
        // What is broken is kept as it is, if at all.
        size += enumerator.Result ? 0 : Bytes.Length - enumerator.Offset;
        return size + (shape is null || count == 0 ? 0 : (count - 1) * shape.Separator.Length);
    }

    /// <summary>Writes the list as a field of that shape, without what ends it. For generated code.</summary>
    /// <returns>The bytes written; -1 if elements that are compressed have no room.</returns>
    /// <exception cref="InvalidOperationException">The list cannot be read back from such a field; the message names it.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public int Write(Span<byte> message, int offset, ListShape<T>? shape, string field, scoped WriteContext context)
    {
        if (shape is not null && !ReferenceEquals(shape, _shape))
            CheckEnd(shape, field);
        if (IsAs(shape))
        {
            var bytes = Bytes;
            bytes.CopyTo(message[offset..]);
            return bytes.Length;
        }
        if (IsEmpty && _shape is null)
            return 0;
        int at = offset;
        var enumerator = GetEnumerator();
        while (enumerator.MoveNext())
        {
            if (at != offset && shape is { IsSeparated: true })
            {
                shape.Separator.CopyTo(message[at..]);
                at += shape.Separator.Length;
            }
            else if (at != offset && shape is { Align: > 0 })
            {
                int padding = Wire.Padding(at - offset, shape.Align);
                message.Slice(at, padding).Clear();
                at += padding;
            }
            if (T.IsCompressed)
            {
                int written = enumerator.Current.Write(message, at, context);
                if (written < 0)
                    return -1;
                at += written;
            }
            else
            {
                Bytes.Slice(enumerator.Offset, enumerator.Length).CopyTo(message[at..]);
                at += enumerator.Length;
            }
        }
        if (!enumerator.Result && context.Mode == WriteMode.Preserve)
        {
            var rest = Bytes[enumerator.Offset..];
            return rest.TryCopyTo(message[at..]) ? at - offset + rest.Length : -1;
        }
        return enumerator.Result ? at - offset : throw new InvalidOperationException($"{field}: an element is malformed ({enumerator.Result}).");
    }

    /// <summary>Are the bytes those that a field of that shape has?</summary>
    private bool IsAs(ListShape<T>? shape) =>
        !T.IsCompressed && (ReferenceEquals(shape, _shape)
            || (shape is not { IsSeparated: true } && _shape is not { IsSeparated: true } && (shape?.Align ?? 0) == (_shape?.Align ?? 0) && !ReferenceEquals(_shape, ListShape<T>.Built)));

    /// <summary>Checks that a list that ends where fewer bytes are left than <paramref name="shape"/> says is read as it is written. For generated code.</summary>
    /// <param name="shape">How the list lies on the wire.</param>
    /// <param name="behind">Bytes behind the list in what encloses it.</param>
    /// <param name="field">The field's name.</param>
    /// <exception cref="InvalidOperationException">The list would be read as a shorter or a longer one.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void CheckLeft(ListShape<T> shape, int behind, string field)
    {
        if (behind >= shape.FewerThan)
            throw new InvalidOperationException($"{field}: the {behind} bytes behind the list would be read as an element.");
        var enumerator = GetEnumerator();
        while (enumerator.MoveNext())
        {
        }
        if (!IsEmpty && behind + enumerator.Length < shape.FewerThan)
            throw new InvalidOperationException($"{field}: the last element would not be read, with fewer than {shape.FewerThan} bytes left.");
    }

    /// <summary>Would a reader find all elements, and no more?</summary>
    private void CheckEnd(ListShape<T> shape, string field)
    {
        if (!shape.HasEnd && shape.Terminator.Length == 0 && !(shape.IsSeparated && T.IsWhole))
            return;
        bool isEnded = false;
        T first = default!;
        int count = 0;
        var enumerator = GetEnumerator();
        while (enumerator.MoveNext())
        {
            var item = enumerator.Current;
            if (isEnded)
                throw new InvalidOperationException($"{field}: an element before the last one ends the list.");
            if (count++ == 0)
                first = item;
            isEnded = shape.End is { } end ? end(in item) : shape.EndAfter is { } after && after(in first, in item);
            var bytes = Bytes.Slice(enumerator.Offset, enumerator.Length);
            if (shape.Terminator.Length != 0 && (shape.IsSeparated ? T.IsWhole && bytes.IndexOf(shape.Terminator) >= 0 : bytes.StartsWith(shape.Terminator)))
                throw new InvalidOperationException($"{field}: an element contains what would end the list.");
            if (shape.IsSeparated && T.IsWhole && bytes.IndexOf(shape.Separator) >= 0)
                throw new InvalidOperationException($"{field}: an element contains what separates elements.");
        }
        if (shape.HasEnd && !isEnded && shape.MustEnd)
            throw new InvalidOperationException($"{field}: no element ends the list.");
    }
}

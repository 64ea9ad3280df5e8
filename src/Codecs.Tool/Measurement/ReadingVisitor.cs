using System.Runtime.CompilerServices;

namespace Codecs.Tool.Measurement;

/// <summary>Reads all fields of a message and does nothing with them but what keeps the compiler from leaving them out.</summary>
internal struct ReadingVisitor : IFieldVisitor
{
    /// <summary>Something of every value.</summary>
    public int Sum { get; private set; }

    public void Scalar<T>(in FieldDescription field, int bitOffset, int bitWidth, T value) => Sum += Unsafe.As<T, byte>(ref value);

    public void Bytes(in FieldDescription field, int bitOffset, ReadOnlySpan<byte> value) => Sum += value.Length;

    public void Text(in FieldDescription field, int bitOffset, ReadOnlySpan<byte> value) => Sum += value.Length;

    public void Message<T>(in FieldDescription field, int bitOffset, int byteLength, scoped in T value) where T : IVisitable<T>, allows ref struct => value.Visit(ref this);

    public void Malformed<T>(in FieldDescription field, int bitOffset, ReadOnlySpan<byte> value, ParseResult result) where T : IVisitable<T>, allows ref struct =>
        Sum += value.Length;

    public void Messages<T, TItems>(in FieldDescription field, int bitOffset, ReadOnlySpan<byte> bytes, scoped in TItems elements)
        where T : IVisitable<T>, allows ref struct
        where TItems : IElementEnumerator<T>, allows ref struct
    {
        var items = elements;
        while (items.MoveNext())
            items.Current.Visit(ref this);
    }

    public void Values<T, TItems>(in FieldDescription field, int bitOffset, ReadOnlySpan<byte> bytes, scoped in TItems elements)
        where T : IPresentable<T>, allows ref struct
        where TItems : IElementEnumerator<T>, allows ref struct
    {
        var items = elements;
        while (items.MoveNext())
            Sum += items.Offset;
    }

    public void Scalars<T>(in FieldDescription field, int bitOffset, scoped in ScalarList<T> value) where T : unmanaged
    {
        foreach (var item in value)
        {
            var copy = item;
            Sum += Unsafe.As<T, byte>(ref copy);
        }
    }

    public void Value<T>(in FieldDescription field, int bitOffset, int byteLength, scoped in T value) where T : IPresentable<T>, allows ref struct => Sum += byteLength;
}

namespace Codecs.Fuzz;

/// <summary>One number of where each field of a message is and how long: two messages of the same bytes have the same one if they are cut alike.</summary>
internal struct CutVisitor : IFieldVisitor
{
    /// <summary>The number.</summary>
    public ulong Cuts { get; private set; }

    public void Scalar<T>(in FieldDescription field, int bitOffset, int bitWidth, T value) => Add(bitOffset, bitWidth);

    public void Bytes(in FieldDescription field, int bitOffset, ReadOnlySpan<byte> value) => Add(bitOffset, value.Length);

    public void Text(in FieldDescription field, int bitOffset, ReadOnlySpan<byte> value) => Add(bitOffset, value.Length);

    public void Message<T>(in FieldDescription field, int bitOffset, int byteLength, scoped in T value) where T : IVisitable<T>, allows ref struct => Add(bitOffset, byteLength);

    public void Malformed<T>(in FieldDescription field, int bitOffset, ReadOnlySpan<byte> value, ParseResult result) where T : IVisitable<T>, allows ref struct => Add(bitOffset, value.Length);

    public void Messages<T, TItems>(in FieldDescription field, int bitOffset, ReadOnlySpan<byte> bytes, scoped in TItems elements)
        where T : IVisitable<T>, allows ref struct
        where TItems : IElementEnumerator<T>, allows ref struct => Add(bitOffset, bytes.Length);

    public void Values<T, TItems>(in FieldDescription field, int bitOffset, ReadOnlySpan<byte> bytes, scoped in TItems elements)
        where T : IPresentable<T>, allows ref struct
        where TItems : IElementEnumerator<T>, allows ref struct => Add(bitOffset, bytes.Length);

    public void Scalars<T>(in FieldDescription field, int bitOffset, scoped in ScalarList<T> value) where T : unmanaged => Add(bitOffset, value.Bytes.Length);

    public void Value<T>(in FieldDescription field, int bitOffset, int byteLength, scoped in T value) where T : IPresentable<T>, allows ref struct => Add(bitOffset, byteLength);

    private void Add(int place, int length) => Cuts = (Cuts * 31 + (uint)place) * 31 + (uint)length + 1;
}

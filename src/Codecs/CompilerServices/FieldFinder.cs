namespace Codecs.CompilerServices;

/// <summary>Finds the field in which a byte of a message lies, to name it.</summary>
internal ref struct FieldFinder : IFieldVisitor
{
    private readonly long _place;
    private string? _name;

    private FieldFinder(int offset) => _place = offset * 8L;

    /// <summary>The message and its field, or the last that begins before: a payload that is not there yet has no length.</summary>
    public static string Find<T>(scoped in T message, int offset) where T : IVisitable<T>, allows ref struct
    {
        var finder = new FieldFinder(offset);
        message.Visit(ref finder);
        return finder._name is { } name ? $"{T.Description.Name}.{name}" : T.Description.Name;
    }

    public void Scalar<T>(in FieldDescription field, int bitOffset, int bitWidth, T value) => Note(field, bitOffset);

    public void Bytes(in FieldDescription field, int bitOffset, ReadOnlySpan<byte> value) => Note(field, bitOffset);

    public void Text(in FieldDescription field, int bitOffset, ReadOnlySpan<byte> value) => Note(field, bitOffset);

    public void Message<T>(in FieldDescription field, int bitOffset, int byteLength, scoped in T value) where T : IVisitable<T>, allows ref struct => Note(field, bitOffset);

    public void Malformed<T>(in FieldDescription field, int bitOffset, ReadOnlySpan<byte> value, ParseResult result) where T : IVisitable<T>, allows ref struct => Note(field, bitOffset);

    public void Messages<T, TItems>(in FieldDescription field, int bitOffset, ReadOnlySpan<byte> bytes, scoped in TItems elements)
        where T : IVisitable<T>, allows ref struct
        where TItems : IElementEnumerator<T>, allows ref struct => Note(field, bitOffset);

    public void Values<T, TItems>(in FieldDescription field, int bitOffset, ReadOnlySpan<byte> bytes, scoped in TItems elements)
        where T : IPresentable<T>, allows ref struct
        where TItems : IElementEnumerator<T>, allows ref struct => Note(field, bitOffset);

    public void Scalars<T>(in FieldDescription field, int bitOffset, scoped in ScalarList<T> value) where T : unmanaged => Note(field, bitOffset);

    public void Value<T>(in FieldDescription field, int bitOffset, int byteLength, scoped in T value) where T : IPresentable<T>, allows ref struct => Note(field, bitOffset);

    private void Note(in FieldDescription field, int bitOffset)
    {
        if (bitOffset <= _place)
            _name = field.Name;
    }
}

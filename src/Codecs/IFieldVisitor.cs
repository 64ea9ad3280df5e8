namespace Codecs;

/// <summary>Receives the fields of a message in wire order, each with its place in bits from the start of the message.</summary>
public interface IFieldVisitor
{
    /// <summary>A number, a truth value, an enum, an address.</summary>
    void Scalar<T>(in FieldDescription field, int bitOffset, int bitWidth, T value);

    /// <summary>Bytes that are not known to be anything else.</summary>
    void Bytes(in FieldDescription field, int bitOffset, ReadOnlySpan<byte> value);

    /// <summary>Text, as the bytes that it has on the wire.</summary>
    void Text(in FieldDescription field, int bitOffset, ReadOnlySpan<byte> value);

    /// <summary>A message that is a field, or that a <see cref="CaseAttribute{T}"/> says the payload is.</summary>
    void Message<T>(in FieldDescription field, int bitOffset, int byteLength, scoped in T value) where T : IVisitable<T>, allows ref struct;

    /// <summary>A payload that should be a T by its tag but does not parse as one.</summary>
    void Malformed<T>(in FieldDescription field, int bitOffset, ReadOnlySpan<byte> value, ParseResult result) where T : IVisitable<T>, allows ref struct;

    /// <summary>A list of messages, and its bytes. Offsets of the elements are those of the enumerator.</summary>
    void Messages<T, TItems>(in FieldDescription field, int bitOffset, ReadOnlySpan<byte> bytes, scoped in TItems elements)
        where T : IVisitable<T>, allows ref struct
        where TItems : IElementEnumerator<T>, allows ref struct;

    /// <summary>A list of values of a field type.</summary>
    void Values<T, TItems>(in FieldDescription field, int bitOffset, ReadOnlySpan<byte> bytes, scoped in TItems elements)
        where T : IPresentable<T>, allows ref struct
        where TItems : IElementEnumerator<T>, allows ref struct;

    /// <summary>A list of scalars.</summary>
    void Scalars<T>(in FieldDescription field, int bitOffset, scoped in ScalarList<T> value) where T : unmanaged;

    /// <summary>A value of a field type that is written by hand; its text is all that is known of it.</summary>
    void Value<T>(in FieldDescription field, int bitOffset, int byteLength, scoped in T value) where T : IPresentable<T>, allows ref struct;
}

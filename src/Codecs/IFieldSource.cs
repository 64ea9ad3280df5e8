namespace Codecs;

/// <summary>
/// Supplies the fields of a message, in wire order: the mirror of <see cref="IFieldVisitor"/>. Only what the writer of a message
/// supplies is asked for; lengths, counts, checksums and constants are not.
/// </summary>
/// <remarks>Spans and lists that it gives are windows into memory of the source, and live as long as that.</remarks>
public interface IFieldSource
{
    /// <summary>Is a field there of which only its presence in the source tells? Asked before such a field.</summary>
    bool IsPresent(scoped in FieldDescription field);

    /// <summary>A number or an address.</summary>
    bool Scalar<T>(scoped in FieldDescription field, out T value) where T : struct, IUtf8SpanParsable<T>;

    /// <summary>A truth value.</summary>
    bool Flag(scoped in FieldDescription field, out bool value);

    /// <summary>An enum, which may have a value without a name.</summary>
    bool Enum<T>(scoped in FieldDescription field, out T value) where T : struct, Enum;

    /// <summary>Bytes that are not known to be anything else.</summary>
    bool Bytes(scoped in FieldDescription field, out ReadOnlySpan<byte> value);

    /// <summary>Text, as the bytes that it has on the wire.</summary>
    bool Text(scoped in FieldDescription field, out ReadOnlySpan<byte> value);

    /// <summary>A message that is a field.</summary>
    bool Message<T>(scoped in FieldDescription field, out T value) where T : IBuildable<T>, allows ref struct;

    /// <summary>A payload that is a T by its tag, as the bytes that it has on the wire.</summary>
    bool Payload<T>(scoped in FieldDescription field, out ReadOnlySpan<byte> value) where T : ICodec<T>, IBuildable<T>, allows ref struct;

    /// <summary>A list of messages.</summary>
    bool Messages<T>(scoped in FieldDescription field, out MessageList<T> value) where T : ICodec<T>, IBuildable<T>, allows ref struct;

    /// <summary>A list of values of a field type.</summary>
    bool Values<T>(scoped in FieldDescription field, out MessageList<T> value) where T : ICodec<T>, allows ref struct;

    /// <summary>A list of scalars.</summary>
    bool Scalars<T>(scoped in FieldDescription field, out ScalarList<T> value) where T : unmanaged, IUtf8SpanParsable<T>;

    /// <summary>A value of a field type that is written by hand.</summary>
    bool Value<T>(scoped in FieldDescription field, out T value) where T : IPresentable<T>, allows ref struct;
}

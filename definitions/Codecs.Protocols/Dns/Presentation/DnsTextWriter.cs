using System.Globalization;
using System.Runtime.CompilerServices;

namespace Codecs.Protocols;

/// <summary>
/// Writes the data of a record in presentation format (RFC 1035 section 5.1): the texts of its fields with blanks between them. Fields that are derived
/// from others are not written.
/// </summary>
public ref struct DnsTextWriter : IFieldVisitor
{
    private const FieldRole Derived = FieldRole.Const | FieldRole.Reserved | FieldRole.Length | FieldRole.Count | FieldRole.Presence | FieldRole.Checksum | FieldRole.Padding;

    private TextOutput _output;

    /// <summary>A writer into memory of the caller.</summary>
    public DnsTextWriter(Span<byte> utf8Destination) => _output = new(utf8Destination);

    /// <summary>Is there something in the data that could not be read, and is not in the text?</summary>
    public bool IsMalformed { get; private set; }

    /// <summary>Is all of the text there?</summary>
    /// <param name="bytesWritten">Its length; 0 if it did not fit.</param>
    public readonly bool TryEnd(out int bytesWritten) => _output.TryEnd(out bytesWritten);

    void IFieldVisitor.Scalar<T>(in FieldDescription field, int bitOffset, int bitWidth, T value)
    {
        if ((field.Role & Derived) != 0)
            return;
        int start = Begin();
        _output.Advance(TryFormat(value, _output.Rest, out int length), length);
        End(start);
    }

    void IFieldVisitor.Bytes(in FieldDescription field, int bitOffset, ReadOnlySpan<byte> value)
    {
        if ((field.Role & Derived) != 0)
            return;
        int start = Begin();
        if (value.IsEmpty)
            _output.Append('-');
        _output.AppendHex(value);
        End(start);
    }

    void IFieldVisitor.Text(in FieldDescription field, int bitOffset, ReadOnlySpan<byte> value)
    {
        if ((field.Role & Derived) != 0)
            return;
        int start = Begin();
        _output.Advance(DnsEscape.TryQuote(value, _output.Rest, out int length), length);
        End(start);
    }

    void IFieldVisitor.Message<T>(in FieldDescription field, int bitOffset, int byteLength, scoped in T value) => value.Visit(ref this);

    void IFieldVisitor.Malformed<T>(in FieldDescription field, int bitOffset, ReadOnlySpan<byte> value, ParseResult result) => IsMalformed = true;

    void IFieldVisitor.Messages<T, TItems>(in FieldDescription field, int bitOffset, ReadOnlySpan<byte> bytes, scoped in TItems elements)
    {
        var items = elements;
        while (items.MoveNext())
            items.Current.Visit(ref this);
        IsMalformed |= !items.Result;
    }

    void IFieldVisitor.Values<T, TItems>(in FieldDescription field, int bitOffset, ReadOnlySpan<byte> bytes, scoped in TItems elements)
    {
        var items = elements;
        while (items.MoveNext())
            Write(items.Current);
        IsMalformed |= !items.Result;
    }

    void IFieldVisitor.Scalars<T>(in FieldDescription field, int bitOffset, scoped in ScalarList<T> value)
    {
        foreach (var item in value)
        {
            int start = Begin();
            _output.Advance(TryFormat(item, _output.Rest, out int length), length);
            End(start);
        }
    }

    void IFieldVisitor.Value<T>(in FieldDescription field, int bitOffset, int byteLength, scoped in T value) => Write(in value);

    private void Write<T>(scoped in T value) where T : IPresentable<T>, allows ref struct
    {
        int start = Begin();
        _output.Advance(T.TryFormat(in value, _output.Rest, out int length), length);
        End(start);
    }

    // A blank, which is taken back if nothing follows it.
    private int Begin()
    {
        int start = _output.Length;
        // Without room for it there is room for nothing but what has no text.
        if (start > 0 && !_output.Rest.IsEmpty)
            _output.Append(' ');
        return start;
    }

    private void End(int start)
    {
        if (start > 0 && _output.Length == start + 1)
            _output.Length = start;
    }

    // Compiled for good at once: before that the value would be boxed.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool TryFormat<T>(T value, Span<byte> destination, out int bytesWritten)
    {
        if (typeof(T) == typeof(DnsType))
            return DnsMnemonic.TryFormat(Unsafe.BitCast<T, DnsType>(value), destination, out bytesWritten);
        if (typeof(T) == typeof(DnsClass))
            return DnsMnemonic.TryFormat(Unsafe.BitCast<T, DnsClass>(value), destination, out bytesWritten);
        if (typeof(T) == typeof(DnsCertificateType))
            return DnsMnemonic.TryFormat(Unsafe.BitCast<T, DnsCertificateType>(value), destination, out bytesWritten);
        if (typeof(T).IsEnum || typeof(T) == typeof(bool))
            return NumberOf(value).TryFormat(destination, out bytesWritten, default, CultureInfo.InvariantCulture);
        if (value is IUtf8SpanFormattable)
            return ((IUtf8SpanFormattable)value).TryFormat(destination, out bytesWritten, default, CultureInfo.InvariantCulture);
        return System.Text.Encoding.UTF8.TryGetBytes(value?.ToString(), destination, out bytesWritten);
    }

    private static ulong NumberOf<T>(T value) => Unsafe.SizeOf<T>() switch
    {
        1 => Unsafe.BitCast<T, byte>(value),
        2 => Unsafe.BitCast<T, ushort>(value),
        4 => Unsafe.BitCast<T, uint>(value),
        _ => Unsafe.BitCast<T, ulong>(value),
    };
}

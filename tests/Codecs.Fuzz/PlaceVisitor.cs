using System.Collections.Frozen;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Codecs.Fuzz;

/// <summary>
/// Reads everything that a message has and checks the places that it tells: every field lies where it says, spans are windows
/// into the input, numbers are the bits or the digits at their place, and the fields together are the message, without gap or overlap; of a message of text but for what ends its fields.
/// </summary>
internal ref struct PlaceVisitor : IFieldVisitor
{
    private readonly ReadOnlySpan<byte> _message;
    private readonly bool _isText;
    private readonly bool _isLsbFirst;
    private readonly FrozenSet<string> _computed;
    private long _bits;

    /// <param name="message">The bytes of the message, from its start.</param>
    /// <param name="type">Its fields.</param>
    /// <param name="marks">Is there more in it than fields: what ends or separates them? From which end are bits counted, and which numbers are not the bits at their place?</param>
    public PlaceVisitor(ReadOnlySpan<byte> message, MessageDescription type, Marks marks)
    {
        _message = message;
        _isText = marks.AreThere;
        _isLsbFirst = marks.AreBitsReversed;
        _computed = marks.Computed;
        foreach (var field in type.Fields)
            _isText |= field.Kind == FieldKind.Text;
    }

    /// <summary>What is broken, and in which field; null if nothing is.</summary>
    public string? Fault { get; private set; }

    /// <summary>The field that <see cref="Fault"/> is about.</summary>
    public string? FaultField { get; private set; }

    /// <summary>The bits of all fields together.</summary>
    public readonly long Bits => _bits;

    /// <summary>Are the fields together a message of that many bytes?</summary>
    public readonly bool IsWhole(int length) => _isText ? _bits <= length * 8L : _bits == length * 8L;

    public void Scalar<T>(in FieldDescription field, int bitOffset, int bitWidth, T value)
    {
        // A number may have no bytes, and be 0.
        if (bitOffset < 0 || bitWidth < 0 || bitOffset + bitWidth > _message.Length * 8L)
            Fail("a scalar outside of the message", field.Name);
        else if (bitWidth > 0 && !_computed.Contains(field.Name) && TryGetBits(value, bitWidth, out ulong bits) && !IsAt(bits, bitOffset, bitWidth) && !(_isText && IsDigitsAt(bits, bitOffset, bitWidth)))
            Fail("a number that is not what stands at its place", field.Name);
        if (_isText && bitOffset > _bits)
            _bits = bitOffset;
        _bits += bitWidth;
    }

    public void Bytes(in FieldDescription field, int bitOffset, ReadOnlySpan<byte> value)
    {
        // What is always the same need not be read: the same bytes must stand there.
        if ((field.Role & FieldRole.Const) == 0)
            Window(field.Name, bitOffset, value);
        else if (Take(field.Name, bitOffset, value.Length) && !_message.Slice(bitOffset / 8, value.Length).SequenceEqual(value))
            Fail("a constant that is not what stands at its place", field.Name);
    }

    public void Text(in FieldDescription field, int bitOffset, ReadOnlySpan<byte> value) => Bytes(field, bitOffset, value);

    public void Message<T>(in FieldDescription field, int bitOffset, int byteLength, scoped in T value) where T : IVisitable<T>, allows ref struct
    {
        if (!Take(field.Name, bitOffset, byteLength))
            return;
        var inner = new PlaceVisitor(_message.Slice(bitOffset / 8, byteLength), T.Description, Marks<T>.Value);
        value.Visit(ref inner);
        Adopt(inner, inner._bits <= byteLength * 8L, field.Name);
    }

    public void Malformed<T>(in FieldDescription field, int bitOffset, ReadOnlySpan<byte> value, ParseResult result) where T : IVisitable<T>, allows ref struct
    {
        Window(field.Name, bitOffset, value);
        if (result)
            Fail("a malformed payload with a result that says otherwise", field.Name);
    }

    public void Messages<T, TItems>(in FieldDescription field, int bitOffset, ReadOnlySpan<byte> bytes, scoped in TItems elements)
        where T : IVisitable<T>, allows ref struct
        where TItems : IElementEnumerator<T>, allows ref struct
    {
        var items = elements;
        if (!Window(field.Name, bitOffset, bytes))
            return;
        int count = 0;
        while (items.MoveNext())
        {
            count++;
            int length = items.Result.BytesConsumed - items.Offset;
            if (items.Offset < 0 || length < 0 || items.Offset + length > bytes.Length)
            {
                Fail("an element outside of its list", field.Name);
                return;
            }
            var inner = new PlaceVisitor(bytes.Slice(items.Offset, length), T.Description, Marks<T>.Value);
            items.Current.Visit(ref inner);
            Adopt(inner, inner.IsWhole(length), field.Name);
        }
        CheckEnd(field.Name, items.Result, count, count, bytes.Length);
    }

    public void Values<T, TItems>(in FieldDescription field, int bitOffset, ReadOnlySpan<byte> bytes, scoped in TItems elements)
        where T : IPresentable<T>, allows ref struct
        where TItems : IElementEnumerator<T>, allows ref struct
    {
        var items = elements;
        if (!Window(field.Name, bitOffset, bytes))
            return;
        int count = 0;
        while (items.MoveNext())
            count++;
        CheckEnd(field.Name, items.Result, count, count, bytes.Length);
    }

    public void Scalars<T>(in FieldDescription field, int bitOffset, scoped in ScalarList<T> value) where T : unmanaged
    {
        if (!Window(field.Name, bitOffset, value.Bytes))
            return;
        int count = 0;
        foreach (var item in value)
            count++;
        if (count != value.Count || count * Unsafe.SizeOf<T>() != value.Bytes.Length)
            Fail("a list of scalars with bytes that are no scalar", field.Name);
    }

    public void Value<T>(in FieldDescription field, int bitOffset, int byteLength, scoped in T value) where T : IPresentable<T>, allows ref struct =>
        Take(field.Name, bitOffset, byteLength);

    private void CheckEnd(string field, ParseResult result, int count, int declared, int length)
    {
        if (count != declared)
            Fail("a list that counts other than it walks", field);
        if (result ? result.BytesConsumed > length : result.Offset < 0 || result.Offset > length)
            Fail("a list that ends outside of its bytes", field);
    }

    private bool Window(string field, int bitOffset, ReadOnlySpan<byte> value)
    {
        if (!Take(field, bitOffset, value.Length))
            return false;
        if (!value.IsEmpty && !Unsafe.AreSame(ref MemoryMarshal.GetReference(value), ref MemoryMarshal.GetReference(_message[(bitOffset / 8)..])))
            return Fail("bytes that are not a window into the input", field);
        return true;
    }

    private bool Take(string field, int bitOffset, int length)
    {
        bool isInside = length >= 0 && bitOffset >= 0 && bitOffset % 8 == 0 && bitOffset / 8 + (long)length <= _message.Length;
        bool isNext = bitOffset == _bits || (_isText && bitOffset > _bits);
        _bits = (_isText ? bitOffset : _bits) + length * 8L;
        return isInside && isNext || Fail(isInside ? "a field that does not follow the one before" : "a field outside of the message", field);
    }

    private void Adopt(scoped in PlaceVisitor inner, bool fits, string field)
    {
        if (inner.Fault is { } fault)
            Fail(fault, inner.FaultField!);
        else if (!fits)
            Fail("fields that are more or less than their message", field);
    }

    private bool Fail(string fault, string field)
    {
        Fault ??= fault;
        FaultField ??= field;
        return false;
    }

    /// <summary>The bits of a plain number; false for types that convert in ways of their own.</summary>
    private static bool TryGetBits<T>(T value, int width, out ulong bits)
    {
        bits = 0;
        if ((!typeof(T).IsPrimitive && !typeof(T).IsEnum) || Unsafe.SizeOf<T>() > 8)
            return false;
        bits = Unsafe.SizeOf<T>() switch
        {
            1 => Unsafe.As<T, byte>(ref value),
            2 => Unsafe.As<T, ushort>(ref value),
            4 => Unsafe.As<T, uint>(ref value),
            _ => Unsafe.As<T, ulong>(ref value),
        };
        bits &= width >= 64 ? ulong.MaxValue : (1UL << width) - 1;
        return true;
    }

    /// <summary>Do the bits stand there, in either byte order?</summary>
    private readonly bool IsAt(ulong bits, int bitOffset, int width)
    {
        ulong big = 0, little = 0;
        if (_isLsbFirst && (width % 8 != 0 || bitOffset % 8 != 0))
        {
            for (int i = width - 1; i >= 0; i--)
                little = little << 1 | (uint)(_message[(bitOffset + i) / 8] >> (bitOffset + i) % 8 & 1);
            return bits == little;
        }
        for (int i = 0; i < width; i++)
            big = big << 1 | (uint)(_message[(bitOffset + i) / 8] >> (7 - (bitOffset + i) % 8) & 1);
        if (bits == big || width % 8 != 0 || bitOffset % 8 != 0)
            return bits == big;
        for (int i = width / 8 - 1; i >= 0; i--)
            little = little << 8 | _message[bitOffset / 8 + i];
        return bits == little;
    }

    /// <summary>Do the digits of that number stand there?</summary>
    private readonly bool IsDigitsAt(ulong value, int bitOffset, int width)
    {
        if (bitOffset % 8 != 0 || width % 8 != 0)
            return false;
        var digits = _message.Slice(bitOffset / 8, width / 8);
        if (digits is [(byte)'-', .. var magnitude] && Int128.TryParse(magnitude, NumberStyles.None, CultureInfo.InvariantCulture, out var negated))
        {
            // As many bits of it as the number has, or the text.
            ulong negative = unchecked((ulong)-negated);
            return value == negative || (width < 64 && value == (negative & ((1UL << width) - 1))) || value == (uint)negative || value == (ushort)negative || value == (byte)negative;
        }
        foreach (uint radix in (ReadOnlySpan<uint>)[10, 16, 8])
        {
            UInt128 number = 0;
            foreach (byte digit in digits)
                number = number * radix + (uint)(char.IsAsciiDigit((char)digit) ? digit - '0' : char.ToLowerInvariant((char)digit) - 'a' + 10);
            if (number == value)
                return true;
        }
        return false;
    }
}

using System.Collections.Frozen;
using System.Reflection;
using System.Runtime.CompilerServices;
using Codecs.Protocols;

namespace Codecs.Conformance.Dissection;

/// <summary>Collects the fields of a layer with their places in the frame, and checks that the frame has them there.</summary>
internal readonly struct FieldCollector(FrameDissection dissection, FoundLayer layer, int offset, string prefix, FrozenSet<string> computed) : IFieldVisitor
{
    public void Scalar<T>(in FieldDescription field, int bitOffset, int bitWidth, T value)
    {
        var number = NumberOf(value, bitWidth);
        int at = offset * 8 + bitOffset;
        if (computed.Contains(field.Name))
        {
            layer.Fields.Add(new(prefix + field.Name, at, bitWidth, null));
            return;
        }
        layer.Fields.Add(new(prefix + field.Name, at, bitWidth, number));
        if (number != Bits(at, bitWidth) && number != Reversed(at, bitWidth))
            layer.PlaceFault ??= $"{prefix + field.Name} is {number} but not at bit {at}";
    }

    public void Bytes(in FieldDescription field, int bitOffset, ReadOnlySpan<byte> value)
    {
        Range(field, bitOffset, value);
        if (prefix.Length == 0 && (field.Role & FieldRole.Payload) != 0)
            Payload(bitOffset, value.Length);
    }

    public void Text(in FieldDescription field, int bitOffset, ReadOnlySpan<byte> value) => Range(field, bitOffset, value);

    public void Message<T>(in FieldDescription field, int bitOffset, int byteLength, scoped in T value) where T : IVisitable<T>, allows ref struct
    {
        int at = offset + bitOffset / 8;
        layer.Fields.Add(new(prefix + field.Name, at * 8, byteLength * 8, null));
        if (prefix.Length == 0 && (field.Role & FieldRole.Payload) != 0)
            Payload(bitOffset, byteLength);
        if (IsPacket<T>())
            dissection.Quote<T>(at, byteLength);
        else
            Nested(field, at, in value);
    }

    public void Malformed<T>(in FieldDescription field, int bitOffset, ReadOnlySpan<byte> value, ParseResult result) where T : IVisitable<T>, allows ref struct
    {
        Range(field, bitOffset, value);
        if (prefix.Length == 0 && (field.Role & FieldRole.Payload) != 0)
            Payload(bitOffset, value.Length);
        // A quoted packet is mostly cut, so that it is none by itself.
        if (IsPacket<T>())
            dissection.Quote<T>(offset + bitOffset / 8, value.Length);
        else
            layer.HasBrokenPart = true;
    }

    public void Messages<T, TItems>(in FieldDescription field, int bitOffset, ReadOnlySpan<byte> bytes, scoped in TItems elements)
        where T : IVisitable<T>, allows ref struct
        where TItems : IElementEnumerator<T>, allows ref struct
    {
        var items = elements;
        Range(field, bitOffset, bytes);
        while (items.MoveNext())
            Nested(field, offset + bitOffset / 8 + items.Offset, items.Current);
        layer.HasBrokenList |= !items.Result;
    }

    public void Values<T, TItems>(in FieldDescription field, int bitOffset, ReadOnlySpan<byte> bytes, scoped in TItems elements)
        where T : IPresentable<T>, allows ref struct
        where TItems : IElementEnumerator<T>, allows ref struct =>
        Range(field, bitOffset, bytes);

    public void Scalars<T>(in FieldDescription field, int bitOffset, scoped in ScalarList<T> value) where T : unmanaged
    {
        Range(field, bitOffset, value.Bytes);
        int width = Unsafe.SizeOf<T>();
        for (int i = 0; i < value.Count; i++)
            layer.Fields.Add(new($"{prefix}{field.Name}[]", (offset + i * width) * 8 + bitOffset, width * 8, NumberOf(value[i], width * 8)));
    }

    public void Value<T>(in FieldDescription field, int bitOffset, int byteLength, scoped in T value) where T : IPresentable<T>, allows ref struct =>
        layer.Fields.Add(new(prefix + field.Name, offset * 8 + bitOffset, byteLength * 8, null) { Text = value.ToString() });

    private static bool IsPacket<T>() where T : allows ref struct => typeof(T) == typeof(IPv4) || typeof(T) == typeof(IPv6);

    private void Payload(int bitOffset, int length)
    {
        layer.PayloadStart = offset + bitOffset / 8;
        layer.PayloadEnd = layer.PayloadStart + length;
    }

    private void Nested<T>(in FieldDescription field, int at, scoped in T value) where T : IVisitable<T>, allows ref struct
    {
        var visitor = new FieldCollector(dissection, layer, at, $"{prefix}{field.Name}.", ComputedFields<T>.Names);
        value.Visit(ref visitor);
    }

    private void Range(in FieldDescription field, int bitOffset, ReadOnlySpan<byte> value)
    {
        int at = offset * 8 + bitOffset;
        layer.Fields.Add(new(prefix + field.Name, at, value.Length * 8, null));
        if (at / 8 + value.Length > dissection.Frame.Length || !dissection.Frame.Slice(at / 8, value.Length).SequenceEqual(value))
            layer.PlaceFault ??= $"{prefix + field.Name} is not at byte {at / 8}";
    }

    // Field types are their integers: the generator admits no others as scalars.
    private static UInt128 NumberOf<T>(T value, int bitWidth)
    {
        UInt128 number = Unsafe.SizeOf<T>() switch
        {
            1 => Unsafe.As<T, byte>(ref value),
            2 => Unsafe.As<T, ushort>(ref value),
            4 => Unsafe.As<T, uint>(ref value),
            8 => Unsafe.As<T, ulong>(ref value),
            16 => Unsafe.As<T, UInt128>(ref value),
            _ => throw new NotSupportedException($"{typeof(T)} is no scalar."),
        };
        // Signed numbers have more bits in memory than on the wire.
        return bitWidth == 128 ? number : number & ((UInt128.One << bitWidth) - 1);
    }

    private UInt128? Bits(int bitOffset, int bitWidth)
    {
        var frame = dissection.Frame;
        if (bitOffset + bitWidth > frame.Length * 8)
            return null;
        UInt128 value = 0;
        for (int bit = bitOffset; bit < bitOffset + bitWidth; bit++)
            value = value << 1 | (uint)(frame[bit / 8] >> (7 - bit % 8) & 1);
        return value;
    }

    private UInt128? Reversed(int bitOffset, int bitWidth)
    {
        var frame = dissection.Frame;
        if (bitOffset % 8 != 0 || bitWidth % 8 != 0 || bitOffset + bitWidth > frame.Length * 8)
            return null;
        UInt128 value = 0;
        for (int at = (bitOffset + bitWidth) / 8 - 1; at >= bitOffset / 8; at--)
            value = value << 8 | frame[at];
        return value;
    }
}

/// <summary>Numbers of a message that are not what stands at their place: differences, and longer forms that count from a number on.</summary>
/// <typeparam name="T">The message.</typeparam>
internal static class ComputedFields<T> where T : allows ref struct
{
    public static readonly FrozenSet<string> Names = typeof(T).GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).Where(IsComputed).Select(static property => property.Name).ToFrozenSet();

    private static bool IsComputed(PropertyInfo property) => property.IsDefined(typeof(DeltaAttribute))
        || property.CustomAttributes.Any(static form => form.AttributeType.Name.StartsWith("EscapeAttribute", StringComparison.Ordinal) && form.NamedArguments.Any(static argument => argument.MemberName == "Bias"));
}

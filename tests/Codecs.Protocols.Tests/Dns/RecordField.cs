using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace Codecs.Protocols.Tests.Dns;

/// <summary>A field of a record's data: read from the wire and shown to a visitor, read from a source and written to the wire.</summary>
internal abstract class RecordField
{
    /// <summary>The kind of gateway that an earlier field said, for those that come after it.</summary>
    protected static int GatewayType { get; set; }

    public abstract bool Show<TVisitor>(ref TVisitor visitor, ReadOnlySpan<byte> data, ref int at) where TVisitor : IFieldVisitor, allows ref struct;

    public abstract bool Read(ref DnsTextReader source, Span<byte> data, ref int at);

    public static RecordField Of<T>() where T : ICodec<T>, allows ref struct => new Value<T>();

    public static RecordField ListOf<T>() where T : ICodec<T>, allows ref struct => new List<T>();

    public static RecordField Scalar<T>() where T : unmanaged, IUtf8SpanParsable<T> => new Number<T>();

    public static RecordField Enum<T>() where T : unmanaged, Enum => new Named<T>();

    /// <summary>None, an address or a name, as the field before said.</summary>
    public static RecordField Gateway { get; } = new GatewayField();

    /// <summary>A bit, and the kind of gateway in the other seven.</summary>
    public static RecordField FlagAndGatewayType { get; } = new FlagField();

    protected static ulong ReadNumber(ReadOnlySpan<byte> bytes)
    {
        ulong value = 0;
        foreach (byte octet in bytes)
            value = value << 8 | octet;
        return value;
    }

    protected static void WriteNumber(Span<byte> bytes, ulong value)
    {
        for (int i = bytes.Length - 1; i >= 0; i--, value >>= 8)
            bytes[i] = (byte)value;
    }

    private sealed class Value<T> : RecordField where T : ICodec<T>, allows ref struct
    {
        public override bool Show<TVisitor>(ref TVisitor visitor, ReadOnlySpan<byte> data, ref int at)
        {
            var result = T.TryParse(data, at, default, out var value);
            if (!result)
                return false;
            visitor.Value(default, at * 8, result.BytesConsumed, in value);
            at += result.BytesConsumed;
            return true;
        }

        public override bool Read(ref DnsTextReader source, Span<byte> data, ref int at)
        {
            if (!source.Value(default, out T value))
                return false;
            int size = value.GetMaxSize();
            int written = value.Write(data[..(at + size)], at, default);
            Assert.InRange(written, 0, size);
            at += written;
            return true;
        }
    }

    private sealed class List<T> : RecordField where T : ICodec<T>, allows ref struct
    {
        public override bool Show<TVisitor>(ref TVisitor visitor, ReadOnlySpan<byte> data, ref int at)
        {
            var list = new MessageList<T>(data[at..]);
            visitor.Values<T, MessageList<T>.Enumerator>(default, at * 8, list.Bytes, list.GetEnumerator());
            at = data.Length;
            return !list.IsMalformed;
        }

        public override bool Read(ref DnsTextReader source, Span<byte> data, ref int at)
        {
            if (!source.Values(default, out MessageList<T> list))
                return false;
            list.Bytes.CopyTo(data[at..]);
            at += list.Bytes.Length;
            return true;
        }
    }

    // Of the size that it has in memory, but for 48-bit addresses.
    private class Number<T> : RecordField where T : unmanaged, IUtf8SpanParsable<T>
    {
        private static int Size => typeof(T) == typeof(DnsEui48) ? 6 : Unsafe.SizeOf<T>();

        public override bool Show<TVisitor>(ref TVisitor visitor, ReadOnlySpan<byte> data, ref int at)
        {
            if (data.Length - at < Size)
                return false;
            visitor.Scalar(default, at * 8, Size * 8, From(data.Slice(at, Size)));
            at += Size;
            return true;
        }

        public override bool Read(ref DnsTextReader source, Span<byte> data, ref int at)
        {
            if (!source.Scalar(default, out T value))
                return false;
            To(value, data.Slice(at, Size));
            at += Size;
            return true;
        }

        private static T From(ReadOnlySpan<byte> bytes) => Unsafe.SizeOf<T>() switch
        {
            1 => Unsafe.BitCast<byte, T>(bytes[0]),
            2 => Unsafe.BitCast<ushort, T>((ushort)ReadNumber(bytes)),
            4 => Unsafe.BitCast<uint, T>((uint)ReadNumber(bytes)),
            8 => Unsafe.BitCast<ulong, T>(ReadNumber(bytes)),
            _ => Unsafe.BitCast<UInt128, T>(BinaryPrimitives.ReadUInt128BigEndian(bytes)),
        };

        private static void To(T value, Span<byte> bytes)
        {
            switch (Unsafe.SizeOf<T>())
            {
                case 1:
                    bytes[0] = Unsafe.BitCast<T, byte>(value);
                    break;
                case 2:
                    WriteNumber(bytes, Unsafe.BitCast<T, ushort>(value));
                    break;
                case 4:
                    WriteNumber(bytes, Unsafe.BitCast<T, uint>(value));
                    break;
                case 8:
                    WriteNumber(bytes, Unsafe.BitCast<T, ulong>(value));
                    break;
                default:
                    BinaryPrimitives.WriteUInt128BigEndian(bytes, Unsafe.BitCast<T, UInt128>(value));
                    break;
            }
        }
    }

    private sealed class Named<T> : RecordField where T : unmanaged, Enum
    {
        public override bool Show<TVisitor>(ref TVisitor visitor, ReadOnlySpan<byte> data, ref int at)
        {
            if (data.Length - at < Unsafe.SizeOf<T>())
                return false;
            ulong number = ReadNumber(data.Slice(at, Unsafe.SizeOf<T>()));
            visitor.Scalar(default, at * 8, Unsafe.SizeOf<T>() * 8, Unsafe.SizeOf<T>() == 1 ? Unsafe.BitCast<byte, T>((byte)number) : Unsafe.BitCast<ushort, T>((ushort)number));
            if (typeof(T) == typeof(DnsGatewayType))
                GatewayType = (int)number;
            at += Unsafe.SizeOf<T>();
            return true;
        }

        public override bool Read(ref DnsTextReader source, Span<byte> data, ref int at)
        {
            if (!source.Enum(default, out T value))
                return false;
            ulong number = Convert.ToUInt64(value);
            WriteNumber(data.Slice(at, Unsafe.SizeOf<T>()), number);
            if (typeof(T) == typeof(DnsGatewayType))
                GatewayType = (int)number;
            at += Unsafe.SizeOf<T>();
            return true;
        }
    }

    private sealed class FlagField : RecordField
    {
        public override bool Show<TVisitor>(ref TVisitor visitor, ReadOnlySpan<byte> data, ref int at)
        {
            if (at >= data.Length)
                return false;
            visitor.Scalar(default, 0, 1, data[at] >= 0x80);
            visitor.Scalar(default, 0, 7, (DnsGatewayType)(data[at] & 0x7F));
            GatewayType = data[at++] & 0x7F;
            return true;
        }

        public override bool Read(ref DnsTextReader source, Span<byte> data, ref int at)
        {
            if (!source.Flag(default, out bool flag) || !source.Enum(default, out DnsGatewayType type))
                return false;
            GatewayType = (int)type;
            data[at++] = (byte)(GatewayType | (flag ? 0x80 : 0));
            return GatewayType < 0x80;
        }
    }

    private sealed class GatewayField : RecordField
    {
        private static readonly RecordField[] s_kinds = [Of<DnsNoGateway>(), Scalar<IPv4Address>(), Scalar<IPv6Address>(), Of<DnsPlainName>()];

        public override bool Show<TVisitor>(ref TVisitor visitor, ReadOnlySpan<byte> data, ref int at) =>
            GatewayType < s_kinds.Length && s_kinds[GatewayType].Show(ref visitor, data, ref at);

        public override bool Read(ref DnsTextReader source, Span<byte> data, ref int at) =>
            GatewayType < s_kinds.Length && s_kinds[GatewayType].Read(ref source, data, ref at);
    }
}

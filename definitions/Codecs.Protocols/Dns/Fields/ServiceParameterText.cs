using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;
using System.Runtime.InteropServices;

namespace Codecs.Protocols;

/// <summary>Values of service parameters from their text, of which the escapes are resolved (RFC 9460 sections 7 and 8, appendix A.1).</summary>
internal static class ServiceParameterText
{
    /// <summary>The result where the text is not of the form that its key asks for.</summary>
    public const int Wrong = -1;

    /// <summary>The result where the memory is too small.</summary>
    public const int Full = -2;

    /// <summary>Reads a value.</summary>
    /// <returns>Its length; <see cref="Wrong"/> or <see cref="Full"/>.</returns>
    public static int Read(DnsServiceParameterKey key, ReadOnlySpan<byte> text, Span<byte> destination)
    {
        switch (key)
        {
            case DnsServiceParameterKey.Mandatory:
                return ReadItems(text, destination, sizeof(ushort), static (item, value) =>
                {
                    bool isKey = DnsMnemonic.TryParse(item, out DnsServiceParameterKey key);
                    BinaryPrimitives.WriteUInt16BigEndian(value, (ushort)key);
                    return isKey;
                }) is var size && size > 0 ? Sort(destination[..size]) : size;
            case DnsServiceParameterKey.Alpn:
                return ReadAlpn(text, destination);
            case DnsServiceParameterKey.Port or DnsServiceParameterKey.TlsSupportedGroups:
                return ReadItems(text, destination, sizeof(ushort), static (item, value) =>
                {
                    bool isNumber = TextInput.TryParseNumber(item, ushort.MaxValue, out ulong number);
                    BinaryPrimitives.WriteUInt16BigEndian(value, (ushort)number);
                    return isNumber;
                });
            case DnsServiceParameterKey.IPv4Hint:
                return ReadItems(text, destination, 4, static (item, value) =>
                {
                    bool isAddress = IPv4Address.TryParse(item, out var address);
                    BinaryPrimitives.WriteUInt32BigEndian(value, address.Value);
                    return isAddress;
                });
            case DnsServiceParameterKey.IPv6Hint:
                return ReadItems(text, destination, 16, static (item, value) =>
                {
                    bool isAddress = IPv6Address.TryParse(item, out var address);
                    BinaryPrimitives.WriteUInt128BigEndian(value, address.Value);
                    return isAddress;
                });
            case DnsServiceParameterKey.EncryptedClientHello:
                return Base64.DecodeFromUtf8(text, destination, out _, out int written) switch
                {
                    OperationStatus.Done => written,
                    OperationStatus.DestinationTooSmall => Full,
                    _ => Wrong,
                };
            default:
                return text.TryCopyTo(destination) ? text.Length : Full;
        }
    }

    private delegate bool ItemReading(ReadOnlySpan<byte> item, Span<byte> value);

    // Items of one size between commas.
    private static int ReadItems(ReadOnlySpan<byte> text, Span<byte> destination, int size, ItemReading read)
    {
        int written = 0;
        while (true)
        {
            int comma = text.IndexOf((byte)',');
            if (destination.Length - written < size)
                return Full;
            if (!read(comma < 0 ? text : text[..comma], destination.Slice(written, size)))
                return Wrong;
            written += size;
            if (comma < 0)
                return written;
            text = text[(comma + 1)..];
        }
    }

    // Protocols between commas; a backslash before a comma, or before another, makes it part of the protocol.
    private static int ReadAlpn(ReadOnlySpan<byte> text, Span<byte> destination)
    {
        int start = 0, written = 1;
        for (int at = 0; ; at++)
        {
            bool isEnd = at == text.Length;
            if (isEnd || text[at] == ',')
            {
                int length = written - start - 1;
                if (length is 0 or > byte.MaxValue)
                    return Wrong;
                destination[start] = (byte)length;
                if (isEnd)
                    return written;
                start = written++;
                continue;
            }
            if (text[at] == '\\' && ++at == text.Length)
                return Wrong;
            if (written >= destination.Length)
                return Full;
            destination[written++] = text[at];
        }
    }

    private static int Sort(Span<byte> keys)
    {
        var numbers = MemoryMarshal.Cast<byte, ushort>(keys);
        if (BitConverter.IsLittleEndian)
            BinaryPrimitives.ReverseEndianness(numbers, numbers);
        numbers.Sort();
        if (BitConverter.IsLittleEndian)
            BinaryPrimitives.ReverseEndianness(numbers, numbers);
        return keys.Length;
    }
}

namespace Codecs.Protocols;

/// <summary>The ports that have a service (RFC 1035 section 3.4.2): a bit for each, as far as there are any. In text their numbers.</summary>
public readonly ref struct DnsPortBitmap : ICodec<DnsPortBitmap>
{
    private const int MaxSize = 65536 / 8;

    private DnsPortBitmap(ReadOnlySpan<byte> bytes) => Bytes = bytes;

    /// <summary>The bits as they are on the wire, the first for port 0.</summary>
    public ReadOnlySpan<byte> Bytes { get; }

    static bool ICodec<DnsPortBitmap>.IsWhole => true;

    /// <summary>Makes a bitmap of these ports, in any order, on the heap.</summary>
    public static DnsPortBitmap Create(params ReadOnlySpan<ushort> ports)
    {
        int size = 0;
        foreach (ushort port in ports)
            size = Math.Max(size, port / 8 + 1);
        byte[] bits = new byte[size];
        foreach (ushort port in ports)
            bits[port / 8] |= Bit(port);
        return new(bits);
    }

    /// <summary>Takes all there is: at most 8,192 octets.</summary>
    public static ParseResult TryParse(ReadOnlySpan<byte> message, int offset, scoped ParseContext context, out DnsPortBitmap value)
    {
        value = default;
        int length = message.Length - offset;
        if (length > MaxSize)
            return ParseResult.Invalid(ParseError.Length, 0, 0);
        value = new(message[offset..]);
        return ParseResult.Done(length);
    }

    /// <summary>Has the port a service?</summary>
    public bool Contains(ushort port) => port / 8 < Bytes.Length && (Bytes[port / 8] & Bit(port)) != 0;

    /// <inheritdoc/>
    public int GetMaxSize() => Bytes.Length;

    /// <inheritdoc/>
    public int Write(Span<byte> message, int offset, scoped WriteContext context)
    {
        Bytes.CopyTo(message[offset..]);
        return Bytes.Length;
    }

    /// <summary>The text.</summary>
    public override string ToString() => DnsPresentation.ToString(in this);

    static bool IPresentable<DnsPortBitmap>.TryFormat(scoped in DnsPortBitmap value, Span<byte> utf8Destination, out int bytesWritten)
    {
        var output = new TextOutput(utf8Destination);
        bool isFirst = true;
        for (int port = 0; port < value.Bytes.Length * 8; port++)
        {
            if (!value.Contains((ushort)port))
                continue;
            if (!isFirst)
                output.Append(' ');
            isFirst = false;
            output.Append((ulong)port);
        }
        return output.TryEnd(out bytesWritten);
    }

    static ParseResult IPresentable<DnsPortBitmap>.TryParseText(ReadOnlySpan<byte> utf8Text, scoped ref Span<byte> scratch, out DnsPortBitmap value)
    {
        value = default;
        var input = new TextInput(utf8Text, scratch);
        int length = 0;
        while (!input.IsEnd)
        {
            if (!input.TryReadNumber(ushort.MaxValue, out ulong port))
                return input.Wrong;
            int size = (int)port / 8 + 1;
            if (size > scratch.Length)
                return input.Full;
            if (size > length)
                scratch[length..size].Clear();
            length = Math.Max(length, size);
            scratch[size - 1] |= Bit((ushort)port);
        }
        value = new(scratch[..length]);
        scratch = scratch[length..];
        return input.Done;
    }

    private static byte Bit(ushort port) => (byte)(0x80 >> (port & 7));
}

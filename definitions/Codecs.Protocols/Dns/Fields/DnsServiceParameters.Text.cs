using System.Buffers.Binary;

namespace Codecs.Protocols;

// RFC 9460 section 2.1 and appendix A.
public readonly ref partial struct DnsServiceParameters
{
    /// <summary>Reads parameters from their text, <c>alpn=h2,h3 port=8443</c>, into memory of the caller.</summary>
    /// <param name="utf8Text">The text, with nothing after it.</param>
    /// <param name="scratch">Where the parameters go; must live as long as they. Eight bytes for each of the text are enough.</param>
    /// <param name="parameters">The parameters.</param>
    public static bool TryParseText(ReadOnlySpan<byte> utf8Text, Span<byte> scratch, out DnsServiceParameters parameters) =>
        Read(utf8Text, ref scratch, out parameters);

    /// <summary>The text.</summary>
    public override string ToString() => DnsPresentation.ToString(in this);

    static bool IPresentable<DnsServiceParameters>.TryFormat(scoped in DnsServiceParameters value, Span<byte> utf8Destination, out int bytesWritten)
    {
        var output = new TextOutput(utf8Destination);
        bool isFirst = true;
        foreach (var parameter in value)
        {
            if (!isFirst)
                output.Append(' ');
            isFirst = false;
            output.Advance(DnsMnemonic.TryFormat(parameter.Key, output.Rest, out int length), length);
            if (parameter.Value.IsEmpty)
                continue;
            output.Append('=');
            Append(ref output, parameter.Key, parameter.Value);
        }
        return output.TryEnd(out bytesWritten);
    }

    static ParseResult IPresentable<DnsServiceParameters>.TryParseText(ReadOnlySpan<byte> utf8Text, scoped ref Span<byte> scratch, out DnsServiceParameters value) =>
        Read(utf8Text, ref scratch, out value);

    private static void Append(ref TextOutput output, DnsServiceParameterKey key, ReadOnlySpan<byte> value)
    {
        int length;
        switch (key)
        {
            case DnsServiceParameterKey.Mandatory:
                for (int at = 0; at < value.Length; at += sizeof(ushort))
                {
                    AppendComma(ref output, at);
                    output.Advance(DnsMnemonic.TryFormat((DnsServiceParameterKey)BinaryPrimitives.ReadUInt16BigEndian(value[at..]), output.Rest, out length), length);
                }
                break;
            case DnsServiceParameterKey.Alpn:
                AppendAlpn(ref output, value);
                break;
            case DnsServiceParameterKey.Port or DnsServiceParameterKey.TlsSupportedGroups:
                for (int at = 0; at < value.Length; at += sizeof(ushort))
                {
                    AppendComma(ref output, at);
                    output.Append(BinaryPrimitives.ReadUInt16BigEndian(value[at..]));
                }
                break;
            case DnsServiceParameterKey.IPv4Hint:
                for (int at = 0; at < value.Length; at += 4)
                {
                    AppendComma(ref output, at);
                    output.Advance(new IPv4Address(value.Slice(at, 4)).TryFormat(output.Rest, out length), length);
                }
                break;
            case DnsServiceParameterKey.IPv6Hint:
                for (int at = 0; at < value.Length; at += 16)
                {
                    AppendComma(ref output, at);
                    output.Advance(new IPv6Address(value.Slice(at, 16)).TryFormat(output.Rest, out length), length);
                }
                break;
            case DnsServiceParameterKey.EncryptedClientHello:
                output.Advance(OctetText.TryFormatBase64(value, output.Rest, out length), length);
                break;
            default:
                output.Advance(DnsEscape.TryQuote(value, output.Rest, out length), length);
                break;
        }
    }

    private static void AppendComma(ref TextOutput output, int at)
    {
        if (at > 0)
            output.Append(',');
    }

    // Appendix A.1: a comma or backslash in a protocol has a backslash before it, in the list; that is one of the character string, which has one itself.
    private static void AppendAlpn(ref TextOutput output, ReadOnlySpan<byte> value)
    {
        output.Append('"');
        for (int at = 0; at < value.Length; at += value[at] + 1)
        {
            AppendComma(ref output, at);
            var rest = value.Slice(at + 1, value[at]);
            while (!rest.IsEmpty)
            {
                int plain = rest.IndexOfAny((byte)',', (byte)'\\') is var special and >= 0 ? special : rest.Length;
                output.Advance(DnsEscape.TryFormatQuoted(rest[..plain], output.Rest, out int length), length);
                rest = rest[plain..];
                if (rest.IsEmpty)
                    break;
                output.Append(rest[0] == ',' ? "\\\\,"u8 : @"\\\\"u8);
                rest = rest[1..];
            }
        }
        output.Append('"');
    }

    private static ParseResult Read(ReadOnlySpan<byte> utf8Text, scoped ref Span<byte> scratch, out DnsServiceParameters value)
    {
        value = default;
        var input = new TextInput(utf8Text, scratch);
        int written = 0;
        while (!input.IsEnd)
        {
            if (!input.TryRead(out var token))
                return input.Wrong;
            var text = token.Text;
            int equals = text.IndexOf((byte)'=');
            if (token.IsQuoted || !DnsMnemonic.TryParse(equals < 0 ? text : text[..equals], out DnsServiceParameterKey key))
                return input.Wrong;
            var valueText = equals < 0 ? default : text[(equals + 1)..];
            if (valueText is [(byte)'"', ..] && DnsToken.EndOfQuoted(valueText, 0) != valueText.Length)
                return input.Wrong;
            if (valueText is [(byte)'"', ..])
                valueText = valueText[1..^1];

            // What the escapes stand for goes to the end of the memory, what is read from that after the other parameters.
            var memory = scratch[written..];
            if (memory.Length < Header + valueText.Length)
                return input.Full;
            var plain = memory[^valueText.Length..];
            if (!DnsEscape.TryUnescape(valueText, plain, out int plainLength))
                return input.Wrong;
            int length = ServiceParameterText.Read(key, plain[..plainLength], memory[Header..^valueText.Length]);
            if (length is < 0 or > ushort.MaxValue)
                return length == ServiceParameterText.Full ? input.Full : input.Wrong;
            BinaryPrimitives.WriteUInt16BigEndian(memory, (ushort)key);
            BinaryPrimitives.WriteUInt16BigEndian(memory[2..], (ushort)length);
            if (!IsOfForm(key, memory.Slice(Header, length)) || !TryMoveIntoOrder(scratch[..(written + Header + length)], written))
                return input.Wrong;
            written += Header + length;
        }
        value = new(scratch[..written]);
        scratch = scratch[written..];
        return input.Done;
    }

    // Moves the last parameter to before the first with a greater key; false if there is one with the same key.
    private static bool TryMoveIntoOrder(Span<byte> parameters, int last)
    {
        int key = BinaryPrimitives.ReadUInt16BigEndian(parameters[last..]), at = 0;
        while (at < last && BinaryPrimitives.ReadUInt16BigEndian(parameters[at..]) < key)
            at += Header + BinaryPrimitives.ReadUInt16BigEndian(parameters[(at + 2)..]);
        if (at < last && BinaryPrimitives.ReadUInt16BigEndian(parameters[at..]) == key)
            return false;
        // Two neighbors change places.
        parameters[at..last].Reverse();
        parameters[last..].Reverse();
        parameters[at..].Reverse();
        return true;
    }
}

namespace Codecs.Protocols;

/// <summary>The parameters of permessage-deflate as they come in an offer or in an answer, each at most once and with a value that it can have.</summary>
internal static class PerMessageDeflateParameters
{
    /// <summary>Reads the parameters of the extension that the reader is at, up to its end.</summary>
    /// <param name="reader">A reader that has just read the name.</param>
    /// <param name="isOffer">Are they those of an offer, where client_max_window_bits may lack its value?</param>
    /// <param name="parameters">What they say.</param>
    /// <returns>False if a server must decline such an offer, or a client must fail on such an answer (RFC 7692 section 7.1).</returns>
    public static bool TryRead(ref WebSocketExtensionReader reader, bool isOffer, out PerMessageDeflate parameters)
    {
        parameters = default;
        bool isValid = true;
        while (reader.ReadParameter())
            isValid = isValid && TryAdd(in reader, isOffer, ref parameters);
        return isValid && !reader.IsMalformed;
    }

    private static bool TryAdd(in WebSocketExtensionReader reader, bool isOffer, ref PerMessageDeflate parameters)
    {
        if (reader.Parameter.SequenceEqual("server_no_context_takeover"u8))
        {
            bool isNew = !parameters.ServerNoContextTakeover;
            parameters = parameters with { ServerNoContextTakeover = true };
            return isNew && !reader.HasValue;
        }
        if (reader.Parameter.SequenceEqual("client_no_context_takeover"u8))
        {
            bool isNew = !parameters.ClientNoContextTakeover;
            parameters = parameters with { ClientNoContextTakeover = true };
            return isNew && !reader.HasValue;
        }
        if (reader.Parameter.SequenceEqual("server_max_window_bits"u8))
        {
            bool isNew = parameters.ServerMaxWindowBits is null;
            parameters = parameters with { ServerMaxWindowBits = WindowBits(reader.Value) };
            return isNew && parameters.ServerMaxWindowBits is not null;
        }
        if (reader.Parameter.SequenceEqual("client_max_window_bits"u8))
        {
            bool isNew = parameters.ClientMaxWindowBits is null;
            parameters = parameters with { ClientMaxWindowBits = isOffer && !reader.HasValue ? PerMessageDeflate.MaxWindowBits : WindowBits(reader.Value) };
            return isNew && parameters.ClientMaxWindowBits is not null;
        }
        return false;
    }

    // RFC 7692 section 7.1.2.1: a decimal integer without leading zeros between 8 to 15 inclusive.
    private static int? WindowBits(ReadOnlySpan<byte> value) => value switch
    {
        [>= (byte)'8' and <= (byte)'9' and var digit] => digit - '0',
        [(byte)'1', >= (byte)'0' and <= (byte)'5' and var digit] => 10 + digit - '0',
        _ => null,
    };
}

namespace Codecs.Protocols;

/// <summary>How a server answers the offers of permessage-deflate, and what a client makes of the answer (RFC 7692 sections 5 and 7.1).</summary>
public static class PerMessageDeflateNegotiation
{
    /// <summary>A server's answer: it accepts the first offer that it can.</summary>
    /// <param name="offers">Sec-WebSocket-Extensions of the request.</param>
    /// <param name="preference">
    /// What the server wants: messages without context, smaller windows. Of the window of the client it gets what the client offers.
    /// </param>
    /// <param name="agreed">The answer, and what holds from then on; null if no offer is accepted.</param>
    /// <returns>False if the field is malformed: then the request is to be refused.</returns>
    public static bool TryAnswer(ReadOnlySpan<byte> offers, PerMessageDeflate preference, out PerMessageDeflate? agreed)
    {
        agreed = null;
        var reader = new WebSocketExtensionReader(offers);
        while (reader.ReadExtension())
        {
            if (agreed is null && reader.Name.SequenceEqual(PerMessageDeflate.Name) && PerMessageDeflateParameters.TryRead(ref reader, isOffer: true, out var offer))
                agreed = Answer(offer, preference);
        }
        return !reader.IsMalformed;
    }

    /// <summary>What a client makes of the answer to its offer.</summary>
    /// <param name="answer">Sec-WebSocket-Extensions of the response.</param>
    /// <param name="offer">What was offered; null if nothing was.</param>
    /// <param name="agreed">What holds from then on; null if the server did not accept.</param>
    /// <returns>False if the answer is not one to this offer: then the client must fail the connection.</returns>
    public static bool TryAgree(ReadOnlySpan<byte> answer, PerMessageDeflate? offer, out PerMessageDeflate? agreed)
    {
        agreed = null;
        var reader = new WebSocketExtensionReader(answer);
        while (reader.ReadExtension())
        {
            if (agreed is not null
                || offer is not { } offered
                || !reader.Name.SequenceEqual(PerMessageDeflate.Name)
                || !PerMessageDeflateParameters.TryRead(ref reader, isOffer: false, out var parameters)
                || !IsAnswerTo(parameters, offered))
            {
                agreed = null;
                return false;
            }
            // A client that has offered it keeps its word, whether or not the server repeats it (RFC 7692 section 7.1.1.2).
            agreed = parameters with { ClientNoContextTakeover = parameters.ClientNoContextTakeover || offered.ClientNoContextTakeover };
        }
        return !reader.IsMalformed;
    }

    private static PerMessageDeflate Answer(PerMessageDeflate offer, PerMessageDeflate preference)
    {
        int? serverBits = Smaller(offer.ServerMaxWindowBits, preference.ServerMaxWindowBits);
        return new()
        {
            ServerMaxWindowBits = serverBits,
            ServerNoContextTakeover = offer.ServerNoContextTakeover || preference.ServerNoContextTakeover || serverBits < PerMessageDeflate.MaxWindowBits,
            ClientNoContextTakeover = offer.ClientNoContextTakeover || preference.ClientNoContextTakeover,
            // RFC 7692 section 7.1.2.2: only if the offer has it. What the answer does not mention is 15.
            ClientMaxWindowBits = offer.ClientMaxWindowBits is null || preference.ClientMaxWindowBits is null ? null : Smaller(offer.ClientMaxWindowBits, preference.ClientMaxWindowBits),
        };
    }

    private static bool IsAnswerTo(PerMessageDeflate answer, PerMessageDeflate offer) =>
        !(answer.ServerMaxWindowBits > (offer.ServerMaxWindowBits ?? PerMessageDeflate.MaxWindowBits))
        && (answer.ClientMaxWindowBits is null || answer.ClientMaxWindowBits <= offer.ClientMaxWindowBits);

    private static int? Smaller(int? first, int? second) => first is null || second < first ? second ?? first : first;
}

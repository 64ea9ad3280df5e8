namespace Codecs.Protocols;

// RFC 2930, RFC 8945. They are of one message, and in no zone.

/// <summary>TSIG: authenticates a message with a shared key, named by the owner (RFC 8945 section 4.2). The last record of the additional section.</summary>
[Message("RFC 8945"), BackReferences, Tag(DnsType.Tsig)]
public readonly ref partial struct TsigRecord : IBuildable<TsigRecord>
{
    /// <summary>How, as a name: <c>hmac-sha256</c>.</summary>
    public required partial DnsPlainName Algorithm { get; init; }

    /// <summary>Seconds since 1970, in UTC.</summary>
    [Bits(48)] public partial ulong TimeSigned { get; init; }

    /// <summary>By how many seconds clocks may differ.</summary>
    public partial ushort Fudge { get; init; }

    /// <summary>Length of the code in bytes.</summary>
    [LengthOf(nameof(Mac))] public partial ushort MacSize { get; }

    /// <summary>The message authentication code.</summary>
    public partial DnsBase64Word Mac { get; init; }

    /// <summary>The id that the message had when it was signed.</summary>
    public partial ushort OriginalId { get; init; }

    /// <summary>What is wrong with the request's.</summary>
    public partial DnsResponseCode Error { get; init; }

    /// <summary>Length of what follows in bytes.</summary>
    [LengthOf(nameof(OtherData))] public partial ushort OtherLength { get; }

    /// <summary>The server's time, if the clocks differ too much.</summary>
    public partial DnsHex OtherData { get; init; }
}

/// <summary>TKEY: agrees on a key with which messages are authenticated (RFC 2930 section 2).</summary>
[Message("RFC 2930"), BackReferences, Tag(DnsType.Tkey)]
public readonly ref partial struct TkeyRecord : IBuildable<TkeyRecord>
{
    /// <summary>How messages are authenticated, as a name.</summary>
    public required partial DnsPlainName Algorithm { get; init; }

    /// <summary>From when on the key is valid.</summary>
    public partial DnsTime Inception { get; init; }

    /// <summary>Until when it is.</summary>
    public partial DnsTime Expiration { get; init; }

    /// <summary>How it is agreed upon: 2 by Diffie and Hellman, 3 by GSS-API (RFC 3645), 5 deletes it.</summary>
    public partial ushort Mode { get; init; }

    /// <summary>What went wrong.</summary>
    public partial DnsResponseCode Error { get; init; }

    /// <summary>Length of the data in bytes.</summary>
    [LengthOf(nameof(KeyData))] public partial ushort KeySize { get; }

    /// <summary>What is exchanged, as the mode says.</summary>
    public partial DnsBase64Word KeyData { get; init; }

    /// <summary>Length of what follows in bytes.</summary>
    [LengthOf(nameof(OtherData))] public partial ushort OtherSize { get; }

    /// <summary>Not defined.</summary>
    public partial DnsHex OtherData { get; init; }
}

namespace Codecs.Protocols;

// RFC 6891 section 6.1.2.

/// <summary>OPT: options of a message (RFC 6891 section 6.1.2). What else the record says, its class and time to live stand for: <see cref="Edns"/>.</summary>
[Message("RFC 6891"), Tag(DnsType.Opt)]
public readonly ref partial struct OptRecord
{
    /// <summary>The options, in no particular order; mostly there are none.</summary>
    public partial MessageList<EdnsOption> Options { get; init; }
}

/// <summary>An option of a message (RFC 6891 section 6.1.2).</summary>
[Message("RFC 6891")]
public readonly ref partial struct EdnsOption
{
    /// <summary>What it is.</summary>
    [TagOf(nameof(Data))] public partial EdnsOptionCode Code { get; init; }

    /// <summary>Length of the data in bytes.</summary>
    [LengthOf(nameof(Data))] public partial ushort Length { get; }

    /// <summary>What the option says.</summary>
    [Case<EdnsNameServerIdentifier>, Case<EdnsClientSubnet>, Case<EdnsExpire>, Case<EdnsCookie>, Case<EdnsTcpKeepalive>]
    [Case<EdnsPadding>, Case<EdnsKeyTag>, Case<EdnsExtendedError>]
    public partial ReadOnlySpan<byte> Data { get; init; }
}

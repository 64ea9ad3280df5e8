namespace Codecs.Protocols;

/// <summary>Extension field (RFC 7822 section 3).</summary>
[Message("RFC 7822")]
public readonly ref partial struct NtpExtension
{
    /// <summary>What it is.</summary>
    public partial NtpExtensionType FieldType { get; init; }

    /// <summary>Length of the whole field in bytes: a multiple of 4, at least 16, and 28 in the last one if nothing is behind it.</summary>
    [LengthOf(nameof(FieldType), nameof(Value)), Require(nameof(IsWhole))] public partial ushort Length { get; }

    /// <summary>What it says, and padding.</summary>
    public partial ReadOnlySpan<byte> Value { get; init; }

    private bool IsWhole => Length >= LeastLength && Length % 4 == 0;

    private const int LeastLength = 16;
}

/// <summary>What an extension field is (IANA).</summary>
public enum NtpExtensionType : ushort
{
    /// <summary>NTS: tells two requests apart (RFC 8915 section 5.3).</summary>
    UniqueIdentifier = 0x0104,

    /// <summary>NTS: the client's state (RFC 8915 section 5.4).</summary>
    NtsCookie = 0x0204,

    /// <summary>NTS: room for another cookie (RFC 8915 section 5.5).</summary>
    NtsCookiePlaceholder = 0x0304,

    /// <summary>NTS: authenticates what is before it, and holds what is encrypted (RFC 8915 section 5.6).</summary>
    NtsAuthenticator = 0x0404,

    /// <summary>Makes the UDP checksum right after a timestamp was put in (RFC 7821).</summary>
    ChecksumComplement = 0x2005,
}

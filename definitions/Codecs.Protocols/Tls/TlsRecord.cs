namespace Codecs.Protocols;

/// <summary>Record of TLS, from version 1.0 to 1.3 (RFC 8446 section 5.1, RFC 5246 section 6.2): the unit that is encrypted.</summary>
/// <remarks>Whether a record is encrypted is not in it, but follows from those before. Messages of the handshake may take several records, and several be in one: see <see cref="TlsHandshakeBuffer"/>.</remarks>
[Message("RFC 8446")]
public readonly ref partial struct TlsRecord
{
    /// <summary>The most bytes of a record (RFC 5246 section 6.2.3: 2^14 of content, 2048 of protection), with its header.</summary>
    public const int MaxLength = 5 + 16384 + 2048;

    /// <summary>What the fragment is. From version 1.3 on, encrypted records all say <see cref="TlsContentType.ApplicationData"/>.</summary>
    [TagOf(nameof(Fragment), When = nameof(HasForm))] public partial TlsContentType Type { get; init; }

    /// <summary>The version of the connection, but never more than 1.2; at the beginning often 1.0.</summary>
    public partial TlsVersion LegacyRecordVersion { get; init; }

    /// <summary>Length of the fragment in bytes.</summary>
    [LengthOf(nameof(Fragment))] public partial ushort Length { get; }

    /// <summary>Messages, or parts of them; perhaps encrypted.</summary>
    [Case<TlsAlert>, Case<TlsChangeCipherSpec>] public partial ReadOnlySpan<byte> Fragment { get; init; }

    /// <summary>Can this be a record of TLS: a content type and a version that there are, and no more bytes than there may be?</summary>
    public bool IsPlausible => Type is >= TlsContentType.ChangeCipherSpec and <= TlsContentType.Heartbeat && (ushort)LegacyRecordVersion >> 8 == 3 && Fragment.Length <= MaxLength - 5;

    // Encrypted, they are longer.
    private bool HasForm => Type switch { TlsContentType.Alert => Fragment.Length is 0 or 2, TlsContentType.ChangeCipherSpec => Fragment.Length <= 1, _ => false };
}

/// <summary>Alert (RFC 8446 section 6).</summary>
[Message("RFC 8446"), Tag(TlsContentType.Alert)]
public readonly partial record struct TlsAlert
{
    /// <summary>Does the connection end?</summary>
    public partial TlsAlertLevel Level { get; init; }

    /// <summary>Why.</summary>
    public partial TlsAlertDescription Description { get; init; }
}

/// <summary>Change of the cipher (RFC 5246 section 7.1): what follows in this direction is encrypted. In version 1.3 it says nothing.</summary>
[Message("RFC 5246"), Tag(TlsContentType.ChangeCipherSpec)]
public readonly partial record struct TlsChangeCipherSpec
{
    /// <summary>Always 1.</summary>
    [Const(1)] public partial byte Type { get; }
}

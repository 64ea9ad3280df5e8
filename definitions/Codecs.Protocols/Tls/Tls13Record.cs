using System.Buffers;

namespace Codecs.Protocols;

/// <summary>Protected record of TLS 1.3 (RFC 8446 section 5.2): a <see cref="TlsRecord"/> as its sender makes it.</summary>
[Message("RFC 8446")]
public readonly ref partial struct Tls13Ciphertext
{
    [Const((byte)TlsContentType.ApplicationData)] private partial byte OpaqueType { get; }

    [Reserved((ushort)TlsVersion.Tls12)] private partial ushort LegacyRecordVersion { get; }

    /// <summary>Length of the encrypted record in bytes.</summary>
    [LengthOf(nameof(EncryptedRecord))] public partial ushort Length { get; }

    /// <summary>A <see cref="Tls13InnerPlaintext"/>, encrypted, with what authenticates it and the header.</summary>
    [Limit(MaxLength)] public partial ReadOnlySpan<byte> EncryptedRecord { get; init; }

    /// <summary>The most bytes of an encrypted record: 2^14 of content, and 256 of protection.</summary>
    public const int MaxLength = 16384 + 256;
}

/// <summary>What a record of TLS 1.3 protects (RFC 8446 section 5.2), after it was decrypted or before it is encrypted: its type stands behind its content, so that nobody sees it.</summary>
[Message("RFC 8446")]
public readonly ref partial struct Tls13InnerPlaintext
{
    private static readonly SearchValues<byte> s_zero = SearchValues.Create([(byte)0]);

    /// <summary>Messages, or parts of them.</summary>
    public partial ReadOnlySpan<byte> Content { get; init; }

    /// <summary>What the content is: the last byte that is not zero.</summary>
    [Require(nameof(HasType))] public partial TlsContentType Type { get; init; }

    /// <summary>Hides how long the content is.</summary>
    [While(nameof(s_zero)), Limit(MaxLength)] public partial ReadOnlySpan<byte> Zeros { get; init; }

    /// <summary>The most bytes that are protected: 2^14 of content, and the type.</summary>
    public const int MaxLength = 16384 + 1;

    private bool HasType => Type != 0;
}

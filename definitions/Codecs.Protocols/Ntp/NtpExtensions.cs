namespace Codecs.Protocols;

/// <summary>
/// The extension fields of a message (RFC 7822). Nothing says whether what is behind the timestamps is an extension field or a message authentication code; only its length does (section 3): 28 bytes and more are
/// an extension field, if they can be one.
/// </summary>
/// <remarks>A list after which less than 28 bytes do not follow is written as it is; it would not be read so.</remarks>
public readonly ref struct NtpExtensions : ICodec<NtpExtensions>
{
    // RFC 7822 sections 3 and 7.5: what is shorter is a code alone.
    private const int Least = 28;
    private const int LeastField = 16;

    /// <summary>These fields.</summary>
    public NtpExtensions(MessageList<NtpExtension> fields) => Fields = fields;

    /// <summary>The fields.</summary>
    public MessageList<NtpExtension> Fields { get; }

    /// <summary>These fields.</summary>
    public static implicit operator NtpExtensions(MessageList<NtpExtension> fields) => new(fields);

    /// <summary>These fields.</summary>
    public static implicit operator NtpExtensions(ListBuilder<NtpExtension> fields) => new(fields);

    /// <inheritdoc/>
    public static ParseResult TryParse(ReadOnlySpan<byte> message, int offset, scoped ParseContext context, out NtpExtensions value)
    {
        int at = offset;
        while (message.Length - at >= Least && NtpExtension.TryParse(message[at..], out var field) is { Success: true } result && field.Length % 4 == 0 && result.BytesConsumed >= LeastField)
            at += result.BytesConsumed;
        value = new(new MessageList<NtpExtension>(message[offset..at]));
        return ParseResult.Done(at - offset);
    }

    /// <inheritdoc/>
    public int GetMaxSize() => Fields.Bytes.Length;

    /// <inheritdoc/>
    public int Write(Span<byte> message, int offset, scoped WriteContext context)
    {
        Fields.Bytes.CopyTo(message[offset..]);
        return Fields.Bytes.Length;
    }

    /// <summary>Their types, with blanks between them.</summary>
    public override string ToString()
    {
        var text = new System.Text.StringBuilder();
        foreach (var field in Fields)
        {
            if (text.Length > 0)
                text.Append(' ');
            text.Append(field.FieldType);
        }
        return text.ToString();
    }
}

/// <summary>Extension field (RFC 7822 section 3).</summary>
[Message("RFC 7822")]
public readonly ref partial struct NtpExtension
{
    /// <summary>What it is.</summary>
    public partial NtpExtensionType FieldType { get; init; }

    /// <summary>Length of the whole field in bytes: a multiple of 4, at least 16, and 28 in the last one if nothing is behind it.</summary>
    [LengthOf(nameof(FieldType), nameof(Value))] public partial ushort Length { get; }

    /// <summary>What it says, and padding.</summary>
    public partial ReadOnlySpan<byte> Value { get; init; }
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

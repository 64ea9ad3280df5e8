using Codecs.CompilerServices;

namespace Codecs.Protocols;

/// <summary>
/// A domain name that is not compressed when written: in the data of records whose type is younger than RFC 1035, of which servers
/// may not know that it holds names (RFC 3597 section 4). Compressed ones are read, since there were servers that wrote them.
/// </summary>
[BackReferences]
public readonly ref struct DnsPlainName : ICodec<DnsPlainName>
{
    /// <summary>A name that will not be compressed.</summary>
    public DnsPlainName(DnsName name) => Name = name;

    /// <summary>The name itself.</summary>
    public DnsName Name { get; }

    static bool IWritable.IsCompressed => true;

    /// <summary>A name that will not be compressed.</summary>
    public static implicit operator DnsPlainName(DnsName name) => new(name);

    /// <summary>The name itself.</summary>
    public static implicit operator DnsName(DnsPlainName name) => name.Name;

    /// <summary>A name from its text, as the conversion to <see cref="DnsName"/>.</summary>
    public static implicit operator DnsPlainName(ReadOnlySpan<byte> utf8Text) => new(utf8Text);

    /// <inheritdoc cref="DnsName.TryParse(ReadOnlySpan{byte}, int, ParseContext, out DnsName)"/>
    public static ParseResult TryParse(ReadOnlySpan<byte> message, int offset, scoped ParseContext context, out DnsPlainName name)
    {
        var result = DnsName.TryParse(message, offset, context, out var inner);
        name = new(inner);
        return result;
    }

    /// <inheritdoc/>
    public int GetMaxSize() => Name.GetMaxSize();

    /// <inheritdoc/>
    public int Write(Span<byte> message, int offset, scoped WriteContext context) => Name.WritePlain(message, offset, context);

    /// <summary>Is it the same name, whatever the case of its letters?</summary>
    public bool Equals(DnsPlainName other) => Name.Equals(other.Name);

    /// <summary>False: a name cannot be an object.</summary>
    public override bool Equals(object? obj) => false;

    /// <inheritdoc cref="DnsName.GetHashCode"/>
    public override int GetHashCode() => Name.GetHashCode();

    /// <summary>Are these the same name?</summary>
    public static bool operator ==(DnsPlainName left, DnsPlainName right) => left.Equals(right);

    /// <summary>Are these different names?</summary>
    public static bool operator !=(DnsPlainName left, DnsPlainName right) => !left.Equals(right);

    /// <inheritdoc cref="DnsName.ToString"/>
    public override string ToString() => Name.ToString();

    static bool ICodec<DnsPlainName>.IsRestorable => true;

    static int ICodec<DnsPlainName>.Skip(ReadOnlySpan<byte> message, int offset, ref ParseMemory memory) => Wire.Skip<DnsName>(message, offset, ref memory);

    static int ICodec<DnsPlainName>.Take(ReadOnlySpan<byte> message, int offset, scoped ref ParseMemory memory, out DnsPlainName name)
    {
        int end = Wire.Take(message, offset, ref memory, out DnsName inner);
        name = new(inner);
        return end;
    }

    static int ICodec<DnsPlainName>.Restore(ReadOnlySpan<byte> message, int offset, out DnsPlainName name)
    {
        int end = Wire.Restore(message, offset, out DnsName inner);
        name = new(inner);
        return end;
    }

    static int IPresentable<DnsPlainName>.GetParsedSize(scoped in DnsPlainName value) => ParsedSize(value.Name);

    static bool IPresentable<DnsPlainName>.TryFormat(scoped in DnsPlainName value, Span<byte> utf8Destination, out int bytesWritten) =>
        value.Name.TryFormat(utf8Destination, out bytesWritten);

    static ParseResult IPresentable<DnsPlainName>.TryParseText(ReadOnlySpan<byte> utf8Text, scoped ref Span<byte> scratch, out DnsPlainName value)
    {
        var result = DnsName.TryReadText(utf8Text, ref scratch, out var name);
        value = new(name);
        return result;
    }

    private static int ParsedSize<T>(scoped in T name) where T : IPresentable<T>, allows ref struct => T.GetParsedSize(in name);
}

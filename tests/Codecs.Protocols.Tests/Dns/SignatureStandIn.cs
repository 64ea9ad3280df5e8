using System.Buffers.Binary;

namespace Codecs.Protocols.Tests.Dns;

/// <summary>RRSIG (RFC 4034 section 3), all of it by hand: an enum, times, a name that may be compressed, octets to the end.</summary>
public readonly ref struct SignatureStandIn : ICodec<SignatureStandIn>, IBuildable<SignatureStandIn>
{
    private const int Fixed = 18;

    public static MessageDescription Description { get; } = new("SignatureStandIn", "RFC 4034", RoundTrip.Exact, []);

    public DnsType TypeCovered { get; private init; }

    public DnssecAlgorithm Algorithm { get; private init; }

    public byte Labels { get; private init; }

    public uint OriginalTimeToLive { get; private init; }

    public DnsTime Expiration { get; private init; }

    public DnsTime Inception { get; private init; }

    public ushort KeyTag { get; private init; }

    public DnsPlainName SignerName { get; private init; }

    public DnsBase64 Signature { get; private init; }

    public static ParseResult TryParse(ReadOnlySpan<byte> message, int offset, scoped ParseContext context, out SignatureStandIn value)
    {
        value = default;
        if (message.Length - offset < Fixed)
            return ParseResult.NeedMore(Fixed, 0);
        var rest = message[offset..];
        var result = DnsPlainName.TryParse(message, offset + Fixed, context, out var name);
        if (!result)
            return result.In(0, Fixed, bounded: false);
        value = new()
        {
            TypeCovered = (DnsType)BinaryPrimitives.ReadUInt16BigEndian(rest),
            Algorithm = (DnssecAlgorithm)rest[2],
            Labels = rest[3],
            OriginalTimeToLive = BinaryPrimitives.ReadUInt32BigEndian(rest[4..]),
            Expiration = new(BinaryPrimitives.ReadUInt32BigEndian(rest[8..])),
            Inception = new(BinaryPrimitives.ReadUInt32BigEndian(rest[12..])),
            KeyTag = BinaryPrimitives.ReadUInt16BigEndian(rest[16..]),
            SignerName = name,
            Signature = rest[(Fixed + result.BytesConsumed)..],
        };
        return ParseResult.Done(rest.Length);
    }

    public static bool Build<TSource>(scoped ref TSource source, out SignatureStandIn message) where TSource : IFieldSource, allows ref struct
    {
        message = default;
        if (!source.Enum(default, out DnsType type) || !source.Enum(default, out DnssecAlgorithm algorithm) || !source.Scalar(default, out byte labels)
            || !source.Scalar(default, out uint timeToLive) || !source.Scalar(default, out DnsTime expiration) || !source.Scalar(default, out DnsTime inception)
            || !source.Scalar(default, out ushort keyTag) || !source.Value(default, out DnsPlainName signer) || !source.Value(default, out DnsBase64 signature))
            return false;
        message = new()
        {
            TypeCovered = type,
            Algorithm = algorithm,
            Labels = labels,
            OriginalTimeToLive = timeToLive,
            Expiration = expiration,
            Inception = inception,
            KeyTag = keyTag,
            SignerName = signer,
            Signature = signature,
        };
        return true;
    }

    public void Visit<TVisitor>(ref TVisitor visitor) where TVisitor : IFieldVisitor, allows ref struct
    {
        visitor.Scalar(default, 0, 16, TypeCovered);
        visitor.Scalar(default, 16, 8, Algorithm);
        visitor.Scalar(default, 24, 8, Labels);
        visitor.Scalar(default, 32, 32, OriginalTimeToLive);
        visitor.Scalar(default, 64, 32, Expiration);
        visitor.Scalar(default, 96, 32, Inception);
        visitor.Scalar(default, 128, 16, KeyTag);
        var name = SignerName;
        visitor.Value(default, Fixed * 8, name.GetMaxSize(), in name);
        var signature = Signature;
        visitor.Value(default, (Fixed + name.GetMaxSize()) * 8, signature.Bytes.Length, in signature);
    }

    public int GetMaxSize() => Fixed + SignerName.GetMaxSize() + Signature.Bytes.Length;

    public int Write(Span<byte> message, int offset, scoped WriteContext context)
    {
        var rest = message[offset..];
        BinaryPrimitives.WriteUInt16BigEndian(rest, (ushort)TypeCovered);
        rest[2] = (byte)Algorithm;
        rest[3] = Labels;
        BinaryPrimitives.WriteUInt32BigEndian(rest[4..], OriginalTimeToLive);
        BinaryPrimitives.WriteUInt32BigEndian(rest[8..], Expiration.Seconds);
        BinaryPrimitives.WriteUInt32BigEndian(rest[12..], Inception.Seconds);
        BinaryPrimitives.WriteUInt16BigEndian(rest[16..], KeyTag);
        int at = offset + Fixed;
        at += SignerName.Write(message, at, context);
        at += Signature.Write(message, at, context);
        return at - offset;
    }

    public override string ToString() => SignerName.ToString();
}

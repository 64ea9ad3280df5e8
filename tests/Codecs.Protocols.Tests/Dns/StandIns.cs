namespace Codecs.Protocols.Tests.Dns;

// Records as definitions, with what the generator does not make of them yet written by hand: Build, field after field.

/// <summary>SSHFP (RFC 4255 section 3): numbers, and octets to the end.</summary>
[Message("RFC 4255")]
public readonly ref partial struct FingerprintStandIn : IBuildable<FingerprintStandIn>
{
    public partial byte Algorithm { get; init; }

    public partial byte FingerprintType { get; init; }

    public partial DnsHex Fingerprint { get; init; }

    public static bool Build<TSource>(scoped ref TSource source, out FingerprintStandIn message) where TSource : IFieldSource, allows ref struct
    {
        message = default;
        if (!source.Scalar(default, out byte algorithm) || !source.Scalar(default, out byte type) || !source.Value(default, out DnsHex fingerprint))
            return false;
        message = new() { Algorithm = algorithm, FingerprintType = type, Fingerprint = fingerprint };
        return true;
    }
}

/// <summary>A length that is derived, bytes, a list of values, and another message.</summary>
[Message]
public readonly ref partial struct MixtureStandIn : IBuildable<MixtureStandIn>
{
    [LengthOf(nameof(Key))] public partial byte KeyLength { get; }

    public partial ReadOnlySpan<byte> Key { get; init; }

    public partial PairStandIn Pair { get; init; }

    public partial MessageList<DnsCharacterString> Texts { get; init; }

    public static bool Build<TSource>(scoped ref TSource source, out MixtureStandIn message) where TSource : IFieldSource, allows ref struct
    {
        message = default;
        if (!source.Bytes(default, out var key) || !source.Message(default, out PairStandIn pair) || !source.Values(default, out MessageList<DnsCharacterString> texts))
            return false;
        message = new() { Key = key, Pair = pair, Texts = texts };
        return true;
    }
}

/// <summary>A truth value, a number of some bits, an address.</summary>
[Message]
public readonly partial record struct PairStandIn : IBuildable<PairStandIn>
{
    [Bits(1)] public partial bool IsFirst { get; init; }

    [Bits(7)] public partial byte Number { get; init; }

    public partial IPv4Address Address { get; init; }

    public static bool Build<TSource>(scoped ref TSource source, out PairStandIn message) where TSource : IFieldSource, allows ref struct
    {
        message = default;
        if (!source.Flag(default, out bool isFirst) || !source.Scalar(default, out byte number) || number > 127 || !source.Scalar(default, out IPv4Address address))
            return false;
        message = new() { IsFirst = isFirst, Number = number, Address = address };
        return true;
    }
}

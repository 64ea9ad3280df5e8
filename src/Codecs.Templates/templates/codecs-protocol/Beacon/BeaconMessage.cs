using Codecs;

namespace Beacon;

/// <summary>Version, type, length, value, checksum: the properties, in order, are the bytes.</summary>
[Message("The specification, section 1")]
public readonly ref partial struct BeaconMessage
{
    /// <summary>Always 1.</summary>
    [Bits(4), Const(1)] public partial byte Version { get; }

    /// <summary>What <see cref="Body"/> is.</summary>
    [Bits(4), TagOf(nameof(Body))] public partial BeaconType Type { get; init; }

    /// <summary>Length of <see cref="Body"/> in bytes: filled in when written, checked when read.</summary>
    [LengthOf(nameof(Body))] public partial ushort Length { get; }

    /// <summary>What is said.</summary>
    [Case<BeaconReading>] public partial ReadOnlySpan<byte> Body { get; init; }

    /// <summary>Over everything before it. <c>ChecksumIsValid</c> says whether it is right.</summary>
    [ChecksumOf<InternetChecksum>(nameof(Version), nameof(Body))] public partial ushort Checksum { get; }
}

/// <summary>What a message says.</summary>
public enum BeaconType : byte
{
    /// <summary>A <see cref="BeaconReading"/>.</summary>
    Reading = 1,
}

/// <summary>A value of some sensor, and when it was taken.</summary>
[Message("The specification, section 2"), Tag(BeaconType.Reading)]
public readonly partial record struct BeaconReading
{
    /// <summary>Which sensor.</summary>
    public partial ushort Sensor { get; init; }

    /// <summary>Seconds since 1970.</summary>
    public partial uint Time { get; init; }

    /// <summary>Thousandths of a degree.</summary>
    public partial int Value { get; init; }
}

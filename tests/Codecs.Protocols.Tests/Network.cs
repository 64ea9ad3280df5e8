namespace Codecs.Protocols.Tests;

/// <summary>The two hosts of the samples.</summary>
internal static class Network
{
    public static readonly MacAddress MacA = new(0x02000000000A);
    public static readonly MacAddress MacB = new(0x02000000000B);
    public static readonly IPv4Address A = new(0xC0000201);
    public static readonly IPv4Address B = new(0xC0000202);
    public static readonly IPv6Address A6 = new(new UInt128(0x20010DB800000000, 1));
    public static readonly IPv6Address B6 = new(new UInt128(0x20010DB800000000, 2));

    /// <summary>From A to B over IPv4.</summary>
    public static PseudoHeader Over4 => new IPv4 { Source = A, Destination = B }.PseudoHeader;

    /// <summary>From A to B over IPv6.</summary>
    public static PseudoHeader Over6 => new IPv6 { Source = A6, Destination = B6 }.PseudoHeader;
}

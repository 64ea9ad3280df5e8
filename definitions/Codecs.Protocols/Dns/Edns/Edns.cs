using System.Buffers.Binary;

namespace Codecs.Protocols;

/// <summary>What an OPT record says in the places of its class and its time to live (RFC 6891 section 6.1.3).</summary>
/// <example><code>new DnsRecord { Edns = new() { UdpPayloadSize = 1232, DnssecOk = true } } / new OptRecord()</code></example>
[Message("RFC 6891")]
public readonly partial record struct Edns
{
    /// <summary>The largest message that the sender can take in a UDP datagram; less than 512 means 512 (section 6.2.3).</summary>
    public partial ushort UdpPayloadSize { get; init; }

    /// <summary>The higher eight bits of the response code; the lower four are in the header of the message.</summary>
    public partial byte ExtendedResponseCode { get; init; }

    /// <summary>The version, 0.</summary>
    public partial byte Version { get; init; }

    /// <summary>Does the sender understand the records of DNSSEC, and want them (DO, RFC 3225)?</summary>
    [Bits(1)] public partial bool DnssecOk { get; init; }

    /// <summary>Does it understand compact answers for names that do not exist (CO, RFC 9824 section 5.1)?</summary>
    [Bits(1)] public partial bool CompactAnswersOk { get; init; }

    [Bits(14), Reserved] private partial ushort Z { get; }

    // The same six bytes as they are in a record.
    internal static Edns From(DnsClass @class, uint timeToLive)
    {
        Span<byte> bytes = stackalloc byte[6];
        BinaryPrimitives.WriteUInt16BigEndian(bytes, (ushort)@class);
        BinaryPrimitives.WriteUInt32BigEndian(bytes[2..], timeToLive);
        TryParse(bytes, out var edns);
        return edns;
    }

    internal (DnsClass Class, uint TimeToLive) ToFields()
    {
        Span<byte> bytes = stackalloc byte[6];
        TryWrite(bytes, out _);
        return ((DnsClass)BinaryPrimitives.ReadUInt16BigEndian(bytes), BinaryPrimitives.ReadUInt32BigEndian(bytes[2..]));
    }
}

using Codecs.Protocols;

namespace Codecs.Conformance.Mappings;

/// <summary>TCP, UDP, UDP-Lite, SCTP.</summary>
internal static class TransportMappings
{
    public static IEnumerable<ProtocolMapping> All =>
    [
        new("tcp", last: "urgent_pointer", nameof(Tcp))
        {
            { "sport", nameof(Tcp.SourcePort) },
            { "dport", nameof(Tcp.DestinationPort) },
            { "seq", nameof(Tcp.SequenceNumber) },
            { "ack", nameof(Tcp.AcknowledgmentNumber) },
            { "data_offset", nameof(Tcp.DataOffset) },
            // The other reader counts AE among the reserved bits.
            { "reserved", Rule.Bits(8, 4, "Reserved", nameof(Tcp.Flags)) },
            { "flags", Rule.Bits(0, 8, nameof(Tcp.Flags)) },
            { "window", nameof(Tcp.Window) },
            { "checksum", nameof(Tcp.Checksum) },
            { "checksum_ok", Rule.Checksum },
            { "urgent_pointer", nameof(Tcp.UrgentPointer) },
            { "options", nameof(Tcp.Options) },
            { "opts", Rule.Options(nameof(Tcp.Options), nameof(TcpOption.Kind)) },
            { "payload_len", Rule.LengthOf(nameof(Tcp.Payload)) },
        },
        new("udp", last: "checksum", nameof(Udp))
        {
            { "sport", nameof(Udp.SourcePort) },
            { "dport", nameof(Udp.DestinationPort) },
            { "length", nameof(Udp.Length) },
            { "checksum", nameof(Udp.Checksum) },
            { "checksum_ok", Rule.Checksum },
        },
        new("udplite", last: "checksum", nameof(UdpLite))
        {
            { "sport", nameof(UdpLite.SourcePort) },
            { "dport", nameof(UdpLite.DestinationPort) },
            { "length", nameof(UdpLite.ChecksumCoverage) },
            { "checksum", nameof(UdpLite.Checksum) },
            { "checksum_ok", Rule.Checksum },
        },
        // The other reader begins another layer at each data chunk but the first.
        new("sctp", last: "none", nameof(Sctp))
        {
            { "sport", nameof(Sctp.SourcePort) },
            { "dport", nameof(Sctp.DestinationPort) },
            { "vtag", nameof(Sctp.VerificationTag) },
            { "checksum", Rule.EitherOrder(nameof(Sctp.Checksum)) },
            { "checksum_ok", Rule.Checksum },
            { "chunks", Rule.Chunks },
        },
    ];
}

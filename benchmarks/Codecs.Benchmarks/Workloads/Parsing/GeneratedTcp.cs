using System.Runtime.CompilerServices;
using Codecs.Protocols;

namespace Codecs.Benchmarks.Workloads.Parsing;

/// <summary>The fields of generated messages.</summary>
internal static class GeneratedTcp
{
    /// <inheritdoc cref="Fields.Flow"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Flow(in IPv4 ip, in Tcp tcp) =>
        Fields.Flow(ip.Source.Value, ip.Destination.Value, tcp.SourcePort, tcp.DestinationPort, (int)tcp.Flags);

    /// <inheritdoc cref="Fields.Connection"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Connection(in Tcp tcp) =>
        Fields.Connection(tcp.SequenceNumber, tcp.AcknowledgmentNumber, tcp.Window, tcp.Payload.Length);

    /// <summary>All fields that are in neither <see cref="Flow"/> nor <see cref="Connection"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Others(in Ethernet ethernet, in IPv4 ip, in Tcp tcp) =>
        Fields.Ethernet(ethernet.Destination.Value, ethernet.Source.Value, ethernet.TypeOrLength)
        + Fields.IPv4(
            ip.HeaderLength,
            ip.Dscp,
            (int)ip.Ecn,
            ip.TotalLength,
            ip.Identification,
            ip.DontFragment,
            ip.MoreFragments,
            ip.FragmentOffset,
            ip.TimeToLive,
            (byte)ip.Protocol,
            ip.HeaderChecksum,
            ip.Options.Bytes.Length)
        + Fields.Tcp(tcp.DataOffset, tcp.Checksum, tcp.UrgentPointer, tcp.Options.Bytes.Length);
}

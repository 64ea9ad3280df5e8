using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Codecs.Benchmarks.Workloads.Parsing;

/// <summary>
/// The fastest way known to read a TCP segment: Ethernet, IPv4 without options and TCP are one structure of 54 bytes, laid over the
/// frame after a single test of its length; constants are compared in wire order, without a swap.
/// </summary>
/// <remarks>For machines that are little-endian: the constants below are swapped by hand.</remarks>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal readonly struct FusedTcp
{
    private const int Size = 54;
    private const int EthernetHeader = 14;
    private const int IPv4Header = 20;
    private const int LeastTcpHeader = 20;
    private const int Tcp = 6;

    private readonly ushort _destinationHigh;
    private readonly uint _destinationLow;
    private readonly ushort _sourceHigh;
    private readonly uint _sourceLow;

    // EtherType, version, header length, type of service
    private readonly uint _types;
    private readonly ushort _totalLength;
    private readonly ushort _identification;
    private readonly ushort _fragment;
    private readonly byte _timeToLive;
    private readonly byte _protocol;
    private readonly ushort _headerChecksum;
    private readonly uint _source;
    private readonly uint _destination;

    private readonly ushort _sourcePort;
    private readonly ushort _destinationPort;
    private readonly uint _sequenceNumber;
    private readonly uint _acknowledgmentNumber;
    private readonly ushort _dataOffsetAndFlags;
    private readonly ushort _window;
    private readonly ushort _checksum;
    private readonly ushort _urgentPointer;

    /// <summary>Is this TCP over IPv4 without options, with all lengths right? What is not may still be TCP: <see cref="PlainParser"/> knows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsIn(ReadOnlySpan<byte> frame)
    {
        if (frame.Length < Size)
            return false;
        ref readonly var headers = ref MemoryMarshal.AsRef<FusedTcp>(frame);
        if ((headers._types & 0xFFFFFF) != 0x450008)
            return false;
        int total = BinaryPrimitives.ReverseEndianness(headers._totalLength);
        int tcpHeader = headers.TcpHeaderLength;
        return total <= frame.Length - EthernetHeader
            && (headers._fragment & 0xFF1F) == 0
            && headers._protocol == Tcp
            && tcpHeader >= LeastTcpHeader
            && total >= IPv4Header + tcpHeader;
    }

    /// <inheritdoc cref="Fields.Flow"/>
    public uint Flow
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Fields.Flow(
            BinaryPrimitives.ReverseEndianness(_source),
            BinaryPrimitives.ReverseEndianness(_destination),
            BinaryPrimitives.ReverseEndianness(_sourcePort),
            BinaryPrimitives.ReverseEndianness(_destinationPort),
            BinaryPrimitives.ReverseEndianness(_dataOffsetAndFlags) & 0x1FF);
    }

    /// <inheritdoc cref="Fields.Connection"/>
    public uint Connection
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Fields.Connection(
            BinaryPrimitives.ReverseEndianness(_sequenceNumber),
            BinaryPrimitives.ReverseEndianness(_acknowledgmentNumber),
            BinaryPrimitives.ReverseEndianness(_window),
            BinaryPrimitives.ReverseEndianness(_totalLength) - IPv4Header - TcpHeaderLength);
    }

    /// <summary>All fields that are in neither <see cref="Flow"/> nor <see cref="Connection"/>.</summary>
    public uint Others
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            int flagsAndOffset = BinaryPrimitives.ReverseEndianness(_fragment);
            int typeOfService = (byte)(_types >> 24);
            return Fields.Ethernet(
                    (ulong)BinaryPrimitives.ReverseEndianness(_destinationHigh) << 32 | BinaryPrimitives.ReverseEndianness(_destinationLow),
                    (ulong)BinaryPrimitives.ReverseEndianness(_sourceHigh) << 32 | BinaryPrimitives.ReverseEndianness(_sourceLow),
                    0x0800)
                + Fields.IPv4(
                    IPv4Header / 4,
                    typeOfService >> 2,
                    typeOfService & 3,
                    BinaryPrimitives.ReverseEndianness(_totalLength),
                    BinaryPrimitives.ReverseEndianness(_identification),
                    (flagsAndOffset & 0x4000) != 0,
                    (flagsAndOffset & 0x2000) != 0,
                    flagsAndOffset & 0x1FFF,
                    _timeToLive,
                    _protocol,
                    BinaryPrimitives.ReverseEndianness(_headerChecksum),
                    0)
                + Fields.Tcp(
                    (byte)_dataOffsetAndFlags >> 4,
                    BinaryPrimitives.ReverseEndianness(_checksum),
                    BinaryPrimitives.ReverseEndianness(_urgentPointer),
                    TcpHeaderLength - LeastTcpHeader);
        }
    }

    private int TcpHeaderLength => _dataOffsetAndFlags >> 2 & 0x3C;
}

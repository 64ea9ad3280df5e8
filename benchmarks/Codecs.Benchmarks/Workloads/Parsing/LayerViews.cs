using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Codecs.Benchmarks.Workloads.Parsing;

/// <summary>A frame by hand: where its bytes are, and nothing else.</summary>
internal readonly ref struct EthernetView
{
    private const int Size = 14;

    private readonly ReadOnlySpan<byte> _frame;

    private EthernetView(ReadOnlySpan<byte> frame) => _frame = frame;

    public ReadOnlySpan<byte> Payload
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _frame[Size..];
    }

    // In wire order, without a swap.
    public bool CarriesIPv4
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => MemoryMarshal.Read<ushort>(_frame[12..]) == 0x0008;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryParse(ReadOnlySpan<byte> frame, out EthernetView view)
    {
        view = new(frame);
        return frame.Length >= Size;
    }
}

/// <summary>An IPv4 packet by hand: a structure laid over its header, and what the packet carries, without what pads the frame.</summary>
internal readonly ref struct IPv4View
{
    private const int LeastHeader = 20;

    private readonly ref readonly Header _header;

    private IPv4View(ref readonly Header header, ReadOnlySpan<byte> payload)
    {
        _header = ref header;
        Payload = payload;
    }

    public ReadOnlySpan<byte> Payload { get; }

    public uint Source => BinaryPrimitives.ReverseEndianness(_header.Source);

    public uint Destination => BinaryPrimitives.ReverseEndianness(_header.Destination);

    // In wire order, without a swap.
    public bool CarriesTcp
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _header.Protocol == 6 && (_header.Fragment & 0xFF1F) == 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryParse(ReadOnlySpan<byte> packet, out IPv4View view)
    {
        Unsafe.SkipInit(out view);
        if (packet.Length < LeastHeader)
            return false;
        ref readonly var header = ref MemoryMarshal.AsRef<Header>(packet);
        int headerLength = (header.Version & 0xF) * 4, length = BinaryPrimitives.ReverseEndianness(header.TotalLength);
        if (header.Version >> 4 != 4 || headerLength < LeastHeader || length < headerLength || length > packet.Length)
            return false;
        view = new(in header, packet[headerLength..length]);
        return true;
    }

    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    private readonly struct Header
    {
        public readonly byte Version;
        public readonly byte TypeOfService;
        public readonly ushort TotalLength;
        public readonly ushort Identification;
        public readonly ushort Fragment;
        public readonly byte TimeToLive;
        public readonly byte Protocol;
        public readonly ushort Checksum;
        public readonly uint Source;
        public readonly uint Destination;
    }
}

/// <summary>A TCP segment by hand: a structure laid over its header.</summary>
internal readonly ref struct TcpView
{
    private const int LeastHeader = 20;

    private readonly ref readonly Header _header;

    private TcpView(ref readonly Header header) => _header = ref header;

    public ushort SourcePort => BinaryPrimitives.ReverseEndianness(_header.SourcePort);

    public ushort DestinationPort => BinaryPrimitives.ReverseEndianness(_header.DestinationPort);

    public int Flags => BinaryPrimitives.ReverseEndianness(_header.DataOffsetAndFlags) & 0x1FF;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryParse(ReadOnlySpan<byte> segment, out TcpView view)
    {
        Unsafe.SkipInit(out view);
        if (segment.Length < LeastHeader)
            return false;
        ref readonly var header = ref MemoryMarshal.AsRef<Header>(segment);
        int length = header.DataOffsetAndFlags >> 2 & 0x3C;
        view = new(in header);
        return length >= LeastHeader && length <= segment.Length;
    }

    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    private readonly struct Header
    {
        public readonly ushort SourcePort;
        public readonly ushort DestinationPort;
        public readonly uint SequenceNumber;
        public readonly uint AcknowledgmentNumber;
        public readonly ushort DataOffsetAndFlags;
        public readonly ushort Window;
        public readonly ushort Checksum;
        public readonly ushort UrgentPointer;
    }
}

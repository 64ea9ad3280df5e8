using System.Buffers.Binary;

namespace Codecs.Tests.Capture;

/// <summary>Builds pcap files byte by byte, right or wrong, independently of the definitions that read them.</summary>
internal sealed class PcapBytes(bool isLittleEndian)
{
    public const uint Microseconds = 0xA1B2C3D4;
    public const uint Nanoseconds = 0xA1B23C4D;
    public const uint Modified = 0xA1B2CD34;

    private readonly MemoryStream _bytes = new();

    public long Length => _bytes.Length;

    public byte[] ToArray() => _bytes.ToArray();

    public PcapBytes Header(uint magic = Microseconds, uint linkType = 1, uint snapLength = 65535, ushort majorVersion = 2) =>
        UInt32(magic).UInt16(majorVersion).UInt16(4).UInt32(0).UInt32(0).UInt32(snapLength).UInt32(linkType);

    public PcapBytes Record(uint seconds, uint fraction, ReadOnlySpan<byte> data, uint? captured = null, uint? original = null) =>
        UInt32(seconds).UInt32(fraction).UInt32(captured ?? (uint)data.Length).UInt32(original ?? (uint)data.Length).Bytes(data);

    /// <summary>As in the modified format: eight more bytes before the data.</summary>
    public PcapBytes ModifiedRecord(uint seconds, uint fraction, ReadOnlySpan<byte> data) =>
        UInt32(seconds).UInt32(fraction).UInt32((uint)data.Length).UInt32((uint)data.Length).UInt32(3).UInt16(0x0800).UInt16(0).Bytes(data);

    public PcapBytes Bytes(ReadOnlySpan<byte> bytes)
    {
        _bytes.Write(bytes);
        return this;
    }

    public PcapBytes UInt16(ushort value)
    {
        Span<byte> bytes = stackalloc byte[2];
        if (isLittleEndian)
            BinaryPrimitives.WriteUInt16LittleEndian(bytes, value);
        else
            BinaryPrimitives.WriteUInt16BigEndian(bytes, value);
        return Bytes(bytes);
    }

    public PcapBytes UInt32(uint value)
    {
        Span<byte> bytes = stackalloc byte[4];
        if (isLittleEndian)
            BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        else
            BinaryPrimitives.WriteUInt32BigEndian(bytes, value);
        return Bytes(bytes);
    }
}

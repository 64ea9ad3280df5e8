namespace Codecs.Tests.Capture;

/// <summary>Builds pcapng files byte by byte, right or wrong, independently of the definitions that read them.</summary>
internal sealed class PcapngBytes(bool isLittleEndian)
{
    private readonly PcapBytes _bytes = new(isLittleEndian);

    public long Length => _bytes.Length;

    public byte[] ToArray() => _bytes.ToArray();

    public PcapngBytes Section(ushort major = 1, ushort minor = 0) =>
        Block(0x0A0D0D0A, new PcapBytes(isLittleEndian).UInt32(0x1A2B3C4D).UInt16(major).UInt16(minor).UInt32(uint.MaxValue).UInt32(uint.MaxValue).ToArray());

    public PcapngBytes Interface(ushort linkType, uint snapLength = 0, params (ushort Code, byte[] Value)[] options) =>
        Block(1, [.. new PcapBytes(isLittleEndian).UInt16(linkType).UInt16(0).UInt32(snapLength).ToArray(), .. Options(options)]);

    public PcapngBytes Enhanced(uint interfaceId, ulong time, byte[] data, uint? captured = null, uint? original = null) =>
        Block(6, [.. Packet(new PcapBytes(isLittleEndian).UInt32(interfaceId), time, data, captured, original), .. Options((1, "a comment"u8.ToArray()))]);

    public PcapngBytes Obsolete(ushort interfaceId, ulong time, byte[] data) =>
        Block(2, Packet(new PcapBytes(isLittleEndian).UInt16(interfaceId).UInt16(ushort.MaxValue), time, data, null, null));

    public PcapngBytes Simple(byte[] data, uint original) => Block(3, [.. new PcapBytes(isLittleEndian).UInt32(original).ToArray(), .. Padded(data)]);

    public PcapngBytes Block(uint type, byte[] body, uint? length = null, uint? trailing = null)
    {
        uint total = (uint)body.Length + 12;
        _bytes.UInt32(type).UInt32(length ?? total).Bytes(body).UInt32(trailing ?? total);
        return this;
    }

    /// <summary>Another section, perhaps of the other byte order.</summary>
    public PcapngBytes Append(PcapngBytes other)
    {
        _bytes.Bytes(other.ToArray());
        return this;
    }

    private static byte[] Packet(PcapBytes start, ulong time, byte[] data, uint? captured, uint? original) =>
        start.UInt32((uint)(time >> 32)).UInt32((uint)time).UInt32(captured ?? (uint)data.Length).UInt32(original ?? (uint)data.Length).Bytes(Padded(data)).ToArray();

    private byte[] Options(params (ushort Code, byte[] Value)[] options)
    {
        if (options.Length == 0)
            return [];
        var bytes = new PcapBytes(isLittleEndian);
        foreach (var (code, value) in options)
            bytes.UInt16(code).UInt16((ushort)value.Length).Bytes(Padded(value));
        return bytes.UInt32(0).ToArray();
    }

    private static byte[] Padded(byte[] data) => [.. data, .. new byte[(4 - data.Length % 4) % 4]];
}

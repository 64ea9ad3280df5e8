using System.Buffers.Binary;
using System.Text;
using Codecs.Capture;
using Codecs.Protocols;

namespace Codecs.Tests.Capture;

public class PcapngTests
{
    private const ushort Name = 2, Resolution = 9, FrameCheck = 13, Offset = 14;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void EveryKindOfPacketAndSeveralInterfaces(bool isLittleEndian)
    {
        var file = new PcapngBytes(isLittleEndian).Section()
            .Interface(1, 4, (Name, "eth0"u8.ToArray()), (Resolution, [9]))
            .Block(4, [0, 0, 0, 0])
            .Interface(101, 0, (Name, "tun0"u8.ToArray()))
            .Enhanced(1, 1_000_002, [0x45, 1, 2])
            .Block(0xBAD, new byte[40])
            .Enhanced(0, 3_000_000_004, [1, 2, 3, 4], original: 1500)
            .Block(5, new byte[12])
            .Simple([9, 8, 7, 6], original: 60)
            .Block(0x7777_7777, new byte[100_000])
            .Obsolete(1, 5_000_006, [5])
            .ToArray();

        Assert.Equal(
            [
                new Frame(1, "1.000002000", LinkType.Raw, 3, "450102", 0, 1, "tun0"),
                new Frame(2, "3.000000004", LinkType.Ethernet, 1500, "01020304", 0, 0, "eth0"),
                new Frame(3, null, LinkType.Ethernet, 60, "09080706", 0, 0, "eth0"),
                new Frame(4, "5.000006000", LinkType.Raw, 1, "05", 0, 1, "tun0"),
            ],
            Frames.Read(file, out var damage));
        Assert.Null(damage);
    }

    [Fact]
    public void SectionsMayDifferInByteOrder()
    {
        var big = new PcapngBytes(false).Section().Interface(101).Enhanced(0, 2_000_000, [2]);
        var file = new PcapngBytes(true).Section(minor: 2).Interface(1).Interface(1).Enhanced(1, 1_000_000, [1]).Append(big).ToArray();

        Assert.Equal(
            [
                new Frame(1, "1.000000000", LinkType.Ethernet, 1, "01", 0, 1, null),
                new Frame(2, "2.000000000", LinkType.Raw, 1, "02", 1, 0, null),
            ],
            Frames.Read(file, out _));
    }

    // draft-ietf-opsawg-pcapng section 4.2: if_tsresol is a power of 10, or of 2 if its top bit is set.
    [Theory]
    [InlineData(0, 7, "7.000000000", 0)]
    [InlineData(3, 7_123, "7.123000000", 3)]
    [InlineData(9, 7_000_000_123, "7.000000123", 9)]
    [InlineData(12, 7_000_000_123_999, "7.000000123", 9)]
    [InlineData(19, 10_000_000_000_000_000_000, "1.000000000", 9)]
    [InlineData(20, ulong.MaxValue, "0.184467440", 9)]
    [InlineData(127, ulong.MaxValue, "0.000000000", 9)]
    [InlineData(0x80, 7, "7.000000000", 0)]
    [InlineData(0x80 | 10, 1536, "1.500000000", 6)]
    [InlineData(0x80 | 32, 0x1_8000_0000, "1.500000000", 9)]
    [InlineData(0x80 | 64, 0x8000_0000_0000_0000, "0.500000000", 9)]
    [InlineData(0x80 | 127, ulong.MaxValue, "0.000000000", 9)]
    public void TimestampResolution(byte resolution, ulong ticks, string time, int decimals)
    {
        var file = new PcapngBytes(true).Section().Interface(1, 0, (Resolution, [resolution])).Enhanced(0, ticks, [0]).ToArray();

        Assert.Equal(time, Frames.Read(file)[0].Time);
        using var reader = CaptureReader.Open(new MemoryStream(file));
        reader.TryRead(out _);
        Assert.Equal(decimals, reader.Interfaces[0].TimestampDecimals);
    }

    [Theory]
    [InlineData(true, 1_000_000_000L, "1000000001.500000000")]
    [InlineData(false, -2L, "-0.500000000")]
    public void TimestampOffset(bool isLittleEndian, long seconds, string time)
    {
        var offset = new byte[8];
        if (isLittleEndian)
            BinaryPrimitives.WriteInt64LittleEndian(offset, seconds);
        else
            BinaryPrimitives.WriteInt64BigEndian(offset, seconds);

        var file = new PcapngBytes(isLittleEndian).Section().Interface(1, 0, (Offset, offset)).Enhanced(0, 1_500_000, [0]).ToArray();

        Assert.Equal(time, Frames.Read(file)[0].Time);
    }

    [Theory]
    [InlineData(32)]
    [InlineData(4)]
    public void FrameCheckLengthInBitsOrBytes(byte value)
    {
        using var reader = CaptureReader.Open(new MemoryStream(new PcapngBytes(true).Section().Interface(1, 0, (FrameCheck, [value])).ToArray()));

        Assert.False(reader.TryRead(out _));
        Assert.Equal(4, reader.Interfaces[0].FrameCheckLength);
    }

    [Fact]
    public void DamagedOptionsEndTheOptionsNotTheFile()
    {
        byte[] description = [1, 0, 0, 0, 0, 0, 0, 0, 2, 0, 255, 255, 1, 2, 3, 4];
        var file = new PcapngBytes(true).Section().Block(1, description).Enhanced(0, 0, [7]).ToArray();

        Assert.Equal("07", Assert.Single(Frames.Read(file, out var damage)).Data);
        Assert.Null(damage);
    }

    public static TheoryData<string, string> Lies => new()
    {
        { "length too small", "A block claims to have 8 bytes, which no block can have" },
        { "length not of 4", "A block claims to have 35 bytes, which no block can have" },
        { "length too large", "A block claims to have 4,294,967,292 bytes; more than 16,777,216 are not read" },
        { "length past the end", "The file ends within a block, after frame 1: 36 of its 1,000,000 bytes are there" },
        { "unknown block past the end", "The file ends within a block, after frame 1" },
        { "ends disagree", "A block is not readable" },
        { "ends of an unknown block disagree", "A block has 16 bytes by its start, but 20 by its end" },
        { "no such interface", "Frame 2 is of interface 7, but the section has described 1" },
        { "frame larger than its block", "Frame 2 is not readable" },
        { "block smaller than a frame", "Frame 2 is not readable" },
        { "no byte order", "A section starts here, but its byte-order magic is none" },
        { "unknown version", "A section is of version 9.9; only version 1.0 is known" },
    };

    [Theory]
    [MemberData(nameof(Lies))]
    public void LieEndsTheReadingAndIsTold(string lie, string reason)
    {
        var file = new PcapngBytes(true).Section().Interface(1).Enhanced(0, 0, [1]);
        long good = file.Length;
        byte[] body = new byte[24];
        file = lie switch
        {
            "length too small" => file.Block(6, body, length: 8),
            "length not of 4" => file.Block(6, body, length: 35),
            "length too large" => file.Block(6, body, length: 0xFFFF_FFFC),
            "length past the end" => file.Block(6, body, length: 1_000_000),
            "unknown block past the end" => file.Block(77, body, length: 0xFFFF_FFFC),
            "ends disagree" => file.Block(6, body, trailing: 40),
            "ends of an unknown block disagree" => file.Block(77, new byte[4], trailing: 20),
            "no such interface" => file.Enhanced(7, 0, [1]),
            "frame larger than its block" => file.Enhanced(0, 0, [1], captured: 5000),
            "block smaller than a frame" => file.Block(6, new byte[8]),
            "no byte order" => file.Block(0x0A0D0D0A, body),
            _ => file.Section(9, 9),
        };

        Assert.Single(Frames.Read(file.ToArray(), out var damage));

        Assert.NotNull(damage);
        Assert.StartsWith(reason, damage.Reason);
        Assert.InRange(damage.Offset, good, file.Length);
    }

    [Fact]
    public void NamesAreCutToWhatIsOfUse()
    {
        var name = Encoding.UTF8.GetBytes(new string('x', 60_000));
        var file = new PcapngBytes(true).Section().Interface(1, 0, (Name, name)).Enhanced(0, 0, [1]).ToArray();

        Assert.Equal(256, Frames.Read(file)[0].Name!.Length);
    }
}

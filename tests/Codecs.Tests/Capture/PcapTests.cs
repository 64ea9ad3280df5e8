using Codecs.Capture;
using Codecs.Protocols;

namespace Codecs.Tests.Capture;

public class PcapTests
{
    [Theory]
    [InlineData(true, PcapBytes.Microseconds, "1.000002000")]
    [InlineData(false, PcapBytes.Microseconds, "1.000002000")]
    [InlineData(true, PcapBytes.Nanoseconds, "1.000000002")]
    [InlineData(false, PcapBytes.Nanoseconds, "1.000000002")]
    public void BothByteOrdersAndUnits(bool isLittleEndian, uint magic, string time)
    {
        var file = new PcapBytes(isLittleEndian).Header(magic, linkType: 101).Record(1, 2, [0x45, 0, 1]).Record(uint.MaxValue, 0, [], original: 70000).ToArray();

        Assert.Equal(
            [
                new Frame(1, time, LinkType.Raw, 3, "450001", 0, 0, null),
                new Frame(2, "4294967295.000000000", LinkType.Raw, 70000, "", 0, 0, null),
            ],
            Frames.Read(file, out var damage));
        Assert.Null(damage);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void ModifiedRecordsHaveLongerHeaders(bool isLittleEndian)
    {
        var file = new PcapBytes(isLittleEndian).Header(PcapBytes.Modified).ModifiedRecord(5, 6, [1, 2]).ModifiedRecord(7, 8, [3]).ToArray();

        Assert.Equal(["0102", "03"], Frames.Read(file).Select(frame => frame.Data));
    }

    // draft-ietf-opsawg-pcap section 4: the upper bits of the link type tell of the frame check sequence.
    [Theory]
    [InlineData(0x0000_0001u, 0)]
    [InlineData(0x2400_0001u, 4)]
    [InlineData(0x2000_0001u, 0)]
    public void LinkTypeIsTheLow16Bits(uint field, int frameCheckLength)
    {
        using var reader = CaptureReader.Open(new MemoryStream(new PcapBytes(true).Header(linkType: field).ToArray()));

        Assert.Equal(LinkType.Ethernet, reader.Interfaces[0].LinkType);
        Assert.Equal(frameCheckLength, reader.Interfaces[0].FrameCheckLength);
        Assert.Equal(CaptureFormat.Pcap, reader.Format);
    }

    [Fact]
    public void FractionOfMoreThanASecondCarries() =>
        Assert.Equal("11.500000000", Frames.Read(new PcapBytes(true).Header().Record(10, 1_500_000, [0]).ToArray())[0].Time);

    [Fact]
    public void FrameMayBeLongerThanTheSnapLength() =>
        Assert.Equal(200, Frames.Read(new PcapBytes(true).Header(snapLength: 96).Record(1, 1, new byte[100]).ToArray())[0].Data.Length);

    [Theory]
    [InlineData(uint.MaxValue)]
    [InlineData(0x7FFF_FFFFu)]
    [InlineData(300_000u)]
    public void LengthThatNoFrameHasIsDamage(uint captured)
    {
        var file = new PcapBytes(true).Header().Record(1, 1, [1]).Record(2, 2, [2], captured).Record(3, 3, [3]).ToArray();

        Assert.Single(Frames.Read(file, out var damage));
        Assert.Equal(24 + 17, damage!.Offset);
        Assert.Contains("Frame 2 claims to have", damage.Reason);
    }

    [Fact]
    public void LengthPastTheEndAllocatesNothingByItself()
    {
        // 16 MiB are claimed and allowed; 100 bytes are there.
        var file = new PcapBytes(true).Header(snapLength: 1 << 24).Record(1, 1, new byte[100], captured: 1 << 24).ToArray();
        Frames.Read(file, out _);

        long before = GC.GetAllocatedBytesForCurrentThread();
        Frames.Read(file, out var damage);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal("The file ends within frame 1: 116 of its 16,777,232 bytes are there, at byte 140.", damage!.ToString());
        Assert.True(allocated < 1 << 18, $"{allocated} bytes");
    }

    [Fact]
    public void OtherVersionsAreNotRead() =>
        Assert.Throws<CaptureException>(() => Frames.Read(new PcapBytes(true).Header(majorVersion: 3).ToArray()));
}

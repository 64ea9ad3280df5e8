using System.IO.Compression;
using Codecs.Capture;

namespace Codecs.Tests.Capture;

/// <summary>What holds for every file, whatever is in it.</summary>
public class DamageTests
{
    // Each with the places at which a frame is complete and nothing more has begun.
    public static TheoryData<string> Files => ["pcap", "pcap, big", "pcap, modified", "pcapng", "pcapng, big"];

    private static byte[] File(string name)
    {
        bool isLittle = !name.EndsWith("big", StringComparison.Ordinal);
        if (name == "pcap, modified")
            return new PcapBytes(isLittle).Header(PcapBytes.Modified).ModifiedRecord(1, 2, [1, 2, 3]).ModifiedRecord(3, 4, [4, 5]).ToArray();
        if (name.StartsWith("pcapng", StringComparison.Ordinal))
        {
            return new PcapngBytes(isLittle).Section().Interface(1, 0, (2, "eth0"u8.ToArray())).Enhanced(0, 1, [1, 2, 3]).Block(5, new byte[12])
                .Simple([1, 2, 3, 4], 4).Obsolete(0, 3, [4, 5]).ToArray();
        }
        return new PcapBytes(isLittle).Header().Record(1, 2, [1, 2, 3]).Record(3, 4, [4, 5]).ToArray();
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void EveryPrefixIsReadAsFarAsItGoes(string name)
    {
        byte[] file = File(name);
        var all = Frames.Read(file, out var none);
        Assert.Null(none);
        int before = 0, undamaged = 0;
        for (int length = 0; length < file.Length; length++)
        {
            List<Frame> frames;
            CaptureDamage? damage;
            try
            {
                frames = Frames.Read(file[..length], out damage);
            }
            catch (CaptureException)
            {
                // Too little to tell that it is a capture.
                Assert.True(length < 24);
                continue;
            }
            Assert.Equal(all.Take(frames.Count), frames);
            Assert.InRange(frames.Count, before, all.Count);
            before = frames.Count;
            if (damage is null)
                undamaged++;
            else
                Assert.InRange(damage.Offset, 0, length);
        }
        // Only where a record or block ends can the rest be missing without a trace.
        Assert.InRange(undamaged, 1, 6);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void NoChangedByteThrows(string name)
    {
        byte[] file = File(name);
        for (int i = 0; i < file.Length; i++)
        {
            foreach (byte change in (ReadOnlySpan<byte>)[0x01, 0x80, 0xFF])
            {
                byte[] changed = [.. file];
                changed[i] ^= change;
                try
                {
                    Frames.Read(changed, out _);
                }
                catch (CaptureException)
                {
                    Assert.True(i < 24);
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void BytesMayComeOneByOne(string name)
    {
        byte[] file = File(name);

        Assert.Equal(Frames.Read(file), Frames.Read(new Trickle(file), out var damage));
        Assert.Null(damage);
    }

    [Fact]
    public void LargeFramesAreReadInPieces()
    {
        var large = new byte[250_000];
        Random.Shared.NextBytes(large);
        byte[] file = new PcapBytes(true).Header().Record(1, 1, [1]).Record(2, 2, large).Record(3, 3, [3]).ToArray();

        var frames = Frames.Read(file);

        Assert.Equal(["01", Convert.ToHexStringLower(large), "03"], frames.Select(frame => frame.Data));
    }

    [Fact]
    public void GzipIsUnpacked()
    {
        byte[] file = File("pcap");
        Assert.Equal(Frames.Read(file), Frames.Read(Pack(file), out var damage));
        Assert.Null(damage);
    }

    [Fact]
    public void DamagedGzipIsReadAsFarAsItGoes()
    {
        var frames = new PcapBytes(true).Header();
        for (uint i = 0; i < 2000; i++)
            frames.Record(i, i, BitConverter.GetBytes(i * 2_654_435_761));
        byte[] packed = Pack(frames.ToArray()).ToArray();
        packed.AsSpan(packed.Length / 2).Fill(0x55);

        Assert.NotEmpty(Frames.Read(new MemoryStream(packed), out var damage));
        Assert.NotNull(damage);
    }

    [Fact]
    public void FailingStreamIsDamage()
    {
        byte[] file = File("pcap");

        Assert.Single(Frames.Read(new Trickle(file, failAt: 50), out var damage));
        Assert.Equal("Reading failed within frame 2: The disk is on fire, at byte 50.", damage!.ToString().Replace("the header of ", "", StringComparison.Ordinal));
    }

    [Fact]
    public void WhatIsNoCaptureIsSaidInOneSentence()
    {
        Assert.Equal("There is no file 'nowhere.pcap'.", Assert.Throws<CaptureException>(() => CaptureReader.Open("nowhere.pcap")).Message);
        Assert.Equal("'.' is a directory, not a capture.", Assert.Throws<CaptureException>(() => CaptureReader.Open(".")).Message);
        Assert.Equal("The input is empty.", Assert.Throws<CaptureException>(() => CaptureReader.Open(Stream.Null)).Message);
        Assert.Equal("The input is not a pcap or pcapng capture.", Assert.Throws<CaptureException>(() => CaptureReader.Open(new MemoryStream(new byte[100]))).Message);
    }

    private static MemoryStream Pack(byte[] bytes)
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(bytes);
        packed.Position = 0;
        return packed;
    }

    // Cannot seek, gives a byte at a time, and may fail.
    private sealed class Trickle(byte[] bytes, int failAt = int.MaxValue) : Stream
    {
        private int _position;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            if (_position == failAt)
                throw new IOException("The disk is on fire.");
            if (_position == bytes.Length || buffer.IsEmpty)
                return 0;
            buffer[0] = bytes[_position++];
            return 1;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}

using System.Buffers.Binary;
using System.IO.Compression;
using System.Text.Json;
using Codecs.Tests.Capture;
using Codecs.Tests.Streams;
using Codecs.Tool;

namespace Codecs.Tests.Tool;

/// <summary>Captures that are damaged, cut, endless, nested, or that lie: the command says so in a sentence, and ends with an exit code.</summary>
[Collection(nameof(MeasuredMemory))]
public class HostileFileTests
{
    private static readonly string[][] s_commands =
    [
        ["dissect", "-"], ["dissect", "-", "--format", "json"], ["streams", "-"], ["streams", "-", "--format", "json"], ["streams", "-", "--messages"],
    ];

    // Small ones of all kinds, so that a change is likely to matter.
    private static readonly byte[][] s_files =
    [
        .. Directory.EnumerateFiles(Repository.Captures, "*.pcap*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(File.ReadAllBytes).Where(file => file.Length < 6000),
    ];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 8)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void ChangedFiles(int seed)
    {
        var random = new Random(seed * 7919 + 8);
        for (int i = 0; i < 60; i++)
        {
            byte[] file = Change(s_files[random.Next(s_files.Length)], random);
            Expect(file, s_commands[i % s_commands.Length]);
        }
    }

    [Fact]
    public void EveryPrefix()
    {
        byte[] file = s_files.Where(file => file.Length > 300).MinBy(file => file.Length)!;
        for (int length = 0; length < file.Length; length++)
            Expect(file[..length], s_commands[length % s_commands.Length]);
    }

    // Every four bytes that may be a length say the most, the least, and nearly that. Nothing is allocated for what is not there.
    [Fact]
    public void LengthsThatLie()
    {
        byte[][] files = [new PcapBytes(true).Header().Record(1, 2, SampleFrames.Syn).ToArray(), new PcapngBytes(true).Section().Interface(1).Enhanced(0, 1, SampleFrames.Syn).ToArray()];
        foreach (byte[] file in files)
        {
            for (int at = 0; at + 4 <= Math.Min(file.Length, 200); at += 4)
            {
                foreach (uint value in (uint[])[0, 1, 4, 0x7FFF_FFFF, 0x8000_0000, 0xFFFF_FFFF, 0xFFFF_FFFC, 0x00FF_FFFF])
                {
                    byte[] changed = [.. file];
                    BinaryPrimitives.WriteUInt32LittleEndian(changed.AsSpan(at), value);
                    long before = GC.GetTotalAllocatedBytes(precise: true);
                    Expect(changed, s_commands[at / 4 % s_commands.Length]);
                    Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, 8_000_000);
                }
            }
        }
    }

    [Fact]
    public void FramesWithinFrames()
    {
        byte[] ip = SampleFrames.Syn[14..];
        byte[] packet = ip;
        while (packet.Length + 20 <= ushort.MaxValue)
        {
            byte[] outer = [.. ip[..20], .. packet];
            BinaryPrimitives.WriteUInt16BigEndian(outer.AsSpan(2), (ushort)outer.Length);
            outer[9] = 4;
            packet = outer;
        }
        byte[] tags = [.. SampleFrames.Syn[..12], .. Enumerable.Repeat((byte[])[0x81, 0x00, 0x00, 0x01], 16_000).SelectMany(tag => tag), 8, 0];
        byte[] extensions = [.. SampleFrames.Syn[..12], 0x86, 0xDD, 0x60, 0, 0, 0, 0xF0, 0, 60, 64, .. new byte[32], .. Enumerable.Repeat((byte[])[60, 0, 1, 4, 0, 0, 0, 0], 0xF000 / 8).SelectMany(header => header)];
        foreach (byte[] frame in (byte[][])[[.. SampleFrames.Syn[..14], .. packet], tags, extensions])
        {
            foreach (string[] command in s_commands)
                Assert.Equal(ExitCode.Success, Expect(new PcapBytes(true).Header().Record(1, 2, frame).ToArray(), command));
        }
    }

    [Fact]
    public void PackedWithinPacked()
    {
        byte[] file = new PcapBytes(true).Header().Record(1, 2, SampleFrames.Syn).ToArray();
        byte[] once = Pack(file);
        Assert.Equal(ExitCode.Success, Expect(once, s_commands[0]));
        Assert.Equal(ExitCode.Failure, Expect(Pack(once), s_commands[0]));
        Assert.Equal(ExitCode.Failure, Expect(Pack(new byte[50_000_000]), s_commands[0]));
        for (int length = 0; length < once.Length; length++)
            Expect(once[..length], s_commands[length % s_commands.Length]);
    }

    // A file that goes on for as long as somebody reads: memory does not grow with it.
    [Theory]
    [InlineData("dissect", 40_000)]
    [InlineData("streams", 100_000)]
    public void EndlessFiles(string command, int frames)
    {
        byte[] record = new PcapBytes(true).Record(1, 2, SampleFrames.Syn).ToArray();
        long least = long.MaxValue, most = 0;
        using var input = new Endless(new PcapBytes(true).Header().ToArray(), record, frames, () =>
        {
            long now = GC.GetTotalMemory(forceFullCollection: true);
            (least, most) = (Math.Min(least, now), Math.Max(most, now));
        });
        using var console = new ToolConsole { Input = input, Output = Stream.Null, Error = TextWriter.Null };
        Assert.Equal(ExitCode.Success, ToolCommand.Run([command, "-"], console));
        Assert.InRange(most - least, 0, 8_000_000);
    }

    // One sentence for what is wrong, and an exit code that agrees with it.
    private static int Expect(byte[] file, string[] command)
    {
        var run = ToolRun.Of(file, command);
        string hex = Convert.ToHexStringLower(file.AsSpan(0, Math.Min(file.Length, 4000)));
        Assert.True(run.ExitCode is ExitCode.Success or ExitCode.Failure or ExitCode.Damaged, hex);
        string[] said = run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.True(run.ExitCode == ExitCode.Success || said.Length > 0, hex);
        Assert.All(said, line => Assert.Matches(@"^codecs: .+\.\r?$", line));
        if (command.Contains("json") || command.Contains("--messages"))
            Assert.All(run.Lines, line => JsonDocument.Parse(line, new() { MaxDepth = 256 }).Dispose());
        return run.ExitCode;
    }

    private static byte[] Change(byte[] file, Random random)
    {
        byte[] changed = [.. file];
        for (int left = random.Next(1, 6); left > 0 && changed.Length > 4; left--)
        {
            int at = random.Next(random.Next(3) == 0 ? Math.Min(changed.Length, 64) : changed.Length);
            switch (random.Next(7))
            {
                case 0:
                    changed[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    changed[at] = (byte)random.Next(256);
                    break;
                case 2:
                    BinaryPrimitives.WriteUInt32LittleEndian(changed.AsSpan(Math.Min(at & ~3, changed.Length - 4)), (uint)random.NextInt64(1L << 32) >> random.Next(32));
                    break;
                case 3:
                    changed = changed[..at];
                    break;
                case 4:
                    changed = [.. changed[..at], .. changed[Math.Min(at + random.Next(1, 40), changed.Length)..]];
                    break;
                case 5:
                    changed = [.. changed[..at], .. changed[random.Next(changed.Length)..]];
                    break;
                default:
                    byte[] other = s_files[random.Next(s_files.Length)];
                    changed = [.. changed[..at], .. other[random.Next(other.Length)..]];
                    break;
            }
        }
        return random.Next(10) == 0 ? Pack(changed) : changed;
    }

    private static byte[] Pack(byte[] file)
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(file);
        return packed.ToArray();
    }

    /// <summary>The same record again and again.</summary>
    private sealed class Endless(byte[] header, byte[] record, int count, Action look) : MemoryStream
    {
        private byte[] _now = header;
        private int _at;
        private int _left = count;

        public override bool CanSeek => false;

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            if (_at == _now.Length)
            {
                if (_left == 0)
                    return 0;
                if (--_left % 10_000 == 9_999)
                    look();
                (_now, _at) = (record, 0);
            }
            int read = Math.Min(buffer.Length, _now.Length - _at);
            _now.AsSpan(_at, read).CopyTo(buffer);
            _at += read;
            return read;
        }
    }
}

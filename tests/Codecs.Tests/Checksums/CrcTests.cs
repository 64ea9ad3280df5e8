using System.Text;

namespace Codecs.Tests.Checksums;

public class CrcTests
{
    // The check values of the catalogues: of "123456789".
    [Fact]
    public void CheckValues()
    {
        Assert.Equal(0x906E, Of<Crc16X25, ushort>("123456789"u8));
        Assert.Equal(0xCBF43926, Of<Crc32, uint>("123456789"u8));
        Assert.Equal(0xE3069283, Of<Crc32C, uint>("123456789"u8));
    }

    // RFC 3720 appendix B.4, there in the order of the wire.
    [Fact]
    public void ExamplesOfIscsi()
    {
        byte[] ascending = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];
        Assert.Equal(0x8A9136AA, Of<Crc32C, uint>(new byte[32]));
        Assert.Equal(0x62A8AB43u, Of<Crc32C, uint>(Enumerable.Repeat((byte)0xFF, 32).ToArray()));
        Assert.Equal(0x46DD794Eu, Of<Crc32C, uint>(ascending));
        Assert.Equal(0x113FDB5Cu, Of<Crc32C, uint>([.. ascending.Reverse()]));
    }

    // RFC 1662 appendix C.2: over a frame and its check, the remainder is always F0B8, whose complement this is.
    [Fact]
    public void GoodFinalRemainder()
    {
        byte[] text = Encoding.ASCII.GetBytes("The quick brown fox");
        ushort check = Of<Crc16X25, ushort>(text);
        Assert.Equal(unchecked((ushort)~0xF0B8), Of<Crc16X25, ushort>([.. text, (byte)check, (byte)(check >> 8)]));
    }

    [Fact]
    public void PiecesOfAnyLengthGiveTheSame()
    {
        byte[] bytes = new byte[100];
        new Random(7).NextBytes(bytes);
        for (int cut = 0; cut <= bytes.Length; cut++)
        {
            Same<Crc16X25, ushort>(bytes, cut);
            Same<Crc32, uint>(bytes, cut);
            Same<Crc32C, uint>(bytes, cut);
        }
    }

    [Fact]
    public void NothingIsZero()
    {
        Assert.Equal(0u, Of<Crc32, uint>([]));
        Assert.Equal(0u, Of<Crc32C, uint>([]));
        Assert.True(Crc32C.IsValid(0, default));
        Assert.False(Crc32.IsValid(1, default));
    }

    private static TValue Of<T, TValue>(ReadOnlySpan<byte> bytes) where T : struct, IChecksum<T, TValue> where TValue : unmanaged
    {
        var checksum = default(T);
        checksum.Append(bytes);
        return checksum.Value;
    }

    private static void Same<T, TValue>(ReadOnlySpan<byte> bytes, int cut) where T : struct, IChecksum<T, TValue> where TValue : unmanaged
    {
        var checksum = default(T);
        checksum.Append(bytes[..cut]);
        checksum.Append(bytes[cut..]);
        Assert.Equal(Of<T, TValue>(bytes), checksum.Value);
    }
}

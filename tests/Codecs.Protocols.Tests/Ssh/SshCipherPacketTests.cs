namespace Codecs.Protocols.Tests.Ssh;

// A message of one byte (NEWKEYS), under ciphers with blocks of 16 bytes: by hand, RFC 4253 section 6 and RFC 5647 section 7.
public sealed class SshCipherPacketTests
{
    private static readonly byte[] s_packet = Expect.Hex("0000000c 0a 15 00000000000000000000 a0a1a2a3a4a5a6a7a8a9aaabacadaeafb0b1b2b3");
    private static readonly byte[] s_gcm = Expect.Hex("00000010 0e 15 0000000000000000000000000000 c0c1c2c3c4c5c6c7c8c9cacbcccdcecf");

    [Fact]
    public void Parse()
    {
        Assert.True(SshCipherPacket.TryParse(s_packet, blockSize: 16, macLength: 20, out var packet));
        Assert.Equal((12u, 10, 20), (packet.PacketLength, packet.PaddingLength, packet.Mac.Length));
        Assert.True(packet.Payload is [21]);
        Assert.True(SshGcmPacket.TryParse(s_gcm, out var gcm));
        Assert.Equal((16u, 14), (gcm.PacketLength, gcm.PaddingLength));
        Assert.True(gcm.Payload is [21]);
        Assert.True(gcm.AuthenticationTag is [0xC0, ..]);
    }

    // The length counts for the blocks of the one, and not of the other.
    [Fact]
    public void Build()
    {
        Assert.Equal(s_packet, new SshCipherPacket { BlockSize = 16, MacLength = 20, Payload = [21], Mac = s_packet.AsSpan(16) }.ToArray());
        Assert.Equal(s_gcm, new SshGcmPacket { Payload = [21], AuthenticationTag = s_gcm.AsSpan(20) }.ToArray());
        Assert.Equal(16 + 8, new SshCipherPacket { BlockSize = 8, Payload = new byte[8] }.ToArray().Length);
        Assert.Equal(4 + 32 + 16, new SshGcmPacket { Payload = new byte[12] }.ToArray().Length);
        Assert.Throws<InvalidOperationException>(() => new SshCipherPacket { BlockSize = 16, MacLength = 20, Payload = [21], Mac = [1] }.ToArray());
        Assert.Throws<InvalidOperationException>(() => new SshCipherPacket { BlockSize = 16, Payload = [21], Padding = new byte[9] }.ToArray());
    }

    [Fact]
    public void RoundTrip()
    {
        Expect.RoundTrip<SshGcmPacket>(s_gcm);
        Assert.True(SshCipherPacket.TryParse(s_packet, 16, 20, out var packet));
        Assert.Equal(s_packet, packet.ToArray());
    }

    [Fact]
    public void CutAtEveryLength()
    {
        Expect.Unfinished<SshGcmPacket>(s_gcm);
        for (int length = 0; length < s_packet.Length; length++)
            Assert.Equal(System.Buffers.OperationStatus.NeedMoreData, SshCipherPacket.TryParse(s_packet.AsSpan(0, length), 16, 20, out _).Status);
    }

    [Fact]
    public void WrongField()
    {
        Expect.Invalid<SshGcmPacket>(s_gcm.With(4, 3), ParseError.Requirement, nameof(SshGcmPacket.PaddingLength), 4);
        Expect.Invalid<SshGcmPacket>(s_gcm.With(4, 16), ParseError.Length, nameof(SshGcmPacket.PaddingLength), 4);
        Assert.Equal(ParseError.Length, SshCipherPacket.TryParse(s_packet, 16, -1, out _).Error);
    }
}

using System.Text;
using Codecs.Fuzz;

namespace Codecs.Protocols.Tests.Ssh;

public sealed class SshTests
{
    private static readonly byte[] s_line = Sample.Get("SshIdentification", "RFC 4253 section 4.2");
    private static readonly byte[] s_oldLine = Sample.Get("SshIdentification", "RFC 4253 section 5.1");
    private static readonly byte[] s_algorithms = Sample.Get("SshPacket", "RFC 4253 section 7.1");
    private static readonly byte[] s_newKeys = Sample.Get("SshPacket", "RFC 4253 section 7.3");
    private static readonly byte[] s_sizes = Sample.Get("SshPacket", "RFC 4419 section 3: sizes");

    [Fact]
    public void Parse()
    {
        Assert.True(SshIdentification.TryParse(s_line, out var line));
        Assert.Equal(("2.0", "billsSSH_3.6.3q3", "of a kind"), (Text(line.ProtocolVersion), Text(line.SoftwareVersion), Text(line.Comments)));
        Assert.True(SshIdentification.TryParse(s_oldLine, out line));
        Assert.Equal(("1.99", "OpenSSH_3.9p1", ""), (Text(line.ProtocolVersion), Text(line.SoftwareVersion), Text(line.Comments)));

        Assert.True(SshPacket.TryParse(s_algorithms, out var packet));
        Assert.True(SshMessage.TryParse(packet.Payload, out var message));
        Assert.True(message.TryGet(out SshKexInit init));
        Assert.Equal((3, "ext-info-c"), (init.KexAlgorithms.Count, Text(init.KexAlgorithms.ElementAt(2).Name)));
        Assert.Equal("chacha20-poly1305@openssh.com", Text(init.EncryptionAlgorithmsClientToServer.ElementAt(1).Name));
        Assert.Equal((0, 0), (init.LanguagesClientToServer.Count, init.FirstKexPacketFollows));
        Assert.True(SshPacket.TryParse(s_newKeys, out packet));
        Assert.True(packet is { PacketLength: 12, PaddingLength: 10, Payload: [21] });
        Assert.True(SshPacket.TryParse(s_sizes, out packet));
        Assert.True(SshMessage.TryParse(packet.Payload, out message));
        Assert.True(message.TryGet(out SshKexDhGexRequest sizes));
        Assert.Equal((1024u, 2048u, 8192u), (sizes.MinimalSize, sizes.PreferredSize, sizes.MaximalSize));
    }

    [Fact]
    public void Build()
    {
        Assert.Equal(s_line, new SshIdentification { ProtocolVersion = "2.0"u8, Software = "billsSSH_3.6.3q3 of a kind"u8 }.ToArray());
        Assert.Equal(s_newKeys, new SshPacket { Payload = [21] }.ToArray());
        Assert.Equal(s_sizes, new SshPacket { Payload = (new SshMessage() / new SshKexDhGexRequest { MinimalSize = 1024, PreferredSize = 2048, MaximalSize = 8192 }).ToArray() }.ToArray());
        ReadOnlySpan<byte> cookie = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15];
        Assert.Equal(s_algorithms, new SshPacket
        {
            Payload = (new SshMessage() / new SshKexInit
            {
                Cookie = cookie,
                KexAlgorithms = new ListBuilder<SshName> { new() { Name = "curve25519-sha256"u8 }, new() { Name = "ecdh-sha2-nistp256"u8 }, new() { Name = "ext-info-c"u8 } },
                ServerHostKeyAlgorithms = new ListBuilder<SshName> { new() { Name = "ssh-ed25519"u8 } },
                EncryptionAlgorithmsClientToServer = new ListBuilder<SshName> { new() { Name = "aes128-ctr"u8 }, new() { Name = "chacha20-poly1305@openssh.com"u8 } },
                EncryptionAlgorithmsServerToClient = new ListBuilder<SshName> { new() { Name = "aes128-ctr"u8 } },
                MacAlgorithmsClientToServer = new ListBuilder<SshName> { new() { Name = "hmac-sha2-256"u8 } },
                MacAlgorithmsServerToClient = new ListBuilder<SshName> { new() { Name = "hmac-sha2-256"u8 } },
                CompressionAlgorithmsClientToServer = new ListBuilder<SshName> { new() { Name = "none"u8 }, new() { Name = "zlib@openssh.com"u8 } },
                CompressionAlgorithmsServerToClient = new ListBuilder<SshName> { new() { Name = "none"u8 } },
            }).ToArray(),
        }.ToArray());
    }

    [Fact]
    public void RoundTrip()
    {
        Expect.RoundTrip<SshIdentification>(s_line);
        // What is written anew ends as the specification says.
        Expect.Preserved<SshIdentification>(s_oldLine);
        Assert.True(SshIdentification.TryParse(s_oldLine, out var line));
        Assert.Equal([.. s_oldLine[..^1], (byte)'\r', (byte)'\n'], line.ToArray());
        foreach (var sample in Sample.All.Where(sample => sample.Type == nameof(SshPacket)))
            Expect.RoundTrip<SshPacket>(sample.Bytes);
    }

    [Fact]
    public void CutAtEveryLength()
    {
        Expect.Unfinished<SshPacket>(s_algorithms);
        for (int length = 0; length < s_line.Length; length++)
            Assert.Equal(System.Buffers.OperationStatus.NeedMoreData, SshIdentification.TryParse(s_line.AsSpan(0, length), out _).Status);
    }

    [Fact]
    public void WrongField()
    {
        Expect.Invalid<SshPacket>(s_newKeys.With(4, 3), ParseError.Requirement, nameof(SshPacket.PaddingLength), 4);
        Expect.Invalid<SshPacket>(s_newKeys.With(4, 12), ParseError.Length, nameof(SshPacket.PaddingLength), 4);
        Assert.False(SshIdentification.TryParse("SSG-2.0-x\r\n"u8, out _));
        // No name can end its list, and no line its line.
        Assert.Throws<InvalidOperationException>(() => new SshKexInit { Cookie = new byte[16], KexAlgorithms = new ListBuilder<SshName> { new() { Name = "a,b"u8 } } }.ToArray());
        Assert.Throws<InvalidOperationException>(() => new SshIdentification { ProtocolVersion = "2.0"u8, Software = "a\nb"u8 }.ToArray());
    }

    private static string Text(ReadOnlySpan<byte> bytes) => Encoding.ASCII.GetString(bytes);
}

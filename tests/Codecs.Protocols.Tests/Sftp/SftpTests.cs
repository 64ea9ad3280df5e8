using System.Text;
using Codecs.Fuzz;

namespace Codecs.Protocols.Tests.Sftp;

public sealed class SftpTests
{
    private const string Draft = "draft-ietf-secsh-filexfer-02 section ";
    private static readonly byte[] s_open = Sample.Get("SftpPacket", Draft + "6.3: open");
    private static readonly byte[] s_read = Sample.Get("SftpPacket", Draft + "6.4: read");
    private static readonly byte[] s_names = Sample.Get("SftpPacket", Draft + "7: names");
    private static readonly byte[] s_oldStatus = Sample.Get("SftpPacket", Draft + "7: status of");

    [Fact]
    public void Parse()
    {
        Assert.True(SftpPacket.TryParse(s_open, out var packet));
        Assert.True(packet.TryGet(out SftpOpen open));
        Assert.Equal((1u, "/etc/hosts", SftpOpenFlags.Read, null), (open.RequestId, Encoding.UTF8.GetString(open.FileName), open.Flags, open.Attributes.Size));
        Assert.True(SftpPacket.TryParse(s_read, out packet));
        Assert.True(packet.TryGet(out SftpRead read));
        Assert.Equal((1UL << 32, 32768u), (read.Offset, read.Length));
        Assert.True(SftpPacket.TryParse(s_oldStatus, out packet));
        Assert.True(packet.TryGet(out SftpStatus status));
        Assert.Equal((SftpStatusCode.NoSuchFile, false), (status.Code, status.Message.HasValue));
    }

    [Fact]
    public void AttributesAreRead()
    {
        Assert.True(SftpPacket.TryParse(s_names, out var packet));
        Assert.True(packet.TryGet(out SftpNames names));
        Assert.Equal(2u, names.Count);
        var directory = names.Names.First.Attributes;
        Assert.Equal((null, 0x41EDu, 1), (directory.Size, directory.Permissions, directory.Extended.Value.Count));
        Assert.True(directory.Extended.Value.First.Name.SequenceEqual("k@example.org"u8));
        var file = names.Names.ElementAt(1).Attributes;
        Assert.Equal((4096ul, 1000u, 100u, 0x81A4u), (file.Size, file.UserId, file.GroupId, file.Permissions));
        Assert.Equal((1700000000u, 1700000001u, false), (file.AccessTime, file.ModificationTime, file.Extended.HasValue));
    }

    [Fact]
    public void Build()
    {
        Assert.Equal(s_open, (new SftpPacket() / new SftpOpen { RequestId = 1, FileName = "/etc/hosts"u8, Flags = SftpOpenFlags.Read }).ToArray());
        Assert.Equal(s_read, (new SftpPacket() / new SftpRead { RequestId = 3, Handle = [0, 0, 0, 1], Offset = 1UL << 32, Length = 32768 }).ToArray());
        Assert.Equal(s_names, (new SftpPacket() / new SftpNames
        {
            RequestId = 9,
            Names = new ListBuilder<SftpName>
            {
                new()
                {
                    FileName = "."u8,
                    LongName = "drwxr-xr-x ."u8,
                    Attributes = new()
                    {
                        Permissions = 0x41ED,
                        Extended = (MessageList<SftpExtension>)new ListBuilder<SftpExtension> { new() { Name = "k@example.org"u8, Data = "v"u8 } },
                    },
                },
                new()
                {
                    FileName = "hosts"u8,
                    LongName = "-rw-r--r-- hosts"u8,
                    Attributes = new() { Size = 4096, UserId = 1000, GroupId = 100, Permissions = 0x81A4, AccessTime = 1700000000, ModificationTime = 1700000001 },
                },
            },
        }).ToArray());
    }

    [Fact]
    public void RoundTrip()
    {
        foreach (var sample in Sample.All.Where(sample => sample.Type == nameof(SftpPacket)))
            Expect.RoundTrip<SftpPacket>(sample.Bytes);
    }

    [Fact]
    public void CutAtEveryLength()
    {
        Expect.Unfinished<SftpPacket>(s_open);
        Expect.Unfinished<SftpNames>(s_names[5..]);
    }

    [Fact]
    public void WrongField()
    {
        // User and group come together.
        Assert.Throws<InvalidOperationException>(() => new SftpAttributes { UserId = 1 }.ToArray());
        Expect.Invalid<SftpPacket>(s_open.With(0, 0, 0, 0, 0), ParseError.Length, nameof(SftpPacket.Length), 0);
        Assert.True(SftpPacket.TryParse(s_names.With(9, 0xFF, 0xFF, 0xFF, 0xFF), out var packet));
        Assert.False(packet.TryGet(out SftpNames _));
    }
}

using static Codecs.Protocols.Tests.TextLines;

namespace Codecs.Protocols.Tests.Ftp;

/// <summary>Lines of LIST, of which nothing says who wrote them, and facts of MLSD.</summary>
public sealed class FtpListTests
{
    [Theory]
    [InlineData("-rw-r--r--   1 anna  users  1024 Nov 12  2023 readme.txt", FtpListFormat.Unix)]
    [InlineData("drwxrwsr-t+  3 0     0      4096 Jan  1 00:00 a", FtpListFormat.Unix)]
    [InlineData("total 12", FtpListFormat.UnixTotal)]
    [InlineData("11-12-23  02:05PM                 1024 readme.txt", FtpListFormat.Dos)]
    [InlineData("11-12-2023  14:05       <DIR>          docs", FtpListFormat.Dos)]
    [InlineData("", FtpListFormat.Unknown)]
    [InlineData("-rw-r--r-x", FtpListFormat.Unix)]
    [InlineData("-rw-r--r-", FtpListFormat.Unknown)]
    [InlineData("-rw-r--r-? 1 a b 1 Nov 12 2023 c", FtpListFormat.Unknown)]
    [InlineData("11-12/23  02:05PM  1 a", FtpListFormat.Unknown)]
    [InlineData("+i8388621.48594,m825718503,r,s280,\tdjb.html", FtpListFormat.Unknown)]
    public void Formats(string text, FtpListFormat expected)
    {
        Assert.True(FtpListLine.TryParse(Latin(text + "\r\n"), out var line));
        Assert.Equal(expected, line.Format);
        Assert.True(expected == FtpListFormat.Unix || !line.TryGet(out FtpUnixEntry _));
        Assert.True(expected == FtpListFormat.Dos || !line.TryGet(out FtpDosEntry _));
    }

    [Fact]
    public void Unix()
    {
        Assert.True(FtpListLine.TryParse("-rw-r-----   1 anna  users  123456789012 Nov 12  2023 two words\r\n"u8, out var line));
        Assert.True(line.TryGet(out FtpUnixEntry entry));
        Assert.Equal((FtpUnixFileType.File, "rw-r-----", 1u, "anna", "users"), (entry.Type, Latin(entry.Permissions), entry.Links, Latin(entry.Owner), Latin(entry.Group)));
        Assert.Equal((123456789012ul, FtpMonth.November, 12, "2023", "two words", ""), (entry.Size, entry.Month.Value, entry.Day, Latin(entry.YearOrTime), Latin(entry.Name), Latin(entry.Target)));

        Assert.True(FtpListLine.TryParse("lrwxrwxrwx. 1 0 0 7 Jan  1 00:05 bin -> usr/bin\r\n"u8, out line));
        Assert.True(line.TryGet(out entry));
        Assert.Equal((FtpUnixFileType.Link, "00:05", "bin", "usr/bin"), (entry.Type, Latin(entry.YearOrTime), Latin(entry.Name), Latin(entry.Target)));

        // A device has two numbers where others have a size.
        Assert.True(FtpListLine.TryParse("crw-rw-rw- 1 root root 1,   3 Nov 20 12:47 null\r\n"u8, out line));
        Assert.True(line.TryGet(out entry));
        Assert.Equal((FtpUnixFileType.CharacterDevice, 1u, 3ul, "null"), (entry.Type, entry.Major, entry.Size, Latin(entry.Name)));
    }

    [Fact]
    public void Dos()
    {
        Assert.True(FtpListLine.TryParse("11-12-23  02:05PM                 1024 read me.txt\r\n"u8, out var line));
        Assert.True(line.TryGet(out FtpDosEntry entry));
        Assert.Equal((11, 12, 23, 2, 5, "PM"), (entry.Month, entry.Day, entry.Year, entry.Hour, entry.Minute, Latin(entry.Meridiem)));
        Assert.Equal((false, 1024ul, "read me.txt"), (entry.IsDirectory, entry.Size, Latin(entry.Name)));

        Assert.True(FtpListLine.TryParse("01-31-2023  14:05       <DIR>          docs\r\n"u8, out line));
        Assert.True(line.TryGet(out entry));
        Assert.Equal((1, 31, 2023, 14, 5, ""), (entry.Month, entry.Day, entry.Year, entry.Hour, entry.Minute, Latin(entry.Meridiem)));
        Assert.Equal((true, "docs"), (entry.IsDirectory, Latin(entry.Name)));
    }

    // RFC 3659 sections 7.2 and 7.5: facts have no order and no case, and what is unknown is kept.
    [Fact]
    public void Facts()
    {
        byte[] bytes = Latin("Type=file;Size=1024990;Modify=19981107085215.5;Perm=rw;x.y=a=b; two words\r\n");
        Assert.True(FtpEntryLine.TryParse(bytes, out var line));
        Assert.Equal((5, "two words"), (line.Entry.Facts.Count, Latin(line.Entry.Pathname)));
        foreach (var fact in line.Entry.Facts)
        {
            switch (fact.Name.Value)
            {
                case FtpFactName.Type:
                    Assert.True(fact.TryGet(out FtpFileType type));
                    Assert.Equal(FtpFileTypeName.File, type.Type.Value);
                    break;
                case FtpFactName.Size:
                    Assert.True(fact.TryGet(out FtpFileSize size));
                    Assert.Equal(1024990ul, size.Size);
                    break;
                case FtpFactName.Modify:
                    Assert.True(fact.TryGet(out FtpFileTime time));
                    Assert.Equal(new DateTimeOffset(1998, 11, 7, 8, 52, 15, 500, TimeSpan.Zero), time.Time.ToDateTimeOffset());
                    break;
                case FtpFactName.Permissions:
                    Assert.True(fact.TryGet(out FtpFilePermissions permissions));
                    Assert.True(permissions.Has('r') && permissions.Has('W') && !permissions.Has('d'));
                    break;
                default:
                    Assert.Equal(("x.y", "a=b"), (Latin(fact.Name.Bytes), Latin(fact.Value)));
                    break;
            }
        }
        Expect.RoundTrip<FtpEntryLine>(bytes);
    }
}

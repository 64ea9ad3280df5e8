namespace Codecs.Protocols.Tests.Dns;

public sealed class DnsUpdateTests
{
    [Theory]
    [InlineData("www.example.com. 0 ANY ANY", DnsPrerequisite.NameIsInUse)]
    [InlineData("www.example.com. 0 ANY A", DnsPrerequisite.RecordSetExists)]
    [InlineData("www.example.com. 0 NONE ANY", DnsPrerequisite.NameIsNotInUse)]
    [InlineData("www.example.com. 0 NONE A", DnsPrerequisite.RecordSetDoesNotExist)]
    [InlineData("www.example.com. 0 IN A 192.0.2.1", DnsPrerequisite.RecordExists)]
    [InlineData("www.example.com. 1 ANY A", DnsPrerequisite.Invalid)]
    [InlineData("www.example.com. 0 ANY A 192.0.2.1", DnsPrerequisite.Invalid)]
    [InlineData("www.example.com. 0 CH TXT a", DnsPrerequisite.Invalid)]
    public void Prerequisites(string line, DnsPrerequisite expected)
    {
        byte[] scratch = new byte[1000];
        Assert.True(DnsRecord.TryParseText(System.Text.Encoding.ASCII.GetBytes(line), scratch, out var record));
        byte[] bytes = Update(new ListBuilder<DnsRecord> { record }, default);
        Assert.True(DnsMessage.TryParse(bytes, out var message));
        Assert.True(DnsUpdate.TryRead(in message, out var update));
        Assert.Equal(("example.com.", DnsClass.Internet), (update.ZoneName.ToString(), update.ZoneClass));
        Assert.Equal(1, update.Prerequisites.Count);
        Assert.Equal(expected, update.PrerequisiteOf(update.Prerequisites.First));
    }

    [Theory]
    [InlineData("www.example.com. 60 IN A 192.0.2.1", DnsUpdateOperation.Add)]
    [InlineData("www.example.com. 0 ANY A", DnsUpdateOperation.DeleteRecordSet)]
    [InlineData("www.example.com. 0 ANY ANY", DnsUpdateOperation.DeleteName)]
    [InlineData("www.example.com. 0 NONE A 192.0.2.1", DnsUpdateOperation.DeleteRecord)]
    [InlineData("www.example.com. 60 NONE A 192.0.2.1", DnsUpdateOperation.Invalid)]
    [InlineData("www.example.com. 0 ANY A 192.0.2.1", DnsUpdateOperation.Invalid)]
    [InlineData("www.example.com. 60 CH TXT a", DnsUpdateOperation.Invalid)]
    public void Operations(string line, DnsUpdateOperation expected)
    {
        byte[] scratch = new byte[1000];
        Assert.True(DnsRecord.TryParseText(System.Text.Encoding.ASCII.GetBytes(line), scratch, out var record));
        byte[] bytes = Update(default, new ListBuilder<DnsRecord> { record });
        Assert.True(DnsMessage.TryParse(bytes, out var message));
        Assert.True(DnsUpdate.TryRead(in message, out var update));
        Assert.Equal(1, update.Updates.Count);
        Assert.Equal(expected, update.OperationOf(update.Updates.First));
    }

    // A record without its data is none of its type, and is written as it was.
    [Fact]
    public void Names_without_data_are_no_records()
    {
        byte[] bytes = Update(default, new ListBuilder<DnsRecord> { new DnsRecord { Name = "www.example.com"u8, Type = DnsType.Mx, Class = DnsClass.Any } });
        Expect.RoundTrip<DnsMessage>(bytes);
        Assert.True(DnsMessage.TryParse(bytes, out var message));
        Assert.Equal(ParseError.NotCarried, message.Authorities.First.TryGet(out MxRecord _).Error);
    }

    [Fact]
    public void Other_messages_are_no_updates()
    {
        Assert.False(DnsUpdate.TryRead(new DnsMessage { Opcode = DnsOpcode.Update }, out _));
        Assert.True(DnsMessage.TryParse(Update(default, default).With(2, 0), out var query));
        Assert.False(DnsUpdate.TryRead(in query, out _));
    }

    private static byte[] Update(MessageList<DnsRecord> prerequisites, MessageList<DnsRecord> updates) => new DnsMessage
    {
        Opcode = DnsOpcode.Update,
        Questions = new ListBuilder<DnsQuestion> { new DnsQuestion { Name = "example.com"u8, Type = DnsType.Soa, Class = DnsClass.Internet } },
        Answers = prerequisites,
        Authorities = updates,
    }.ToArray();
}

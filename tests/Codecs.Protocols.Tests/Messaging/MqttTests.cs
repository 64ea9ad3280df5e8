using System.IO.Pipelines;
using Codecs.Fuzz;
using Codecs.Pipelines;

namespace Codecs.Protocols.Tests.Messaging;

public sealed class MqttTests
{
    private static byte[] Of3(string title) => Sample.Get("Mqtt", "MQTT 3.1.1 section " + title);

    private static byte[] Of5(string title) => Sample.Get("Mqtt5", "MQTT 5 section " + title);

    [Fact]
    public void Parse()
    {
        Assert.True(Mqtt.TryParse(Of3("3.1:"), out var packet));
        Assert.True(packet.TryGet(out MqttConnect connect));
        Assert.Equal(("MQTT", 4, 10, true, true, true, 1, false, true), (Text(connect.ProtocolName), connect.ProtocolLevel, connect.KeepAlive, connect.HasUserName, connect.HasPassword, connect.HasWill, connect.WillQualityOfService, connect.WillRetain, connect.CleanStart));
        Assert.Equal(("cli", "will/t", "gone", "alice", "secret"), (Text(connect.ClientIdentifier), Text(connect.WillTopic.Value), Text(connect.WillPayload.Value), Text(connect.UserName.Value), Text(connect.Password.Value)));

        Assert.True(Mqtt.TryParse(Of3("3.3.2.3"), out packet));
        Assert.Equal((MqttPacketType.Publish, 1, false, 12u, "a/b", 10, "hello"), (packet.PacketType, packet.QualityOfService, packet.Retain, packet.RemainingLength.Value, Text(packet.TopicName), packet.PacketIdentifier, Text(packet.Body)));

        Assert.True(Mqtt.TryParse(Of3("3.8.4"), out packet));
        Assert.True(packet.TryGet(out MqttSubscribe subscribe));
        Assert.Equal((10, 2, "c/d", 2), (packet.PacketIdentifier, subscribe.Subscriptions.Count, Text(subscribe.Subscriptions.ElementAt(1).TopicFilter), subscribe.Subscriptions.ElementAt(1).QualityOfService));
    }

    [Fact]
    public void Version5()
    {
        Assert.True(Mqtt.TryParse(Of5("3.1.3"), out var first));
        Assert.True(first.TryGet(out MqttConnect connect));
        Assert.Equal((5, 1, 1, "will/t"), (connect.ProtocolLevel, connect.Properties.Count, connect.WillProperties.Count, Text(connect.WillTopic.Value)));
        Assert.True(connect.WillProperties.First.TryGet(out MqttUInt32 delay));
        Assert.Equal(5u, delay.Value);

        Assert.True(Mqtt5.TryParse(Of5("3.3: a property"), out var packet));
        Assert.True(packet.TryGet(out Mqtt5Publish publish));
        Assert.Equal((8, "hello", 10), (publish.Properties.Count, Text(publish.Payload), packet.PacketIdentifier));
        Assert.True(publish.Properties.ElementAt(5).TryGet(out MqttVariable subscription));
        Assert.Equal(300u, subscription.Value.Value);
        Assert.True(publish.Properties.ElementAt(7).TryGet(out MqttPair pair));
        Assert.Equal(("k", "v"), (Text(pair.Name), Text(pair.Value)));

        // The reason, and the properties, may be left out (MQTT 5 section 3.4.2.1).
        Assert.True(Mqtt5.TryParse(Of5("3.4.2.1"), out packet));
        Assert.True(packet.TryGet(out Mqtt5Outcome outcome));
        Assert.Equal((null, false), (outcome.ReasonCode, outcome.Properties.HasValue));
        Assert.True(Mqtt5.TryParse(Of5("3.4: with"), out packet));
        Assert.True(packet.TryGet(out outcome));
        Assert.Equal(((byte?)0x10, false), (outcome.ReasonCode, outcome.Properties.HasValue));
        Assert.True(Mqtt5.TryParse(Of5("3.5"), out packet));
        Assert.True(packet.TryGet(out outcome));
        Assert.Equal(((byte?)0x97, true), (outcome.ReasonCode, outcome.Properties.HasValue));
    }

    [Fact]
    public void Build()
    {
        Assert.Equal(Of3("3.8.4"), (new Mqtt { QualityOfService = 1, PacketIdentifier = 10, PacketType = MqttPacketType.Subscribe } / new MqttSubscribe
        {
            Subscriptions = new ListBuilder<MqttSubscription> { new() { TopicFilter = "a/b"u8, QualityOfService = 1 }, new() { TopicFilter = "c/d"u8, QualityOfService = 2 } },
        }).ToArray());
        Assert.Equal(Of3("3.3.2.3"), new Mqtt { PacketType = MqttPacketType.Publish, QualityOfService = 1, TopicName = "a/b"u8, PacketIdentifier = 10, Body = "hello"u8 }.ToArray());
        Assert.Equal(Of3("3.12"), new Mqtt { PacketType = MqttPacketType.Pingreq }.ToArray());
        Assert.Equal(Of3("3.1:"), (new Mqtt() / new MqttConnect
        {
            ProtocolName = "MQTT"u8,
            ProtocolLevel = 4,
            WillQualityOfService = 1,
            CleanStart = true,
            KeepAlive = 10,
            ClientIdentifier = "cli"u8,
            WillTopic = new("will/t"u8),
            WillPayload = new("gone"u8),
            UserName = new("alice"u8),
            Password = new("secret"u8),
        }).ToArray());
        Assert.Equal(Of5("3.5"), (new Mqtt5 { PacketType = MqttPacketType.Pubrec, PacketIdentifier = 1 } / new Mqtt5Outcome
        {
            ReasonCode = 0x97,
            Properties = new(new ListBuilder<MqttProperty> { new() { Identifier = MqttPropertyId.ReasonString, Value = "\0\u0005quota"u8 } }),
        }).ToArray());
        // What has no identifier cannot be given one.
        Assert.Throws<InvalidOperationException>(() => new Mqtt { PacketType = MqttPacketType.Publish, TopicName = "t"u8, PacketIdentifier = 1 }.ToArray());
    }

    [Fact]
    public void RoundTrip()
    {
        Assert.All(Sample.All.Where(sample => sample.Type == "Mqtt"), sample => Expect.RoundTrip<Mqtt>(sample.Bytes));
        Assert.All(Sample.All.Where(sample => sample.Type == "Mqtt5"), sample => Expect.RoundTrip<Mqtt5>(sample.Bytes));
    }

    [Fact]
    public void CutAtEveryLength()
    {
        Expect.Unfinished<Mqtt>(Of3("3.1:"));
        Expect.Unfinished<Mqtt5>(Of5("3.3: a property"));
    }

    [Fact]
    public void WrongField()
    {
        // A topic that is longer than the packet; a property that is not known.
        Expect.Invalid<Mqtt>(Of3("3.3.2.3").With(3, 200), ParseError.Length, "TopicNameLength", 2);
        Assert.Equal(ParseError.Value, MqttProperty.TryParse([0x7F, 0], out _).Error);
    }

    // MQTT 5 table 1-1: the least and the largest number of each length.
    [Theory]
    [InlineData(0u, "00")]
    [InlineData(127u, "7F")]
    [InlineData(128u, "8001")]
    [InlineData(16_383u, "FF7F")]
    [InlineData(16_384u, "808001")]
    [InlineData(2_097_151u, "FFFF7F")]
    [InlineData(2_097_152u, "80808001")]
    [InlineData(268_435_455u, "FFFFFF7F")]
    public void Integers(uint value, string hex)
    {
        byte[] bytes = Convert.FromHexString(hex);
        Assert.Equal(bytes.Length, MqttInteger.TryParse(bytes, 0, default, out var parsed).BytesConsumed);
        Assert.Equal(value, parsed.Value);
        byte[] written = new byte[4];
        Assert.Equal(bytes, written[..parsed.Write(written, 0, default)]);
        for (int length = 0; length < bytes.Length; length++)
            Assert.Equal(length + 1, MqttInteger.TryParse(bytes[..length], 0, default, out _).BytesNeeded);
    }

    [Theory]
    [InlineData("8000")]
    [InlineData("FFFF00")]
    [InlineData("FFFFFFFF")]
    [InlineData("8080808001")]
    public void IntegersThatAreNone(string hex) => Assert.Equal(ParseError.Value, MqttInteger.TryParse(Convert.FromHexString(hex), 0, default, out _).Error);

    // All packets one behind the other, in pieces of any length.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(64)]
    [InlineData(10_000)]
    public async Task FromAPipe(int piece)
    {
        byte[][] packets = [.. Sample.All.Where(sample => sample.Type == "Mqtt").Select(sample => sample.Bytes)];
        byte[] stream = [.. packets.SelectMany(packet => packet)];
        var pipe = new Pipe();
        var writing = Task.Run(async () =>
        {
            for (int at = 0; at < stream.Length; at += piece)
                await pipe.Writer.WriteAsync(stream.AsMemory(at, Math.Min(piece, stream.Length - at)));
            await pipe.Writer.CompleteAsync();
        });
        using var reader = pipe.Reader.AsMessageReader<Mqtt>(maxMessageSize: 1024);
        int count = 0;
        while (await reader.WaitToReadAsync())
        {
            while (reader.TryRead(out var packet))
                Assert.Equal(packets[count++], packet.ToArray());
        }
        await writing;
        Assert.Equal(packets.Length, count);
    }

    private static string Text(ReadOnlySpan<byte> bytes) => System.Text.Encoding.UTF8.GetString(bytes);
}

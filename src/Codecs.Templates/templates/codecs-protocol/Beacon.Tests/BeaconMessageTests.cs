using Codecs;

namespace Beacon.Tests;

public class BeaconMessageTests
{
    // From the specification or a capture, never from the code under test.
    private static readonly byte[] Sample = Convert.FromHexString("11" + "000A" + "0007" + "65920080" + "FFFFFC18" + "B29D");

    [Fact]
    public void Is_read()
    {
        Assert.True(BeaconMessage.TryParse(Sample, out var message));
        Assert.True(message.ChecksumIsValid);
        Assert.True(message.TryGet(out BeaconReading reading));
        Assert.Equal(new BeaconReading { Sensor = 7, Time = 1704067200, Value = -1000 }, reading);
    }

    [Fact]
    public void Is_written()
    {
        var message = new BeaconMessage() / new BeaconReading { Sensor = 7, Time = 1704067200, Value = -1000 };
        Assert.Equal(Sample, message.ToArray());
    }

    [Fact]
    public void No_beginning_of_it_is_taken_for_a_message()
    {
        for (int length = 0; length < Sample.Length; length++)
            Assert.Equal(System.Buffers.OperationStatus.NeedMoreData, BeaconMessage.TryParse(Sample.AsSpan(0, length), out _).Status);
    }
}

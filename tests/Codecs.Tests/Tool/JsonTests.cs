using System.Text.Json;
using Codecs.Tests.Capture;

namespace Codecs.Tests.Tool;

public class JsonTests
{
    private static JsonElement Dissect(byte[] frame, uint? original = null)
    {
        var run = ToolRun.Of(new PcapBytes(true).Header(PcapBytes.Nanoseconds).Record(1_700_000_000, 123_456_789, frame, original: original).ToArray(), "dissect", "-", "--format", "json");
        return JsonDocument.Parse(Assert.Single(run.Lines)).RootElement;
    }

    [Fact]
    public void FrameHasTheKeysThatProgramsRelyOn()
    {
        var frame = Dissect(SampleFrames.Syn, original: 90);

        Assert.Equal(["frame", "time", "length", "captured", "layers"], frame.EnumerateObject().Select(property => property.Name));
        Assert.Equal(1, frame.GetProperty("frame").GetInt32());
        Assert.Equal("1700000000.123456789", frame.GetProperty("time").GetRawText());
        Assert.Equal(90, frame.GetProperty("length").GetInt32());
        Assert.Equal(58, frame.GetProperty("captured").GetInt32());
        Assert.Equal(
            ["Ethernet 0 58", "IPv4 14 44", "Tcp 34 24"],
            frame.GetProperty("layers").EnumerateArray().Select(layer => $"{layer.GetProperty("protocol")} {layer.GetProperty("offset")} {layer.GetProperty("length")}"));
        Assert.All(frame.GetProperty("layers").EnumerateArray(), layer => Assert.Equal(["protocol", "offset", "length", "fields"], layer.EnumerateObject().Select(property => property.Name)));
    }

    [Fact]
    public void FieldsAreNumbersTruthValuesHexAndLists()
    {
        var layers = Dissect(SampleFrames.Syn).GetProperty("layers");
        var ip = layers[1].GetProperty("fields");
        var tcp = layers[2].GetProperty("fields");

        Assert.Equal("00005e005302", layers[0].GetProperty("fields").GetProperty("destination").GetString());
        Assert.Equal(44, ip.GetProperty("totalLength").GetInt32());
        Assert.Equal(6, ip.GetProperty("protocol").GetInt32());
        Assert.True(ip.GetProperty("dontFragment").GetBoolean());
        Assert.Equal("c0000201", ip.GetProperty("source").GetString());
        Assert.False(ip.TryGetProperty("payload", out _), "the payload is the next layer");
        Assert.Equal(2, tcp.GetProperty("flags").GetInt32());
        Assert.Equal(2, tcp.GetProperty("options")[0].GetProperty("kind").GetInt32());
    }

    [Fact]
    public void PayloadThatIsNoLayerIsHex()
    {
        byte[] frame = [.. SampleFrames.Syn, 0xAB, 0xCD];
        // Total length, so that the bytes are payload and not trailer.
        frame[17] += 2;

        var layers = Dissect(frame).GetProperty("layers");

        Assert.Equal("abcd", layers[2].GetProperty("fields").GetProperty("payload").GetString());
    }

    [Fact]
    public void ErrorTellsWhereParsingStopped()
    {
        var frame = Dissect(SampleFrames.BadHeaderLength);

        Assert.Equal("Ethernet", Assert.Single(frame.GetProperty("layers").EnumerateArray()).GetProperty("protocol").GetString());
        Assert.Equal("""{"protocol":"IPv4","field":"headerLength","offset":14,"kind":"length"}""", frame.GetProperty("error").GetRawText());
    }

    [Fact]
    public void ErrorInAListTellsTheElement()
    {
        var error = Dissect(SampleFrames.BadOption).GetProperty("error");

        Assert.Equal("""{"protocol":"TcpOption","field":"length","offset":55,"kind":"length"}""", error.GetRawText());
    }

    [Fact]
    public void CutFrameIsTruncated()
    {
        var error = Dissect(SampleFrames.Syn[..40], original: 58).GetProperty("error");

        Assert.Equal("truncated", error.GetProperty("kind").GetString());
        Assert.Equal(40, error.GetProperty("offset").GetInt32());
    }

    [Fact]
    public void OptionsThatAreCutAreTruncatedNotBroken()
    {
        var error = Dissect(SampleFrames.Syn[..56], original: 58).GetProperty("error");

        Assert.Equal("truncated", error.GetProperty("kind").GetString());
    }

    [Fact]
    public void QuotedPacketIsAnArrayOfLayers()
    {
        var frame = Dissect(SampleFrames.Unreachable);

        Assert.False(frame.TryGetProperty("error", out _), "quotes are always cut");
        string text = frame.GetRawText();
        Assert.Contains("""[{"protocol":"IPv4","offset":42,""", text);
        Assert.Contains("""{"protocol":"Udp","offset":62,""", text);
        Assert.Contains("\"sourcePort\":54321,\"destinationPort\":53", text);
    }

    [Fact]
    public void FrameWithoutTimeHasNull()
    {
        var run = ToolRun.Of(new PcapngBytes(true).Section().Interface(1).Simple(SampleFrames.Arp, 42).ToArray(), "dissect", "-", "--format", "json");

        Assert.Equal(JsonValueKind.Null, JsonDocument.Parse(Assert.Single(run.Lines)).RootElement.GetProperty("time").ValueKind);
    }
}

using System.Text.Json;
using Codecs.Fuzz;

namespace Codecs.Protocols.Tests.Radio;

public sealed class LoRaWanTests
{
    private static byte[] Of(string title) => Sample.Get(nameof(LoRaWan), title);

    [Fact]
    public void Parse()
    {
        Assert.True(LoRaWan.TryParse(Of("Data from a device"), out var frame));
        Assert.Equal((LoRaWanMessageType.UnconfirmedDataUp, 0, 0x0DFF112Bu), (frame.MessageType, frame.Major, frame.Mic));
        Assert.True(frame.TryGet(out LoRaWanUplink data));
        Assert.Equal((0x49BE7DF1u, false, 0, 2, (byte?)1), (data.DevAddr, data.Acknowledgment, data.FOptsLen, data.FCnt, data.FPort));
        Assert.Equal(Convert.FromHexString("95437876"), data.FRMPayload);

        Assert.True(LoRaWan.TryParse(Of("To a device"), out frame));
        Assert.True(frame.TryGet(out LoRaWanDownlink down));
        Assert.Equal((true, false, 3, (byte?)1, 2), (down.Acknowledgment, down.FPending, down.FOptsLen, down.FPort, down.FRMPayload.Length));

        Assert.True(LoRaWan.TryParse(Of("Without port"), out frame));
        Assert.True(frame.TryGet(out data));
        Assert.Equal((1, null, true), (data.FOptsLen, data.FPort, data.FRMPayload.IsEmpty));
        Assert.Equal(LoRaWanCommand.LinkCheck, data.Commands.First.Identifier);

        Assert.True(LoRaWan.TryParse(Of("A device joins, by hand"), out frame));
        Assert.True(frame.TryGet(out LoRaWanJoinRequest join));
        Assert.Equal(new LoRaWanJoinRequest { JoinEui = 0x0102030405060708, DevEui = 0x1112131415161718, DevNonce = 0x1234 }, join);
    }

    [Fact]
    public void Commands()
    {
        Assert.True(LoRaWanDownlinkCommand.TryParse(Convert.FromHexString("0352FF0001"), out var command));
        Assert.True(command.TryGet(out LoRaWanLinkAdrRequest adr));
        Assert.Equal(new LoRaWanLinkAdrRequest { DataRate = 5, TxPower = 2, ChannelMask = 0x00FF, RepetitionCount = 1 }, adr);
        Assert.True(LoRaWanUplinkCommand.TryParse(Convert.FromHexString("06FE3A"), out var answer));
        Assert.True(answer.TryGet(out LoRaWanDevStatusAnswer status));
        Assert.Equal((254, -6), (status.Battery, status.Margin));
        Assert.True(LoRaWanDownlinkCommand.TryParse(Convert.FromHexString("0E2319"), out command));
        Assert.True(command.TryGet(out LoRaWanForceRejoinRequest rejoin));
        // 1923 (hex): period 3, retries 1, type 2, data rate 3.
        Assert.Equal((3, 1, 2, 3), (rejoin.Period, rejoin.MaximumRetries, rejoin.RejoinType, rejoin.DataRate));
        // One number has another length the other way; what is behind an unknown one cannot be read.
        Assert.Equal(2, LoRaWanUplinkCommand.TryParse(Convert.FromHexString("0352FF0001"), out _).BytesConsumed);
        Assert.Equal(ParseError.Requirement, LoRaWanUplinkCommand.TryParse([0x80, 1], out _).Error);
    }

    [Fact]
    public void Build()
    {
        byte[] payload = Convert.FromHexString("95437876");
        Assert.Equal(Of("Data from a device"), (new LoRaWan { MessageType = LoRaWanMessageType.UnconfirmedDataUp, Mic = 0x0DFF112B } / new LoRaWanUplink { DevAddr = 0x49BE7DF1, FCnt = 2, FPort = 1, FRMPayload = payload }).ToArray());
        Assert.Equal(Of("A device joins, by hand"), (new LoRaWan { Mic = 0x44332211 } / new LoRaWanJoinRequest { JoinEui = 0x0102030405060708, DevEui = 0x1112131415161718, DevNonce = 0x1234 }).ToArray());
        Assert.Equal("0304", Convert.ToHexString((new LoRaWanUplinkCommand { Identifier = LoRaWanCommand.LinkAdr } / new LoRaWanLinkAdrAnswer { PowerAccepted = true }).ToArray()));
    }

    [Fact]
    public void RoundTrip()
    {
        Assert.All(Sample.All.Where(sample => sample.Type == nameof(LoRaWan)), sample => Expect.RoundTrip<LoRaWan>(sample.Bytes));
        Assert.All(Sample.All.Where(sample => sample.Type == nameof(LoRaWanUplinkCommand)), sample => Expect.RoundTrip<LoRaWanUplinkCommand>(sample.Bytes));
        Assert.All(Sample.All.Where(sample => sample.Type == nameof(LoRaWanDownlinkCommand)), sample => Expect.RoundTrip<LoRaWanDownlinkCommand>(sample.Bytes));
    }

    [Fact]
    public void CutAtEveryLength() => Expect.Unfinished<LoRaWan>(Of("Data from a device"), 5);

    [Fact]
    public void WrongField()
    {
        Assert.True(LoRaWan.TryParse(Of("Without port").With(5, 0x8F), out var frame));
        Assert.False(frame.TryGet(out LoRaWanUplink _));
    }

    // RFC 4493 section 4.
    [Theory]
    [InlineData(0, "bb1d6929e95937287fa37d129b756746")]
    [InlineData(16, "070a16b46b4d4144f79bdd9dd04a287c")]
    [InlineData(40, "dfa66747de9ae63030ca32611497c827")]
    [InlineData(64, "51f0bebf7e3b9d92fc49741779363cfe")]
    public void Cmac(int length, string code)
    {
        byte[] message = Convert.FromHexString("6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e5130c81c46a35ce411e5fbc1191a0a52eff69f2445df4f9b17ad2b417be66c3710")[..length];
        using var cmac = new AesCmac(Convert.FromHexString("2b7e151628aed2a6abf7158809cf4f3c"));
        byte[] found = new byte[16];
        for (int cut = 0; cut <= length; cut++)
        {
            cmac.Begin();
            cmac.Append(message.AsSpan(0, cut));
            cmac.Append(message.AsSpan(cut));
            cmac.Finish(found);
            Assert.Equal(code, Convert.ToHexStringLower(found));
        }
    }

    // A frame and its keys that the readers of LoRaWAN show as an example; its payload is "test".
    [Fact]
    public void CodesAndEncryption()
    {
        byte[] frame = Of("Data from a device");
        using var network = new LoRaWanKey(Convert.FromHexString("44024241ed4ce9a68c6a8bc055233fd3"));
        using var application = new LoRaWanKey(Convert.FromHexString("ec925802ae430ca77fd3dd73cb2cc588"));
        Assert.True(LoRaWan.TryParse(frame, out var parsed));
        Assert.True(parsed.TryGet(out LoRaWanUplink data));
        Assert.Equal(parsed.Mic, network.ComputeDataMic(frame.AsSpan(0, frame.Length - 4), data.FCnt));
        Assert.NotEqual(parsed.Mic, network.ComputeDataMic(frame.AsSpan(0, frame.Length - 4), data.FCnt + 0x10000u));
        byte[] payload = data.FRMPayload.ToArray();
        application.Crypt(payload, isUplink: true, data.DevAddr, data.FCnt);
        Assert.Equal("test"u8, payload);
        // Encryption is its own inverse, also of more than a block.
        byte[] text = [.. Enumerable.Range(0, 40).Select(i => (byte)i)], copy = [.. text];
        application.Crypt(copy, isUplink: false, 1, 2);
        Assert.NotEqual(text, copy);
        application.Crypt(copy, isUplink: false, 1, 2);
        Assert.Equal(text, copy);
        Assert.Equal(0x56781234u, LoRaWanKey.CombineMic(0xABCD5678, 0x9ABC1234));
        Assert.Throws<ArgumentException>(() => network.ComputeDataMic([0, 1, 2, 3, 4, 5, 6, 7, 8], 0));
    }

    // What a device decrypts has a code that is right: a wrong key or order would not give one.
    [Fact]
    public void JoinAccept()
    {
        using var key = new LoRaWanKey(Convert.FromHexString("B6B53F4A168A7A88BDF7EA135CE9CFCA"));
        byte[] frame = [.. Of("A join accept").AsSpan(0, 29), 0, 0, 0, 0];
        System.Buffers.Binary.BinaryPrimitives.WriteUInt32LittleEndian(frame.AsSpan(29), key.ComputeJoinMic(frame.AsSpan(0, 29)));
        byte[] sent = [.. frame];
        Assert.True(key.TryEncryptJoinAccept(sent.AsSpan(1)));
        Assert.NotEqual(frame, sent);
        Assert.True(key.TryDecryptJoinAccept(sent.AsSpan(1)));
        Assert.Equal(frame, sent);
        Assert.True(LoRaWan.TryParse(sent, out var parsed));
        Assert.Equal(parsed.Mic, key.ComputeJoinMic(sent.AsSpan(0, 29)));
        Assert.True(parsed.TryGet(out LoRaWanJoinAccept accept));
        Assert.Equal((0x123456u, 0x13u, 0x49BE7DF1u, true, 1, 2, 1, 16), (accept.JoinNonce, accept.NetId, accept.DevAddr, accept.OptNeg, accept.Rx1DataRateOffset, accept.Rx2DataRate, accept.RxDelay, accept.CFList.Length));
        Assert.False(key.TryDecryptJoinAccept(new byte[17]));
    }

    [Fact]
    public void NothingIsAllocated()
    {
        byte[] frame = Of("Data from a device");
        using var key = new LoRaWanKey(new byte[16]);
        byte[] payload = new byte[40];
        long allocated = 0;
        // What runs for the first time may allocate.
        for (int attempt = 0; attempt < 4; attempt++)
        {
            allocated = GC.GetAllocatedBytesForCurrentThread();
            key.ComputeDataMic(frame.AsSpan(0, frame.Length - 4), 2);
            key.Crypt(payload, isUplink: true, 1, 2);
            allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        }
        Assert.Equal(0, allocated);
    }

    [CorpusFact]
    public void Vectors()
    {
        int count = 0;
        foreach (string line in File.ReadLines(Path.Combine(Repository.Corpus, "vectors", "lorawan.jsonl")))
        {
            using var json = JsonDocument.Parse(line);
            var fields = json.RootElement.GetProperty("fields");
            byte[] bytes = Convert.FromHexString(json.RootElement.GetProperty("message").GetString()!);
            Assert.True(LoRaWan.TryParse(bytes, out var frame));
            Expect.Preserved<LoRaWan>(bytes);
            Same(fields, "MACPayload", frame.Payload);
            Assert.Equal(fields.GetProperty("MIC").GetString(), Convert.ToHexStringLower(bytes.AsSpan(bytes.Length - 4)));
            Assert.Equal(fields.GetProperty("MIC").GetString(), System.Buffers.Binary.BinaryPrimitives.ReverseEndianness(frame.Mic).ToString("x8"));
            Assert.Equal(json.RootElement.GetProperty("getters").GetProperty("MType").GetString(), Words(frame.MessageType));
            if (frame.TryGet(out LoRaWanUplink up))
                Data(fields, up.DevAddr, up.FCnt, up.FOpts, up.FPort, up.FRMPayload);
            if (frame.TryGet(out LoRaWanDownlink down))
            {
                Data(fields, down.DevAddr, down.FCnt, down.FOpts, down.FPort, down.FRMPayload);
                Assert.Equal(json.RootElement.GetProperty("getters").GetProperty("FCtrlACK").GetBoolean(), down.Acknowledgment);
            }
            if (frame.TryGet(out LoRaWanJoinRequest join))
                Assert.Equal((fields.GetProperty("AppEUI").GetString(), fields.GetProperty("DevEUI").GetString(), fields.GetProperty("DevNonce").GetString()), ($"{join.JoinEui:x16}", $"{join.DevEui:x16}", $"{join.DevNonce:x4}"));
            if (frame.TryGet(out LoRaWanJoinAccept accept))
            {
                Assert.Equal((fields.GetProperty("AppNonce").GetString(), fields.GetProperty("NetID").GetString(), fields.GetProperty("DevAddr").GetString()), ($"{accept.JoinNonce:x6}", $"{accept.NetId:x6}", $"{accept.DevAddr:x8}"));
                if (json.RootElement.GetProperty("getters").TryGetProperty("DLSettingsRxOneDRoffset", out var offset))
                    Assert.Equal((offset.GetInt32(), json.RootElement.GetProperty("getters").GetProperty("DLSettingsRxTwoDataRate").GetInt32(), json.RootElement.GetProperty("getters").GetProperty("RxDelayDel").GetInt32()), (accept.Rx1DataRateOffset, accept.Rx2DataRate, accept.RxDelay));
            }
            count++;
        }
        Assert.Equal(9, count);
    }

    private static void Data(JsonElement fields, uint devAddr, ushort count, ReadOnlySpan<byte> options, byte? port, ReadOnlySpan<byte> payload)
    {
        Assert.Equal((fields.GetProperty("DevAddr").GetString(), fields.GetProperty("FCnt").GetString(), fields.GetProperty("FPort").GetString()), ($"{devAddr:x8}", $"{count:x4}", $"{port:x2}"));
        Same(fields, "FOpts", options);
        Same(fields, "FRMPayload", payload);
    }

    private static void Same(JsonElement fields, string name, ReadOnlySpan<byte> bytes)
    {
        if (fields.TryGetProperty(name, out var value))
            Assert.Equal(value.GetString(), Convert.ToHexStringLower(bytes));
    }

    private static string Words(LoRaWanMessageType type) => type switch
    {
        LoRaWanMessageType.JoinRequest => "Join Request",
        LoRaWanMessageType.JoinAccept => "Join Accept",
        LoRaWanMessageType.UnconfirmedDataUp => "Unconfirmed Data Up",
        LoRaWanMessageType.UnconfirmedDataDown => "Unconfirmed Data Down",
        LoRaWanMessageType.ConfirmedDataUp => "Confirmed Data Up",
        LoRaWanMessageType.ConfirmedDataDown => "Confirmed Data Down",
        LoRaWanMessageType.RejoinRequest => "Rejoin Request",
        _ => "Proprietary",
    };
}

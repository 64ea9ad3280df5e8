using System.Buffers;
using System.IO.Pipelines;
using Codecs;
using Codecs.Pipelines;
using Streamed;

// Modbus over a serial line: what it is says how long it is.
byte[] request = Convert.FromHexString("1103006B00037687");
if (RtuRequest.TryParse(request, out var rtu) && rtu.TryGet(out ReadRequest read))
    Console.WriteLine($"{rtu.Function} {read.StartingAddress} {read.Quantity} {rtu.CrcIsValid}");
byte[] write = (new RtuRequest { Address = 1 } / new WriteRegistersRequest { StartingAddress = 1, Registers = [10, 258] }).ToArray();
byte[] response = (new RtuResponse { Address = 0x11 } / new ReadRegistersResponse { Registers = [0xAE41, 0x5652, 0x4340] }).ToArray();
byte[] exception = new RtuResponse { Address = 0x0A, Function = ModbusFunction.ReadCoils, Exception = ModbusException.IllegalDataAddress }.ToArray();
Show(write, response, exception);
Console.WriteLine(RtuRequest.TryParse([0x11, 99, 0, 0, 0, 0], out _).Describe<RtuRequest>());
await Stream<RtuRequest>([.. request, .. write]);
await Stream<RtuResponse>([.. response, .. exception]);

// MQTT 5: a length of one to four bytes, properties whose identifier says what they are, fields that bits tell of.
byte[] connect = (new MqttPacket() / new Connect
{
    CleanStart = true,
    KeepAlive = 60,
    ClientIdentifier = "a"u8,
    UserName = "me"u8,
    Properties = new ListBuilder<Property> { new Property { Id = PropertyId.SessionExpiryInterval } / new FourByteProperty { Value = 10 }, new TwoByteProperty { Value = 20 } },
    Will = new Will { Topic = "t"u8, Payload = "gone"u8 },
}).ToArray();
byte[] publish = (new MqttPacket { QoS = 1, Retain = true } / new Publish { QoS = 1, TopicName = "a/b"u8, PacketIdentifier = 7, Payload = new byte[200] }).ToArray();
byte[] subscribe = (new MqttPacket { QoS = 1 } / new Subscribe { PacketIdentifier = 8, Subscriptions = new ListBuilder<Subscription> { new Subscription { TopicFilter = "a/#"u8, MaximumQoS = 1 } } }).ToArray();
Show(connect, publish[..12], subscribe);
if (MqttPacket.TryParse(publish, out var packet) && packet.TryGet(out Publish published))
    Console.WriteLine($"{packet.RemainingLength} {published.PacketIdentifier} {published.Payload.Length}");
await Stream<MqttPacket>([.. connect, .. publish, .. subscribe]);

// NTP: numbers with a fraction, and what may follow them.
byte[] time = new Ntp { Version = 4, Mode = NtpMode.Client, Transmit = new(0xE1B8_4C3F_8000_0000) }.ToArray();
byte[] rest = [.. new NtpExtension { FieldType = 0x104, Value = new byte[24] }.ToArray(), .. new NtpMac { KeyIdentifier = 1, Digest = new byte[16] }.ToArray()];
if (Ntp.TryParse(time, out var ntp))
    Console.WriteLine($"{time.Length} {ntp.Mode} {ntp.Transmit}");
if (Ntp.TryParse(new Ntp { Version = 4, Rest = rest }.ToArray(), out ntp))
    Console.WriteLine($"{ntp.Extensions.Count} extension of {ntp.Extensions.First.Length} bytes, {ntp.MacBytes.Length} of code");

// A format of one's own: types, lengths and values, one within the other, and a checksum over all.
byte[] tlv = new TlvFrame
{
    Version = 1,
    Items = new ListBuilder<Tlv>
    {
        new Temperature { Hundredths = 2150 },
        new Name { Text = "roof"u8 },
        new TlvGroup { Items = new ListBuilder<Tlv> { new Temperature { Hundredths = -5 } } },
    },
}.ToArray();
Show(tlv);
TlvFrame.TryParse(tlv, out var frame);
Console.WriteLine($"{frame.ChecksumIsValid} {frame.Items.ElementAt(2).ToString()}");
await Stream<TlvFrame>([.. tlv, .. tlv]);

static void Show(params byte[][] messages)
{
    foreach (byte[] message in messages)
        Console.WriteLine(Convert.ToHexString(message));
}

// However the bytes come, the messages are the same, and written again they are the same bytes.
static async Task Stream<T>(byte[] bytes) where T : IMessage<T>, allows ref struct
{
    foreach (int step in (int[])[1, 2, 3, 7, bytes.Length])
    {
        var pipe = new Pipe();
        var writing = Task.Run(async () =>
        {
            for (int i = 0; i < bytes.Length; i += step)
                await pipe.Writer.WriteAsync(bytes.AsMemory(i, Math.Min(step, bytes.Length - i)));
            await pipe.Writer.CompleteAsync();
        });
        var again = new ArrayBufferWriter<byte>();
        using var reader = pipe.Reader.AsMessageReader<T>(maxMessageSize: 4096);
        while (await reader.WaitToReadAsync())
        {
            while (reader.TryRead(out var message))
                again.Write(message);
        }
        await writing;
        if (!again.WrittenSpan.SequenceEqual(bytes))
            Console.WriteLine($"{typeof(T).Name} in pieces of {step} is another");
    }
}

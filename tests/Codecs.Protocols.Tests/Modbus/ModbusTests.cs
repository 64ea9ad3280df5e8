using Codecs.Fuzz;
using static Codecs.Protocols.Tests.Network;

namespace Codecs.Protocols.Tests.Modbus;

public sealed class ModbusTests
{
    private static byte[] Request(string section) => Sample.Get(nameof(ModbusTcpRequest), $"V1.1b3 section {section}:");

    private static byte[] Response(string section) => Sample.Get(nameof(ModbusTcpResponse), $"V1.1b3 section {section}:");

    [Fact]
    public void Parse()
    {
        Assert.True(ModbusTcpRequest.TryParse(Request("6.3"), out var request));
        Assert.Equal((3, 0, 6, 17, ModbusFunction.ReadHoldingRegisters), (request.TransactionIdentifier, request.ProtocolIdentifier, request.Length, request.UnitIdentifier, request.Function));
        Assert.True(request.TryGet(out ModbusRead read));
        Assert.Equal(new ModbusRead { StartingAddress = 107, Quantity = 3 }, read);

        Assert.True(ModbusTcpResponse.TryParse(Response("6.1"), out var response));
        Assert.True(response.TryGet(out ModbusBits bits));
        // Outputs 27 to 20 are CD: 1100 1101 (V1.1b3 section 6.1).
        Assert.Equal("1011001111010110101", string.Concat(Enumerable.Range(0, 19).Select(i => BitsOf(Response("6.1")).IsOn(i) ? '1' : '0')));
        Assert.Equal(3, bits.ByteCount);

        Assert.True(ModbusTcpRequest.TryParse(Request("6.17"), out request));
        Assert.True(request.TryGet(out ModbusReadWrite both));
        Assert.Equal((3, 6, 14, 3, 6, 255), (both.ReadStartingAddress, both.QuantityToRead, both.WriteStartingAddress, both.QuantityToWrite, both.WriteByteCount, both.WriteRegistersValue[2]));

        Assert.True(ModbusTcpResponse.TryParse(Response("6.21"), out response));
        Assert.True(response.TryGet(out ModbusInterfaceResponse carried));
        Assert.True(carried.TryGet(out ModbusDevice device));
        Assert.Equal(3, device.NumberOfObjects);
        Assert.Equal("V2.11"u8, device.Objects.ElementAt(2).ObjectValue);
    }

    private static ModbusBits BitsOf(byte[] bytes) => ModbusTcpResponse.TryParse(bytes, out var response) && response.TryGet(out ModbusBits bits) ? bits : default;

    [Fact]
    public void ExceptionsKeepTheirFunction()
    {
        byte[] bytes = Response("7");
        Assert.True(ModbusTcpResponse.TryParse(bytes, out var response));
        Assert.Equal((true, ModbusFunction.ReadCoils, ModbusFunction.Exception), (response.IsException, response.Function, response.Content));
        Assert.True(response.TryGet(out ModbusException exception));
        Assert.Equal(ModbusExceptionCode.IllegalDataAddress, exception.ExceptionCode);
        Assert.Equal(ParseError.NotCarried, response.TryGet(out ModbusBits _).Error);
        Assert.Equal(bytes, (new ModbusTcpResponse { TransactionIdentifier = 20, UnitIdentifier = 10, IsException = true, Function = ModbusFunction.ReadCoils } / new ModbusException { ExceptionCode = ModbusExceptionCode.IllegalDataAddress }).ToArray());
    }

    [Fact]
    public void Build()
    {
        Assert.Equal(Request("6.3"), (new ModbusTcpRequest { TransactionIdentifier = 3, UnitIdentifier = 17 } / new ModbusRead { StartingAddress = 107, Quantity = 3 }).ToArray());
        Assert.Equal(Request("6.1"), (new ModbusTcpRequest { TransactionIdentifier = 1, UnitIdentifier = 255, Function = ModbusFunction.ReadCoils } / new ModbusRead { StartingAddress = 19, Quantity = 19 }).ToArray());
        Assert.Equal(Request("6.12"), (new ModbusTcpRequest { TransactionIdentifier = 10, UnitIdentifier = 17 } / new ModbusWriteMultipleRegisters { StartingAddress = 1, RegistersValue = [10, 258] }).ToArray());
        Assert.Equal(Request("6.15"), (new ModbusTcpRequest { TransactionIdentifier = 12, UnitIdentifier = 17 } / new ModbusWriteFile { Records = new ListBuilder<ModbusFileWrite> { new() { FileNumber = 4, RecordNumber = 7, RecordData = [0x6AF, 0x4BE, 0x100D] } } }).ToArray());
        Assert.Equal(Response("6.14"), (new ModbusTcpResponse { TransactionIdentifier = 11, UnitIdentifier = 17 } / new ModbusFileData { Records = new ListBuilder<ModbusFileRecords> { new() { RecordData = [0xDFE, 0x20] }, new() { RecordData = [0x33CD, 0x40] } } }).ToArray());
        Assert.Equal(Response("6.18"), (new ModbusTcpResponse { TransactionIdentifier = 15, UnitIdentifier = 17 } / new ModbusFifo { FifoValueRegister = [0x1B8, 0x1284] }).ToArray());
    }

    [Fact]
    public void RoundTrip()
    {
        Assert.All(Sample.All.Where(sample => sample.Type == nameof(ModbusTcpRequest)), sample => Expect.RoundTrip<ModbusTcpRequest>(sample.Bytes));
        Assert.All(Sample.All.Where(sample => sample.Type == nameof(ModbusTcpResponse)), sample => Expect.RoundTrip<ModbusTcpResponse>(sample.Bytes));
        Assert.All(Sample.All.Where(sample => sample.Type == nameof(ModbusRtuRequest)), sample => Expect.RoundTrip<ModbusRtuRequest>(sample.Bytes));
        Assert.All(Sample.All.Where(sample => sample.Type == nameof(ModbusRtuResponse)), sample => Expect.RoundTrip<ModbusRtuResponse>(sample.Bytes));
    }

    [Fact]
    public void CutAtEveryLength()
    {
        Expect.Unfinished<ModbusTcpRequest>(Request("6.17"));
        Expect.Unfinished<ModbusTcpResponse>(Response("6.21"));
    }

    [Fact]
    public void WrongField()
    {
        byte[] request = Request("6.12");
        Expect.Invalid<ModbusTcpRequest>(request.With(3, 1), ParseError.Value, nameof(ModbusTcpRequest.ProtocolIdentifier), 2);
        Expect.Invalid<ModbusTcpRequest>(request.With(5, 1), ParseError.Length, nameof(ModbusTcpRequest.Length), 4);
        // Two fields say how many registers there are; both must be right.
        Assert.False(ModbusWriteMultipleRegisters.TryParse(request[8..].With(3, 1), out _));
        Assert.False(ModbusReadFile.TryParse(Request("6.14")[8..].With(1, 5), new ParseOptions { ValidateLists = true }, out _));
    }

    // MODBUS over Serial Line V1.02 appendix B; and the check value that catalogs of checksums have for it.
    [Fact]
    public void Checksum()
    {
        Assert.True(ModbusRtuRequest.TryParse(Convert.FromHexString("02074112"), out var request));
        Assert.Equal((2, ModbusFunction.ReadExceptionStatus, 0x1241, true), (request.UnitIdentifier, request.Function, request.Crc, request.CrcIsValid));
        Assert.True(ModbusRtuRequest.TryParse(Convert.FromHexString("02074113"), out request));
        Assert.False(request.CrcIsValid);
        Assert.Equal(Convert.FromHexString("01030000000AC5CD"), (new ModbusRtuRequest { UnitIdentifier = 1 } / new ModbusRead { Quantity = 10 }).ToArray());
        var crc = default(Crc16Modbus);
        Assert.Equal(0xFFFF, crc.Value);
        crc.Append("12345"u8);
        crc.Append("6789"u8);
        Assert.Equal(0x4B37, crc.Value);
    }

    [Fact]
    public void PortsTellRequestsFromResponses()
    {
        byte[] frame = (new Ethernet { Destination = MacB, Source = MacA } / new IPv4 { TimeToLive = 64, Source = A, Destination = B }
            / new Tcp { SourcePort = 50000 } / new ModbusTcpRequest { TransactionIdentifier = 1 } / new ModbusRead { StartingAddress = 107, Quantity = 3 }).ToArray();
        Assert.True(Packet.TryParse(frame, out var packet));
        Assert.Equal((502, 1, false), (packet.Tcp.DestinationPort, packet.ModbusRequest.TransactionIdentifier, packet.TryGet(out ModbusTcpResponse _)));

        frame = (new Ethernet { Destination = MacA, Source = MacB } / new IPv4 { TimeToLive = 64, Source = B, Destination = A }
            / new Tcp { DestinationPort = 50000 } / new ModbusTcpResponse { TransactionIdentifier = 1 } / new ModbusRegisters { Registers = [1, 2, 3] }).ToArray();
        Assert.True(Packet.TryParse(frame, out packet));
        Assert.Equal((502, false), (packet.Tcp.SourcePort, packet.TryGet(out ModbusTcpRequest _)));
        Assert.True(packet.ModbusResponse.TryGet(out ModbusRegisters registers));
        Assert.Equal(3, registers.Registers.Count);
    }
}

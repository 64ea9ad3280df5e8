using Codecs.Fuzz;
using static Codecs.Protocols.Tests.Network;

namespace Codecs.Protocols.Tests.Modbus;

/// <summary>A protocol that Codecs.Protocols has never heard of, over those that it has.</summary>
public sealed class ModbusTests
{
    private static readonly byte[] s_request = Sample.Get("ModbusRequest", "MODBUS V1.1b3 section 6.3");
    private static readonly byte[] s_response = Sample.Get("ModbusResponse", "MODBUS V1.1b3 section 6.3");
    private static readonly byte[] s_write = Sample.Get("ModbusRequest", "MODBUS V1.1b3 section 6.12");
    private static readonly byte[] s_refused = Sample.Get("ModbusResponse", "MODBUS V1.1b3 section 7");

    [Fact]
    public void Parse()
    {
        Assert.True(ModbusRequest.TryParse(s_request, out var request));
        Assert.Equal((1, 0, 6, 17, ModbusFunction.ReadHoldingRegisters), (request.TransactionIdentifier, request.ProtocolIdentifier, request.Length, request.UnitIdentifier, request.Function));
        Assert.True(request.TryGet(out ModbusReadRequest read));
        Assert.Equal(new ModbusReadRequest { StartingAddress = 107, Quantity = 3 }, read);
        Assert.True(ModbusRequest.TryParse(s_write, out request));
        Assert.True(request.TryGet(out ModbusWriteRegistersRequest write));
        Assert.Equal((2, 4, 10, 258), (write.Quantity, write.ByteCount, write.Registers[0], write.Registers[1]));
        Assert.True(ModbusResponse.TryParse(s_response, out var response));
        Assert.True(response.TryGet(out ModbusReadRegistersResponse registers));
        Assert.Equal((6, 0x022B, 100), (registers.ByteCount, registers.Registers[0], registers.Registers[2]));
        Assert.True(ModbusResponse.TryParse(s_refused, out response));
        Assert.True(response.IsException);
        Assert.True(response.TryGet(out ModbusException refused));
        Assert.Equal(2, refused.Code);
    }

    // One function code, two forms: which one, the carrier says.
    [Fact]
    public void RequestsAreNotTakenForResponses()
    {
        Assert.True(ModbusRequest.TryParse(s_request, out var request));
        Assert.Equal(ParseError.NotCarried, request.TryGet(out ModbusReadRegistersResponse _).Error);
        Assert.True(ModbusResponse.TryParse(s_response, out var response));
        Assert.Equal(ParseError.NotCarried, response.TryGet(out ModbusReadRequest _).Error);
    }

    [Fact]
    public void Build()
    {
        Assert.Equal(s_request, (new ModbusRequest { TransactionIdentifier = 1, UnitIdentifier = 17 } / new ModbusReadRequest { StartingAddress = 107, Quantity = 3 }).ToArray());
        Assert.Equal(s_response, (new ModbusResponse { TransactionIdentifier = 1, UnitIdentifier = 17 } / new ModbusReadRegistersResponse { Registers = [0x022B, 0, 100] }).ToArray());
        Assert.Equal(s_write, (new ModbusRequest { TransactionIdentifier = 3, UnitIdentifier = 17 } / new ModbusWriteRegistersRequest { StartingAddress = 1, Registers = [10, 258] }).ToArray());
    }

    [Fact]
    public void RoundTrip()
    {
        Expect.RoundTrip<ModbusRequest>(s_request);
        Expect.RoundTrip<ModbusRequest>(s_write);
        Expect.RoundTrip<ModbusResponse>(s_response);
        Expect.RoundTrip<ModbusWriteRegistersRequest>(s_write[8..]);
    }

    [Fact]
    public void CutAtEveryLength()
    {
        Expect.Unfinished<ModbusRequest>(s_request);
        Expect.Unfinished<ModbusWriteRegistersRequest>(s_write[8..]);
    }

    [Fact]
    public void WrongField()
    {
        Expect.Invalid<ModbusRequest>(s_request.With(3, 1), ParseError.Value, nameof(ModbusRequest.ProtocolIdentifier), 2);
        Expect.Invalid<ModbusRequest>(s_request.With(5, 1), ParseError.Length, nameof(ModbusRequest.Length), 4);
        // Two fields say how many registers there are; both must be right.
        Assert.False(ModbusWriteRegistersRequest.TryParse(s_write[8..].With(3, 1), out _));
        Assert.False(ModbusReadRegistersResponse.TryParse(s_response[8..].With(0, 5), out _));
    }

    [Fact]
    public void PortsSelectInTheStackOfOnesOwn()
    {
        byte[] frame = (new Ethernet { Destination = MacB, Source = MacA } / new Vlan { VlanIdentifier = 3 } / new IPv4 { TimeToLive = 64, Source = A, Destination = B }
            / new Tcp { SourcePort = 50000 } / new ModbusRequest { TransactionIdentifier = 1, UnitIdentifier = 17 } / new ModbusReadRequest { StartingAddress = 107, Quantity = 3 }).ToArray();
        Assert.True(PlantPacket.TryParse(frame, out var packet));
        Assert.Equal(PlantPacket.Layers.Ethernet | PlantPacket.Layers.Vlan | PlantPacket.Layers.IPv4 | PlantPacket.Layers.Tcp | PlantPacket.Layers.Request, packet.Present);
        Assert.Equal((502, 17), (packet.Tcp.DestinationPort, packet.Request.UnitIdentifier));
        Assert.True(packet.Tcp.ChecksumIsValid(packet.IPv4.PseudoHeader));
        Assert.True(packet.Request.TryGet(out ModbusReadRequest request));
        Assert.Equal(3, request.Quantity);
        // The stack of the protocols knows no Modbus, and is not disturbed by it.
        Assert.True(Packet.TryParse(frame, out var common));
        Assert.Equal(s_request, common.Rest.ToArray());

        // The way back: it is the source's port that counts, and it is filled.
        frame = (new Ethernet { Destination = MacA, Source = MacB } / new IPv4 { TimeToLive = 64, Source = B, Destination = A }
            / new Tcp { DestinationPort = 50000 } / new ModbusResponse { TransactionIdentifier = 1, UnitIdentifier = 17 } / new ModbusReadRegistersResponse { Registers = [1, 2, 3] }).ToArray();
        Assert.True(PlantPacket.TryParse(frame, out packet));
        Assert.Equal((502, false), (packet.Tcp.SourcePort, packet.TryGet(out ModbusRequest _)));
        Assert.True(packet.Response.TryGet(out ModbusReadRegistersResponse response));
        Assert.Equal(3, response.Registers.Count);
    }
}

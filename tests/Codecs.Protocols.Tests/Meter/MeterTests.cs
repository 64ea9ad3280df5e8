using Codecs.Fuzz;
using static Codecs.Protocols.Tests.Network;

namespace Codecs.Protocols.Tests.Meter;

/// <summary>A protocol that Codecs.Protocols has never heard of, over those that it has.</summary>
public sealed class MeterTests
{
    private static readonly byte[] s_request = Sample.Get("MeterRequest", "MODBUS V1.1b3 section 6.3");
    private static readonly byte[] s_response = Sample.Get("MeterResponse", "MODBUS V1.1b3 section 6.3");
    private static readonly byte[] s_write = Sample.Get("MeterRequest", "MODBUS V1.1b3 section 6.12");
    private static readonly byte[] s_refused = Sample.Get("MeterResponse", "MODBUS V1.1b3 section 7");

    [Fact]
    public void Parse()
    {
        Assert.True(MeterRequest.TryParse(s_request, out var request));
        Assert.Equal((1, 0, 6, 17, MeterFunction.ReadHoldingRegisters), (request.TransactionIdentifier, request.ProtocolIdentifier, request.Length, request.UnitIdentifier, request.Function));
        Assert.True(request.TryGet(out MeterReadRequest read));
        Assert.Equal(new MeterReadRequest { StartingAddress = 107, Quantity = 3 }, read);
        Assert.True(MeterRequest.TryParse(s_write, out request));
        Assert.True(request.TryGet(out MeterWriteRegistersRequest write));
        Assert.Equal((2, 4, 10, 258), (write.Quantity, write.ByteCount, write.Registers[0], write.Registers[1]));
        Assert.True(MeterResponse.TryParse(s_response, out var response));
        Assert.True(response.TryGet(out MeterReadRegistersResponse registers));
        Assert.Equal((6, 0x022B, 100), (registers.ByteCount, registers.Registers[0], registers.Registers[2]));
        Assert.True(MeterResponse.TryParse(s_refused, out response));
        Assert.True(response.IsException);
        Assert.True(response.TryGet(out MeterException refused));
        Assert.Equal(2, refused.Code);
    }

    // One function code, two forms: which one, the carrier says.
    [Fact]
    public void RequestsAreNotTakenForResponses()
    {
        Assert.True(MeterRequest.TryParse(s_request, out var request));
        Assert.Equal(ParseError.NotCarried, request.TryGet(out MeterReadRegistersResponse _).Error);
        Assert.True(MeterResponse.TryParse(s_response, out var response));
        Assert.Equal(ParseError.NotCarried, response.TryGet(out MeterReadRequest _).Error);
    }

    [Fact]
    public void Build()
    {
        Assert.Equal(s_request, (new MeterRequest { TransactionIdentifier = 1, UnitIdentifier = 17 } / new MeterReadRequest { StartingAddress = 107, Quantity = 3 }).ToArray());
        Assert.Equal(s_response, (new MeterResponse { TransactionIdentifier = 1, UnitIdentifier = 17 } / new MeterReadRegistersResponse { Registers = [0x022B, 0, 100] }).ToArray());
        Assert.Equal(s_write, (new MeterRequest { TransactionIdentifier = 3, UnitIdentifier = 17 } / new MeterWriteRegistersRequest { StartingAddress = 1, Registers = [10, 258] }).ToArray());
    }

    [Fact]
    public void RoundTrip()
    {
        Expect.RoundTrip<MeterRequest>(s_request);
        Expect.RoundTrip<MeterRequest>(s_write);
        Expect.RoundTrip<MeterResponse>(s_response);
        Expect.RoundTrip<MeterWriteRegistersRequest>(s_write[8..]);
    }

    [Fact]
    public void CutAtEveryLength()
    {
        Expect.Unfinished<MeterRequest>(s_request);
        Expect.Unfinished<MeterWriteRegistersRequest>(s_write[8..]);
    }

    [Fact]
    public void WrongField()
    {
        Expect.Invalid<MeterRequest>(s_request.With(3, 1), ParseError.Value, nameof(MeterRequest.ProtocolIdentifier), 2);
        Expect.Invalid<MeterRequest>(s_request.With(5, 1), ParseError.Length, nameof(MeterRequest.Length), 4);
        // Two fields say how many registers there are; both must be right.
        Assert.False(MeterWriteRegistersRequest.TryParse(s_write[8..].With(3, 1), out _));
        Assert.False(MeterReadRegistersResponse.TryParse(s_response[8..].With(0, 5), out _));
    }

    [Fact]
    public void PortsSelectInTheStackOfOnesOwn()
    {
        byte[] frame = (new Ethernet { Destination = MacB, Source = MacA } / new Vlan { VlanIdentifier = 3 } / new IPv4 { TimeToLive = 64, Source = A, Destination = B }
            / new Tcp { SourcePort = 50000 } / new MeterRequest { TransactionIdentifier = 1, UnitIdentifier = 17 } / new MeterReadRequest { StartingAddress = 107, Quantity = 3 }).ToArray();
        Assert.True(PlantPacket.TryParse(frame, out var packet));
        Assert.Equal(PlantPacket.Layers.Ethernet | PlantPacket.Layers.Vlan | PlantPacket.Layers.IPv4 | PlantPacket.Layers.Tcp | PlantPacket.Layers.Request, packet.Present);
        Assert.Equal((5020, 17), (packet.Tcp.DestinationPort, packet.Request.UnitIdentifier));
        Assert.True(packet.Tcp.ChecksumIsValid(packet.IPv4.PseudoHeader));
        Assert.True(packet.Request.TryGet(out MeterReadRequest request));
        Assert.Equal(3, request.Quantity);
        // The stack of the protocols knows no meters, and is not disturbed by it.
        Assert.True(Packet.TryParse(frame, out var common));
        Assert.Equal(s_request, common.Rest.ToArray());

        // The way back: it is the source's port that counts, and it is filled.
        frame = (new Ethernet { Destination = MacA, Source = MacB } / new IPv4 { TimeToLive = 64, Source = B, Destination = A }
            / new Tcp { DestinationPort = 50000 } / new MeterResponse { TransactionIdentifier = 1, UnitIdentifier = 17 } / new MeterReadRegistersResponse { Registers = [1, 2, 3] }).ToArray();
        Assert.True(PlantPacket.TryParse(frame, out packet));
        Assert.Equal((5020, false), (packet.Tcp.SourcePort, packet.TryGet(out MeterRequest _)));
        Assert.True(packet.Response.TryGet(out MeterReadRegistersResponse response));
        Assert.Equal(3, response.Registers.Count);
    }
}

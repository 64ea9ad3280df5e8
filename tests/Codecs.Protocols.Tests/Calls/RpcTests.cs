using System.Buffers;
using System.IO.Pipelines;
using Codecs.Fuzz;
using Codecs.Pipelines;

namespace Codecs.Protocols.Tests.Calls;

public sealed class RpcTests
{
    private static readonly byte[] s_call = Sample.Get("Rpc", "RFC 5531 appendix A");
    private static readonly byte[] s_padded = Sample.Get("Rpc", "RFC 5531 section 9: a verifier");
    private static readonly byte[] s_accepted = Sample.Get("Rpc", "RFC 5531 section 9: accepted");
    private static readonly byte[] s_fragment = Sample.Get("RpcFragment", "RFC 5531 section 11: the only piece");

    [Fact]
    public void Parse()
    {
        Assert.True(Rpc.TryParse(s_call, out var rpc));
        Assert.Equal((0x12345678u, RpcMessageType.Call), (rpc.TransactionId, rpc.MessageType));
        Assert.True(rpc.TryGet(out RpcCall call));
        Assert.Equal((2u, 100000u, 2u, 3u, RpcFlavor.System, RpcFlavor.None), (call.RpcVersion, call.Program, call.ProgramVersion, call.Procedure, call.Credentials.Flavor, call.Verifier.Flavor));
        Assert.True(call.Credentials.TryGet(out RpcSystemAuthentication system));
        Assert.Equal("alice"u8, system.MachineName);
        Assert.Equal((1000u, 100u, 2, 27u), (system.UserId, system.GroupId, system.GroupIds.Count, system.GroupIds[1]));

        Assert.True(Rpc.TryParse(s_padded, out rpc));
        Assert.True(rpc.TryGet(out call));
        Assert.Equal("abcde"u8, call.Credentials.Body);
        Assert.Equal("args"u8, call.Arguments);

        Assert.True(Rpc.TryParse(s_accepted, out rpc));
        Assert.True(rpc.TryGet(out RpcReply reply));
        Assert.True(reply.TryGet(out RpcAccepted accepted));
        Assert.Equal((RpcAcceptStatus.Success, 4), (accepted.Status, accepted.Results.Length));
        Assert.True(Rpc.TryParse(Sample.Get("Rpc", "RFC 5531 section 9: denied"), out rpc));
        Assert.True(rpc.TryGet(out reply));
        Assert.True(reply.TryGet(out RpcDenied denied));
        Assert.Equal((0u, 2, 2u), (denied.Reason, denied.Details.Count, denied.Details[1]));
    }

    [Fact]
    public void Build()
    {
        byte[] arguments = [.. "args"u8];
        Assert.Equal(s_padded, (new Rpc { TransactionId = 0x12345678 } / new RpcCall
        {
            Program = 100000,
            ProgramVersion = 2,
            Procedure = 3,
            Credentials = new() { Flavor = RpcFlavor.Short, Body = "abcde"u8 },
            Arguments = arguments,
        }).ToArray());
        Assert.Throws<InvalidOperationException>(() => new RpcAuthentication { Body = new byte[401] }.ToArray());
    }

    [Fact]
    public void RoundTrip()
    {
        Assert.All(Sample.All.Where(sample => sample.Type == "Rpc"), sample => Expect.RoundTrip<Rpc>(sample.Bytes));
        Assert.All(Sample.All.Where(sample => sample.Type == "RpcFragment"), sample => Expect.RoundTrip<RpcFragment>(sample.Bytes));
    }

    [Fact]
    public void CutAtEveryLength()
    {
        Expect.Unfinished<RpcFragment>(s_fragment);
        Expect.Unfinished<RpcCall>(s_call[8..], s_call.Length - 8);
    }

    [Fact]
    public void WrongField()
    {
        Expect.Invalid<RpcCall>(s_call[8..].With(3, 3), ParseError.Value, nameof(RpcCall.RpcVersion), 0);
        Assert.Equal(ParseError.Requirement, RpcAuthentication.TryParse(Convert.FromHexString("00000000" + "00000191"), out _).Error);
    }

    [Fact]
    public async Task FromAPipe()
    {
        byte[][] pieces = [.. Sample.All.Where(sample => sample.Type == "RpcFragment").Select(sample => sample.Bytes)];
        byte[] stream = [.. pieces.SelectMany(piece => piece)];
        var pipe = new Pipe();
        foreach (byte value in stream)
            pipe.Writer.Write([value]);
        await pipe.Writer.FlushAsync();
        await pipe.Writer.CompleteAsync();
        using var reader = pipe.Reader.AsMessageReader<RpcFragment>(maxMessageSize: 65536);
        int count = 0;
        while (await reader.WaitToReadAsync())
        {
            while (reader.TryRead(out var fragment))
                Assert.Equal(pieces[count++], fragment.ToArray());
        }
        Assert.Equal(2, count);
    }
}

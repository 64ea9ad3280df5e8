using System.Net;
using System.Net.Sockets;

namespace Codecs.Protocols.Tests.Dns.Live;

/// <summary>Asks a server, over UDP, and over TCP if the answer was truncated (RFC 7766 section 5).</summary>
internal sealed class DnsTestClient(IPEndPoint server)
{
    private const int MillisecondsToWait = 2000;
    private const int Attempts = 10;

    private ushort _id = 0x1000;

    /// <summary>Was the last answer truncated at first?</summary>
    public bool WasTruncated { get; private set; }

    /// <summary>The response to a question.</summary>
    /// <param name="name">The name that is asked for.</param>
    /// <param name="type">The type that is asked for.</param>
    /// <param name="udpPayloadSize">The largest datagram by EDNS; 0 without EDNS.</param>
    public byte[] Ask(string name, DnsType type, ushort udpPayloadSize = 0)
    {
        Span<byte> query = stackalloc byte[512], scratch = stackalloc byte[DnsName.MaxLength];
        Assert.True(DnsName.TryParseText(name, scratch, out var question));
        var writer = new DnsMessage.Writer(query, new DnsMessage { Id = ++_id, RecursionDesired = true });
        Assert.True(writer.TryAddToQuestions(new DnsQuestion { Name = question, Type = type, Class = DnsClass.Internet }));
        if (udpPayloadSize != 0)
            Assert.True(writer.TryAddToAdditionals(new DnsRecord { Edns = new() { UdpPayloadSize = udpPayloadSize } } / new OptRecord()));
        Assert.True(writer.TryComplete(out int length));

        byte[] response = AskOverUdp(query[..length]);
        Assert.True(DnsMessage.TryParse(response, out var message));
        WasTruncated = message.Truncation;
        if (WasTruncated)
        {
            response = AskOverTcp(query[..length]);
            Assert.True(DnsMessage.TryParse(response, out message));
        }
        Assert.Equal((_id, true, false), (message.Id, message.IsResponse, message.Truncation));
        Assert.True(message.Questions.First.Name == question && message.Questions.First.Type == type);
        return response;
    }

    // The server may not listen yet: then the port is refused, or nothing comes.
    private byte[] AskOverUdp(ReadOnlySpan<byte> query)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp) { ReceiveTimeout = MillisecondsToWait };
        socket.Connect(server);
        byte[] response = new byte[65535];
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                socket.Send(query);
                return response[..socket.Receive(response)];
            }
            catch (SocketException) when (attempt < Attempts)
            {
                Thread.Sleep(100 * attempt);
            }
        }
    }

    private byte[] AskOverTcp(ReadOnlySpan<byte> query)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { ReceiveTimeout = MillisecondsToWait };
        socket.Connect(server);
        Assert.True(DnsMessage.TryParse(query, out var message));
        socket.Send(new DnsOverTcp { Message = message }.ToArray());
        byte[] received = new byte[65537];
        int length = 0;
        ParseResult result;
        DnsOverTcp response;
        while (!(result = DnsOverTcp.TryParse(received.AsSpan(0, length), out response)))
        {
            Assert.Equal(System.Buffers.OperationStatus.NeedMoreData, result.Status);
            int read = socket.Receive(received, length, received.Length - length, SocketFlags.None);
            Assert.NotEqual(0, read);
            length += read;
        }
        Assert.Equal(length, result.BytesConsumed);
        return received[2..length];
    }
}

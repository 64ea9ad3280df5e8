using System.IO.Pipelines;
using Codecs.Capture.Streams;
using Codecs.Pipelines;
using Codecs.Protocols;
using Codecs.Tool.Streams.Lines;

namespace Codecs.Tool.Streams;

/// <summary>FTP's control connection (RFC 959): <c>command</c> and <c>reply_line</c>; and <c>opaque</c>, what follows AUTH when that was accepted (RFC 4217).</summary>
/// <remarks>The n-th final reply answers the n-th command. At a gap the dialogue ends.</remarks>
public sealed class FtpDissector : IStreamDissector
{
    private static readonly byte[] s_tls = [.. "tls"u8];

    /// <inheritdoc/>
    public string Protocol => "ftp";

    /// <inheritdoc/>
    public IReadOnlyList<TcpPort> Ports { get; } = [TcpPort.Ftp];

    /// <inheritdoc/>
    public Task DissectAsync(TcpStreamPair connection, MessageWriter output)
    {
        ArgumentNullException.ThrowIfNull(connection);
        ArgumentNullException.ThrowIfNull(output);
        // The first is the greeting.
        var replies = new Sequence<ushort>();
        return Task.WhenAll(new Server(connection.FromServer, output, replies).ReadAsync(), new Client(connection.FromClient, output, replies).ReadAsync());
    }

    private sealed class Server(PipeReader stream, MessageWriter output, Sequence<ushort> replies) : ReplyStream(stream, output)
    {
        protected override bool TryParse(ReadOnlySpan<byte> line, out int code, out ReplyMark mark)
        {
            bool isLine = FtpReplyLine.TryParse(line, out var parsed);
            code = isLine ? (int)parsed.Code : 0;
            mark = parsed.Mark;
            return code != 0;
        }

        protected override ValueTask ContinueAsync(MessageReader<TextLine> lines)
        {
            // A preliminary reply is followed by another.
            if (Completed is not { } code || code / 100 == 1)
                return default;
            replies.Add((ushort)code);
            return code == (int)FtpReplyCode.SecurityExchangeComplete ? ReadOpaqueAsync(lines, s_tls) : default;
        }

        protected override void End() => replies.End();
    }

    private sealed class Client(PipeReader stream, MessageWriter output, Sequence<ushort> replies) : CommandStream(stream, output)
    {
        private long _commands;
        private bool _isAuthentication;

        protected override void Take(ReadOnlySpan<byte> line, long offset, int length, bool isEnded)
        {
            WriteCommand(line, offset, length, isEnded);
            _isAuthentication = FtpCommand.TryParse(WithEnd(line), out var command) && command.Verb.Value == FtpVerb.Authenticate;
        }

        protected override async ValueTask ContinueAsync(MessageReader<TextLine> lines)
        {
            _commands++;
            if (_isAuthentication && await replies.GetAsync(_commands).ConfigureAwait(false) == (ushort)FtpReplyCode.SecurityExchangeComplete)
                await ReadOpaqueAsync(lines, s_tls).ConfigureAwait(false);
        }

        protected override void End()
        {
        }
    }
}

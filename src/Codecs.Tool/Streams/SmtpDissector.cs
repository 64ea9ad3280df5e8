using System.Globalization;
using System.IO.Pipelines;
using System.Security.Cryptography;
using Codecs.Capture.Streams;
using Codecs.Pipelines;
using Codecs.Protocols;
using Codecs.Tool.Streams.Lines;

namespace Codecs.Tool.Streams;

/// <summary>
/// SMTP (RFC 5321): <c>command</c> and <c>reply_line</c>; <c>data</c>, the mail up to its dot, as long and with the digest that it has without doubled dots; <c>bdat_chunk</c>;
/// <c>auth_response</c>; and <c>opaque</c>, what follows STARTTLS.
/// </summary>
/// <remarks>
/// What a line of the client means depends on the reply to the one before: the n-th reply answers the n-th command, also where they are pipelined (RFC 2920). If the server's side was not
/// captured, DATA counts as accepted. At a gap the dialogue ends.
/// </remarks>
public sealed class SmtpDissector : IStreamDissector
{
    private static readonly byte[] s_tls = [.. "tls"u8];

    /// <inheritdoc/>
    public string Protocol => "smtp";

    /// <inheritdoc/>
    public IReadOnlyList<TcpPort> Ports { get; } = [TcpPort.Smtp, TcpPort.Submission];

    /// <inheritdoc/>
    public Task DissectAsync(TcpStreamPair connection, MessageWriter output)
    {
        ArgumentNullException.ThrowIfNull(connection);
        ArgumentNullException.ThrowIfNull(output);
        // Of the client, each thing that a reply answers; of the server, its replies, of which the first is the greeting.
        var commands = new Sequence<SmtpVerb>();
        var replies = new Sequence<ushort>();
        return Task.WhenAll(new Server(connection.FromServer, output, commands, replies).ReadAsync(), new Client(connection.FromClient, output, commands, replies).ReadAsync());
    }

    private sealed class Server(PipeReader stream, MessageWriter output, Sequence<SmtpVerb> commands, Sequence<ushort> replies) : ReplyStream(stream, output)
    {
        protected override bool TryParse(ReadOnlySpan<byte> line, out int code, out ReplyMark mark)
        {
            bool isReply = SmtpReplyLine.TryParse(line, out var parsed);
            code = isReply ? (int)parsed.Code : 0;
            mark = parsed.Mark;
            return isReply;
        }

        protected override async ValueTask ContinueAsync(MessageReader<TextLine> lines)
        {
            if (Completed is not { } code)
                return;
            long number = replies.Count;
            replies.Add((ushort)code);
            if (code == (int)SmtpReplyCode.Ready && number > 0 && await commands.GetAsync(number - 1).ConfigureAwait(false) == SmtpVerb.StartTls)
                await ReadOpaqueAsync(lines, s_tls).ConfigureAwait(false);
        }

        protected override void End() => replies.End();
    }

    private sealed class Client(PipeReader stream, MessageWriter output, Sequence<SmtpVerb> commands, Sequence<ushort> replies) : CommandStream(stream, output)
    {
        private const int PieceSize = 4096;

        private SmtpVerb _verb;
        private UInt128? _chunk;
        private bool _isLastChunk;
        private bool _isResponse;

        protected override void Take(ReadOnlySpan<byte> line, long offset, int length, bool isEnded)
        {
            _verb = default;
            _chunk = null;
            if (_isResponse)
            {
                Output.Begin(TcpRole.Client, "auth_response", offset, length);
                WriteEnding(isEnded);
                Output.Text("text", line);
                Output.End();
                return;
            }
            WriteCommand(line, offset, length, isEnded);
            // A line that ends with CR CR LF is not what it should be, but who sent it meant it.
            if (!SmtpCommand.TryParse(WithEnd(line.TrimEnd((byte)'\r')), out var command))
                return;
            _verb = command.Verb.Value;
            if (_verb == SmtpVerb.BinaryData)
                TakeChunk(command.Arguments);
        }

        protected override async ValueTask ContinueAsync(MessageReader<TextLine> lines)
        {
            long number = commands.Count + 1;
            var verb = _verb;
            commands.Add(verb);
            if (_isResponse || verb == SmtpVerb.Authenticate)
                _isResponse = await replies.GetAsync(number).ConfigureAwait(false) == (ushort)SmtpReplyCode.AuthenticationContinues;
            else if (verb == SmtpVerb.Data && (await replies.GetAsync(number).ConfigureAwait(false) ?? (ushort)SmtpReplyCode.StartMailInput) == (ushort)SmtpReplyCode.StartMailInput)
                await ReadDataAsync(lines).ConfigureAwait(false);
            else if (_chunk is { } size)
                await ReadChunkAsync(lines, size).ConfigureAwait(false);
            else if (verb == SmtpVerb.StartTls && await replies.GetAsync(number).ConfigureAwait(false) == (ushort)SmtpReplyCode.Ready)
                await ReadOpaqueAsync(lines, s_tls).ConfigureAwait(false);
        }

        protected override void End() => commands.End();

        // Of a size that no counter holds, what follows belongs to the chunk as far as it goes.
        private void TakeChunk(ReadOnlySpan<byte> arguments)
        {
            var result = SmtpChunk.TryParse(arguments, out var chunk);
            _isLastChunk = result && chunk.IsLast;
            if (result)
                _chunk = chunk.Size;
            else if (result.Error == ParseError.Value && arguments.IndexOfAnyExceptInRange((byte)'0', (byte)'9') is var length)
                (_chunk, _isLastChunk) = (Size(length < 0 ? arguments : arguments[..length]), length >= 0 && arguments[(length + 1)..].SequenceEqual("LAST"u8));
        }

        private static UInt128 Size(ReadOnlySpan<byte> digits) => UInt128.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var size) ? size : UInt128.MaxValue;

        private async ValueTask ReadDataAsync(MessageReader<TextLine> lines)
        {
            long start = Place(lines);
            lines.Release();
            using var body = new BodyReader<DotStuffingDecoder>(Stream, default);
            using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            byte[] piece = new byte[PieceSize];
            long length = 0;
            bool isEnded = true;
            try
            {
                while (await body.WaitToReadAsync().ConfigureAwait(false))
                {
                    while (body.TryRead(piece, out int written))
                    {
                        digest.AppendData(piece, 0, written);
                        length += written;
                    }
                }
            }
            catch (MessageReadException e) when (e.Error == MessageReadError.Incomplete)
            {
                isEnded = false;
            }
            Advance(body.BytesConsumed);
            Output.Begin(TcpRole.Client, "data", start, body.BytesConsumed);
            Output.Number("body_len", (UInt128)(body.BytesConsumed - (isEnded ? 3 : 0)));
            Output.Flag("terminated", isEnded);
            Output.Number("unstuffed_len", (UInt128)length);
            Output.Hex("unstuffed_sha256", digest.GetHashAndReset());
            Output.End();
            // The end of the mail is answered, too.
            if (isEnded)
                commands.Add(default);
        }

        private async ValueTask ReadChunkAsync(MessageReader<TextLine> lines, UInt128 size)
        {
            long start = Place(lines);
            lines.Release();
            long most = size > long.MaxValue ? long.MaxValue : (long)size;
            using var body = new BodyReader(Stream, most);
            try
            {
                while (await body.WaitToReadAsync().ConfigureAwait(false))
                    body.TryRead(out _);
            }
            catch (MessageReadException e) when (e.Error == MessageReadError.Incomplete)
            {
                // What there is of it is shown.
            }
            long length = most - body.Remaining;
            Advance(length);
            Output.Begin(TcpRole.Client, "bdat_chunk", start, length);
            Output.Number("declared", size);
            Output.Flag("last", _isLastChunk);
            Output.Flag("complete", (UInt128)length == size);
            Output.End();
        }
    }
}

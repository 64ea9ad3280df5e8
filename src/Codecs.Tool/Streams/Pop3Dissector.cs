using Codecs.Capture.Streams;
using Codecs.Protocols;

namespace Codecs.Tool.Streams;

/// <summary>
/// POP3: commands, answers and the lines behind them; up to STLS, where another protocol begins. Which answers have lines depends on the command, so each command is read before its answer. Lines that end with LF
/// alone, which RFC 1939 knows not, are shown as such and taken for what they seem to be.
/// </summary>
internal sealed class Pop3Dissector : IStreamDissector
{
    public string Protocol => "pop3";

    public IReadOnlyList<TcpPort> Ports => [TcpPort.Pop3];

    public Task DissectAsync(TcpStreamPair connection, MessageWriter output) => new Session(connection, output).RunAsync();

    private enum Answer
    {
        None,
        Ok,
        Error,
        Continue,
        Other,
    }

    private sealed class Session(TcpStreamPair connection, MessageWriter output)
    {
        private readonly TextLines _client = new(connection.FromClient);
        private readonly TextLines _server = new(connection.FromServer);
        private Pop3Keyword _keyword;
        private bool _hasLines, _hasArguments;

        public async Task RunAsync()
        {
            await AnswerAsync().ConfigureAwait(false);
            while (await _client.ReadAsync().ConfigureAwait(false))
            {
                Command();
                var answer = await AnswerAsync().ConfigureAwait(false);
                while (answer == Answer.Continue && await _client.ReadAsync().ConfigureAwait(false))
                {
                    Line(TcpRole.Client, "response", _client);
                    answer = await AnswerAsync().ConfigureAwait(false);
                }
                if (answer == Answer.Ok && _keyword == Pop3Keyword.StartTls)
                {
                    await Task.WhenAll(StreamRest.WriteAsync(connection.FromClient, TcpRole.Client, _client.End, output), StreamRest.WriteAsync(connection.FromServer, TcpRole.Server, _server.End, output)).ConfigureAwait(false);
                    return;
                }
                if (answer == Answer.Ok && _hasLines)
                    await LinesAsync().ConfigureAwait(false);
            }
            while (await AnswerAsync().ConfigureAwait(false) != Answer.None)
            {
            }
        }

        private void Command()
        {
            output.Begin(TcpRole.Client, "command", _client.Offset, _client.Bytes.Length);
            output.Text("text", _client.Text);
            output.Text("eol", _client.Ending);
            output.End();
            Take([.. _client.Text, (byte)'\r', (byte)'\n']);
        }

        private void Take(ReadOnlySpan<byte> line)
        {
            bool isCommand = Pop3Command.TryParse(line, out var command);
            _keyword = isCommand ? command.Keyword.Value : default;
            _hasLines = isCommand && command.IsAnsweredByLines;
            _hasArguments = isCommand && !command.Arguments.IsEmpty;
        }

        private async Task<Answer> AnswerAsync()
        {
            if (!await _server.ReadAsync().ConfigureAwait(false))
                return Answer.None;
            var answer = Indicator([.. _server.Text, (byte)'\r', (byte)'\n']);
            Line(TcpRole.Server, answer == Answer.Other ? "line" : "reply", _server);
            // Of AUTH alone some servers list their mechanisms; with a mechanism, "+" asks to go on.
            return answer == Answer.Continue && (_keyword != Pop3Keyword.Authenticate || !_hasArguments) ? Answer.Other : answer;
        }

        private async Task LinesAsync()
        {
            while (await _server.ReadAsync().ConfigureAwait(false))
            {
                Line(TcpRole.Server, "line", _server);
                if (_server.Text.SequenceEqual("."u8))
                    return;
            }
        }

        private void Line(TcpRole sender, string type, TextLines line)
        {
            output.Begin(sender, type, line.Offset, line.Bytes.Length);
            output.Text("text", line.Text);
            output.Text("eol", line.Ending);
            output.End();
        }

        private static Answer Indicator(ReadOnlySpan<byte> line) => !Pop3Reply.TryParse(line, out var reply) ? Answer.Other : reply.Indicator.Value switch
        {
            Pop3Indicator.Ok => Answer.Ok,
            Pop3Indicator.Error => Answer.Error,
            _ => Answer.Continue,
        };
    }
}

using Codecs.Capture.Streams;
using Codecs.Protocols;

namespace Codecs.Tool.Streams;

/// <summary>IMAP: commands with their literals, responses, and the lines of a client that are neither; up to STARTTLS, where another protocol begins.</summary>
internal sealed class ImapDissector : IStreamDissector
{
    private const int MaxMessageSize = 64 << 20;

    public string Protocol => "imap";

    public IReadOnlyList<TcpPort> Ports => [TcpPort.Imap];

    public Task DissectAsync(TcpStreamPair connection, MessageWriter output) => new Session(connection, output).RunAsync();

    private sealed class Session(TcpStreamPair connection, MessageWriter output)
    {
        private readonly MessageCursor _client = new(connection.FromClient, TcpRole.Client, output, MaxMessageSize);
        private readonly MessageCursor _server = new(connection.FromServer, TcpRole.Server, output, MaxMessageSize);

        // Tags of commands that are complete before they were waited for: several may be under way.
        private readonly HashSet<string> _complete = [];
        private string _tag = "";
        private ImapVerb _verb;
        private bool _isContinuation, _isTls;

        public async Task RunAsync()
        {
            await _server.ReadAsync<ImapResponse>(Take).ConfigureAwait(false);
            while (!_isTls && await _client.ReadAsync<ImapCommand>(Take).ConfigureAwait(false))
                await WaitAsync().ConfigureAwait(false);
            if (_isTls)
            {
                await Task.WhenAll(_client.WriteRestAsync(), _server.WriteRestAsync()).ConfigureAwait(false);
                return;
            }
            while (await _server.ReadAsync<ImapResponse>(Take).ConfigureAwait(false))
            {
            }
        }

        /// <summary>Reads responses until the command is complete, and lines of the client that a continuation asks for.</summary>
        private async Task WaitAsync()
        {
            while (!_complete.Remove(_tag) && await _server.ReadAsync<ImapResponse>(Take).ConfigureAwait(false))
            {
                if (_isContinuation && _verb is ImapVerb.Authenticate or ImapVerb.Idle)
                    await _client.ReadAsync<ImapLine>(Take).ConfigureAwait(false);
                _isContinuation = false;
            }
        }

        private void Take(scoped in ImapCommand command, long offset, long length)
        {
            _tag = System.Text.Encoding.Latin1.GetString(command.Tag);
            _verb = command.Verb.Value;
            output.Begin(TcpRole.Client, "command", offset, length);
            output.Text("tag", command.Tag);
            output.Text("verb", command.Verb.Bytes);
            output.Text("arguments", command.Arguments.Bytes);
            output.End();
        }

        private void Take(scoped in ImapResponse response, long offset, long length)
        {
            output.Begin(TcpRole.Server, "response", offset, length);
            output.Text("tag", response.Tag);
            output.Text("text", response.Text.Bytes);
            output.End();
            _isContinuation = response.IsContinuation;
            if (_isContinuation || response.IsUntagged)
                return;
            _complete.Add(System.Text.Encoding.Latin1.GetString(response.Tag));
            _isTls = _verb == ImapVerb.StartTls && response.Status == ImapStatus.Ok;
        }

        private void Take(scoped in ImapLine line, long offset, long length)
        {
            output.Begin(TcpRole.Client, "line", offset, length);
            output.Text("text", line.Text);
            output.End();
        }
    }
}

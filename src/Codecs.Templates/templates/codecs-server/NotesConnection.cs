using System.Buffers;
using System.Collections.Concurrent;
using System.Text;
using Codecs;
using Codecs.Pipelines;
using Microsoft.AspNetCore.Connections;

namespace Notes;

/// <summary>Serves one connection: waits for input, answers all commands that came, sends the answers.</summary>
public sealed class NotesConnection(ConcurrentDictionary<string, string> notes) : ConnectionHandler
{
    /// <inheritdoc/>
    public override async Task OnConnectedAsync(ConnectionContext connection)
    {
        using var commands = connection.Transport.Input.AsMessageReader<NotesCommand>(maxMessageSize: 512);
        var output = connection.Transport.Output;
        bool isOpen = true;
        while (isOpen)
        {
            try
            {
                if (!await commands.WaitToReadAsync(connection.ConnectionClosed))
                    break;
                while (isOpen && commands.TryRead(out var command))
                    isOpen = Answer(command, output);
            }
            catch (MessageReadException e) when (e.Error != MessageReadError.Incomplete)
            {
                // Too long a line, or one with a bare CR or LF: what is behind it can still be served.
                output.Write(new NotesReply { Code = 500, Text = "that is no line"u8 });
                commands.SkipPast("\r\n"u8);
            }
            catch (Exception e) when (e is MessageReadException or OperationCanceledException)
            {
                break;
            }
            await output.FlushAsync();
        }
    }

    private bool Answer(NotesCommand command, IBufferWriter<byte> output)
    {
        if (command.TryGet(out NotesSet set))
        {
            notes[Encoding.UTF8.GetString(set.Name)] = Encoding.UTF8.GetString(set.Value);
            output.Write(new NotesReply { Code = 200, Text = "kept"u8 });
        }
        else if (command.TryGet(out NotesGet get))
        {
            bool isThere = notes.TryGetValue(Encoding.UTF8.GetString(get.Name), out string? value);
            output.Write(new NotesReply { Code = (ushort)(isThere ? 200 : 404), Text = Encoding.UTF8.GetBytes(value ?? "no such note") });
        }
        else if (command.Verb.Value == NotesVerb.Quit)
        {
            output.Write(new NotesReply { Code = 221, Text = "bye"u8 });
            return false;
        }
        else
        {
            output.Write(new NotesReply { Code = 500, Text = "SET name value, GET name, QUIT"u8 });
        }
        return true;
    }
}

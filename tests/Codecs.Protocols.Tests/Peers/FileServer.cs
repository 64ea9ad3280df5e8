using System.Collections.Concurrent;
using System.IO.Pipelines;
using System.Net;
using System.Net.Sockets;
using Codecs.Pipelines;
using static Codecs.Protocols.Tests.TextLines;

namespace Codecs.Protocols.Tests.Peers;

/// <summary>A small FTP server made of the definitions: one directory in memory, for everybody; data connections in all four ways.</summary>
internal sealed class FileServer : ConnectionServer
{
    public FileServer() => Start();

    public ConcurrentDictionary<string, byte[]> Files { get; } = new();

    /// <summary>The verbs of all commands that came.</summary>
    public ConcurrentQueue<FtpVerb> Verbs { get; } = new();

    protected override async Task ServeAsync(PipeReader input, PipeWriter output)
    {
        using var session = new Session(this, output);
        using var commands = input.AsMessageReader<FtpCommand>(16386);
        output.Write(new FtpReplyLine { Code = FtpReplyCode.ServiceReady, Text = "test.example"u8 });
        await output.FlushAsync();
        while (!session.IsOver && await commands.WaitToReadAsync())
        {
            while (!session.IsOver && Read(commands, session))
            {
                await output.FlushAsync();
                if (session.Transfer is { } transfer)
                    await transfer();
            }
            await output.FlushAsync();
        }
    }

    private static bool Read(MessageReader<FtpCommand> commands, Session session)
    {
        if (commands.TryRead(out var command, out var result))
        {
            session.Take(in command);
            return true;
        }
        if (!result.IsMalformed)
            return false;
        commands.SkipPast("\r\n"u8);
        session.Reply(FtpReplyCode.CommandUnrecognized, "What?"u8);
        return true;
    }

    private sealed class Session(FileServer server, PipeWriter output) : IDisposable
    {
        private static readonly IPv4Address s_address = new(127, 0, 0, 1);

        private TcpListener? _passive;
        private IPEndPoint? _active;
        private ulong _start;
        private string _renamed = "";

        public bool IsOver { get; private set; }

        /// <summary>What is to be sent or received over a data connection.</summary>
        public Func<Task>? Transfer { get; private set; }

        public void Dispose() => _passive?.Dispose();

        public void Reply(FtpReplyCode code, ReadOnlySpan<byte> text) => output.Write(new FtpReplyLine { Code = code, Text = text });

        public void Take(scoped in FtpCommand command)
        {
            var verb = command.Verb.Value;
            server.Verbs.Enqueue(verb);
            Transfer = null;
            string path = command.TryGet(out FtpPathname pathname) ? Latin(pathname.Pathname).TrimStart('/') : "";
            switch (verb)
            {
                case FtpVerb.User:
                    Reply(FtpReplyCode.NeedPassword, "password?"u8);
                    break;
                case FtpVerb.Password:
                    Reply(FtpReplyCode.UserLoggedIn, "welcome"u8);
                    break;
                case FtpVerb.System:
                    Reply(FtpReplyCode.SystemType, "UNIX Type: L8"u8);
                    break;
                case FtpVerb.Features:
                    WriteFeatures();
                    break;
                case FtpVerb.PrintWorkingDirectory:
                    output.Write(new FtpReplyLine { Code = FtpReplyCode.PathnameCreated } / new FtpPathnameText { Pathname = "/"u8 });
                    break;
                case FtpVerb.RepresentationType when command.TryGet(out FtpType type) && type.Type.IsKnown:
                case FtpVerb.Options or FtpVerb.NoOperation or FtpVerb.ChangeWorkingDirectory or FtpVerb.Client:
                    Reply(FtpReplyCode.CommandOkay, "ok"u8);
                    break;
                case FtpVerb.Passive:
                    output.Write(new FtpReplyLine { Code = FtpReplyCode.EnteringPassiveMode } / FtpPassiveText.Create(s_address, Listen()));
                    break;
                case FtpVerb.ExtendedPassive:
                    output.Write(new FtpReplyLine { Code = FtpReplyCode.EnteringExtendedPassiveMode } / FtpExtendedPassiveText.Create(Listen()));
                    break;
                case FtpVerb.DataPort when command.TryGet(out FtpHostPort port):
                    _active = new(port.Address.ToIPAddress(), port.Port);
                    Reply(FtpReplyCode.CommandOkay, "ok"u8);
                    break;
                case FtpVerb.ExtendedPort when command.TryGet(out FtpExtendedPort port) && port.Address.TryGet(out IPv4Address address):
                    _active = new(address.ToIPAddress(), port.Port);
                    Reply(FtpReplyCode.CommandOkay, "ok"u8);
                    break;
                case FtpVerb.Restart when command.TryGet(out FtpRestart restart) && restart.TryGetOffset(out _start):
                    Reply(FtpReplyCode.FileActionPending, "from there"u8);
                    break;
                case FtpVerb.Size when server.Files.TryGetValue(path, out byte[]? file):
                    output.Write(new FtpReplyLine { Code = FtpReplyCode.FileStatus } / new FtpFileSize { Size = (ulong)file.Length });
                    break;
                case FtpVerb.ModificationTime when server.Files.ContainsKey(path):
                    output.Write(new FtpReplyLine { Code = FtpReplyCode.FileStatus } / new FtpFileTime { Time = new(DateTimeOffset.UnixEpoch) });
                    break;
                case FtpVerb.Retrieve when server.Files.TryGetValue(path, out byte[]? file):
                    Send(file[(int)Math.Min(_start, (ulong)file.Length)..]);
                    break;
                case FtpVerb.Store:
                    Open(async data =>
                    {
                        var content = new MemoryStream();
                        await data.CopyToAsync(content);
                        server.Files[path] = content.ToArray();
                    });
                    break;
                case FtpVerb.List:
                    Send(Listing());
                    break;
                case FtpVerb.NameList:
                    Send(Latin(string.Concat(server.Files.Keys.Select(name => name + "\r\n"))));
                    break;
                case FtpVerb.MachineDirectoryListing:
                    Send(MachineListing());
                    break;
                case FtpVerb.Delete when server.Files.TryRemove(path, out _):
                    Reply(FtpReplyCode.FileActionCompleted, "gone"u8);
                    break;
                case FtpVerb.RenameFrom when server.Files.ContainsKey(path):
                    _renamed = path;
                    Reply(FtpReplyCode.FileActionPending, "into what?"u8);
                    break;
                case FtpVerb.RenameTo when server.Files.TryRemove(_renamed, out byte[]? file):
                    server.Files[path] = file;
                    Reply(FtpReplyCode.FileActionCompleted, "done"u8);
                    break;
                case FtpVerb.Logout:
                    Reply(FtpReplyCode.ServiceClosing, "bye"u8);
                    IsOver = true;
                    break;
                default:
                    Reply(command.Verb.IsKnown ? FtpReplyCode.FileNotAvailable : FtpReplyCode.CommandUnrecognized, "no"u8);
                    break;
            }
        }

        private void WriteFeatures() => output.Write(new FtpFeatureReply
        {
            Title = "Features:"u8,
            Features = new ListBuilder<FtpFeatureLine>
            {
                new() { Name = FtpFeatureName.Size }, new() { Name = FtpFeatureName.ModificationTime }, new() { Name = FtpFeatureName.ExtendedPassive },
                new() { Name = FtpFeatureName.Restart, Parameters = "STREAM"u8 },
                new FtpFeatureLine() / new FtpFactSelection
                {
                    Facts = new ListBuilder<FtpSelectedFact> { new() { Name = FtpFactName.Type, Star = new("*"u8) }, new() { Name = FtpFactName.Size, Star = new("*"u8) }, new() { Name = FtpFactName.Modify, Star = new("*"u8) } },
                },
            },
            Ending = "End"u8,
        });

        private byte[] Listing()
        {
            var lines = new MemoryStream();
            foreach (var (name, content) in server.Files)
            {
                var entry = new FtpUnixEntry
                {
                    Type = FtpUnixFileType.File,
                    Permissions = "rw-r--r--"u8,
                    Links = 1,
                    Owner = "anna"u8,
                    Group = "users"u8,
                    Size = (ulong)content.Length,
                    Month = FtpMonth.January,
                    Day = 1,
                    YearOrTime = "1970"u8,
                    NameAndTarget = Latin(name),
                };
                lines.Write(new FtpListLine { Text = entry.ToArray() }.ToArray());
            }
            return lines.ToArray();
        }

        private byte[] MachineListing()
        {
            var lines = new MemoryStream();
            foreach (var (name, content) in server.Files)
            {
                lines.Write(new FtpEntryLine
                {
                    Entry = new()
                    {
                        Facts = new ListBuilder<FtpFact>
                        {
                            new FtpFact() / new FtpFileType { Type = FtpFileTypeName.File }, new FtpFact() / new FtpFileSize { Size = (ulong)content.Length },
                            new FtpFact { Name = FtpFactName.Modify } / new FtpFileTime { Time = new(DateTimeOffset.UnixEpoch) },
                        },
                        Pathname = Latin(name),
                    },
                }.ToArray());
            }
            return lines.ToArray();
        }

        private ushort Listen()
        {
            _passive?.Dispose();
            _active = null;
            _passive = new(IPAddress.Loopback, 0);
            _passive.Start();
            return (ushort)((IPEndPoint)_passive.LocalEndpoint).Port;
        }

        private void Send(byte[] content) => Open(async data => await data.WriteAsync(content));

        private void Open(Func<NetworkStream, Task> transfer)
        {
            _start = 0;
            if (_active is null && _passive is null)
            {
                Reply(FtpReplyCode.CannotOpenDataConnection, "where?"u8);
                return;
            }
            Reply(FtpReplyCode.OpeningDataConnection, "here it comes"u8);
            Transfer = async () =>
            {
                using (var connection = _active is null ? await _passive!.AcceptTcpClientAsync() : new TcpClient())
                {
                    if (_active is not null)
                        await connection.ConnectAsync(_active);
                    await transfer(connection.GetStream());
                }
                Reply(FtpReplyCode.ClosingDataConnection, "done"u8);
                await output.FlushAsync();
            };
        }
    }
}

using System.Buffers;
using System.IO.Pipelines;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Codecs.Pipelines;
using static Codecs.Protocols.Tests.TextLines;

namespace Codecs.Protocols.Tests.Peers;

/// <summary>A mail that was taken; over TLS or not.</summary>
internal sealed record ReceivedMail(string Client, string? User, string From, IReadOnlyList<string> To, string Text, bool IsSecret);

/// <summary>A small SMTP server made of the definitions: it takes every mail, at once or in chunks, from users with the password <c>secret</c> or from nobody in particular.</summary>
internal sealed class MailServer : ConnectionServer
{
    private readonly List<ReceivedMail> _mails = [];
    private readonly X509Certificate2? _certificate;

    /// <param name="certificate">If there is one, STARTTLS is offered (RFC 3207).</param>
    public MailServer(X509Certificate2? certificate = null)
    {
        _certificate = certificate;
        Start();
    }

    public IReadOnlyList<ReceivedMail> Mails
    {
        get
        {
            lock (_mails)
                return [.. _mails];
        }
    }

    protected override async Task ServeAsync(PipeReader input, PipeWriter output)
    {
        var session = new Session(output, Add) { CanStartTls = _certificate is not null };
        await session.GreetAsync();
        await ServeAsync(input, output, session);
        if (session.Next != Next.Tls)
            return;
        // Nothing of what was said before counts (RFC 3207 section 4.2): it is another session, without a greeting.
        await using var secret = new SslStream(new PipeStream(input, output));
        await secret.AuthenticateAsServerAsync(_certificate!);
        var secretOutput = PipeWriter.Create(secret);
        await ServeAsync(PipeReader.Create(secret), secretOutput, new Session(secretOutput, Add) { IsSecret = true });
    }

    private static async Task ServeAsync(PipeReader input, PipeWriter output, Session session)
    {
        using var commands = input.AsMessageReader<SmtpCommand>(12290);
        using var responses = input.AsMessageReader<SaslResponse>(12290);
        while (!session.IsOver && await commands.WaitToReadAsync())
        {
            while (!session.IsOver && Read(commands, session))
            {
                if (session.Next == Next.Command)
                    continue;
                // What follows STARTTLS was not said in secret: to take it for that would let anybody add to what is (RFC 3207 section 6).
                if (session.Next == Next.Tls && !commands.Unread.IsEmpty)
                    throw new InvalidDataException("There is more behind STARTTLS.");
                session.AcceptTls();
                await output.FlushAsync();
                commands.Release();
                if (session.Next == Next.Tls)
                    return;
                while (session.Next == Next.Response && await responses.WaitToReadAsync())
                {
                    if (responses.TryRead(out var response))
                        session.Take(in response);
                    await output.FlushAsync();
                }
                responses.Release();
                if (session.Next == Next.Data)
                {
                    using var data = new BodyReader<DotStuffingDecoder>(input, default);
                    await session.TakeAsync(async mail => await data.CopyToAsync(mail));
                    session.EndMail(data.Decoder.HasBareCr || data.Decoder.HasBareLf);
                }
                else if (session.Next == Next.Chunk)
                {
                    using var chunk = new BodyReader(input, session.ChunkSize);
                    await session.TakeAsync(async mail => await chunk.CopyToAsync(mail));
                    session.EndChunk();
                }
            }
            await output.FlushAsync();
        }
    }

    private static bool Read(MessageReader<SmtpCommand> commands, Session session)
    {
        if (commands.TryRead(out var command, out var result))
        {
            session.Take(in command);
            return true;
        }
        if (!result.IsMalformed)
            return false;
        commands.SkipPast("\r\n"u8);
        session.Reply(SmtpReplyCode.CommandUnrecognized, new(5, 5, 2), "What?"u8);
        return true;
    }

    private void Add(ReceivedMail mail)
    {
        lock (_mails)
            _mails.Add(mail);
    }

    private enum Next
    {
        Command,
        Data,
        Chunk,
        Response,
        Tls,
    }

    private sealed class Session(PipeWriter output, Action<ReceivedMail> add)
    {
        private readonly MemoryStream _mail = new();
        private readonly List<string> _to = [];
        private string _client = "";
        private string? _user;
        private string? _from;
        private string? _login;
        private bool _isLastChunk;
        private bool _isPlain;

        public Next Next { get; private set; }

        public bool IsOver { get; private set; }

        public bool CanStartTls { get; init; }

        public bool IsSecret { get; init; }

        public long ChunkSize { get; private set; }

        public async Task GreetAsync()
        {
            output.Write(new SmtpReplyLine { Code = SmtpReplyCode.Ready, Text = "test.example ESMTP"u8 });
            await output.FlushAsync();
        }

        public void AcceptTls()
        {
            if (Next == Next.Tls)
                Reply(SmtpReplyCode.Ready, new(2, 0, 0), "go ahead"u8);
        }

        public void Reply(SmtpReplyCode code, EnhancedStatus status, ReadOnlySpan<byte> text) => output.Write(new SmtpReplyLine { Code = code, Status = status, Text = text });

        public void Take(scoped in SmtpCommand command)
        {
            Next = Next.Command;
            switch (command.Verb.Value)
            {
                case SmtpVerb.ExtendedHello when command.TryGet(out SmtpHello hello):
                    _client = hello.Domain.ToString();
                    Welcome();
                    break;
                case SmtpVerb.Hello when command.TryGet(out SmtpHello hello):
                    _client = hello.Domain.ToString();
                    Reply(SmtpReplyCode.Ok, default, "test.example"u8);
                    break;
                case SmtpVerb.Mail when command.TryGet(out SmtpMail mail):
                    _from = mail.Path.ToString();
                    Reply(SmtpReplyCode.Ok, new(2, 1, 0), "ok"u8);
                    break;
                case SmtpVerb.Recipient when command.TryGet(out SmtpRecipient recipient):
                    _to.Add(recipient.Path.ToString());
                    Reply(SmtpReplyCode.Ok, new(2, 1, 5), "ok"u8);
                    break;
                case SmtpVerb.Data when _from is not null && _to.Count > 0:
                    Reply(SmtpReplyCode.StartMailInput, default, "go ahead"u8);
                    Next = Next.Data;
                    break;
                case SmtpVerb.BinaryData when command.TryGet(out SmtpChunk chunk):
                    (ChunkSize, _isLastChunk, Next) = ((long)chunk.Size, chunk.IsLast, Next.Chunk);
                    break;
                case SmtpVerb.Authenticate when command.TryGet(out SmtpAuthentication authentication):
                    Authenticate(in authentication);
                    break;
                case SmtpVerb.Reset:
                    Forget();
                    Reply(SmtpReplyCode.Ok, new(2, 0, 0), "ok"u8);
                    break;
                case SmtpVerb.NoOperation:
                    Reply(SmtpReplyCode.Ok, new(2, 0, 0), "ok"u8);
                    break;
                case SmtpVerb.StartTls when CanStartTls && command.Arguments.IsEmpty:
                    Next = Next.Tls;
                    break;
                case SmtpVerb.Quit:
                    Reply(SmtpReplyCode.Closing, new(2, 0, 0), "bye"u8);
                    IsOver = true;
                    break;
                case SmtpVerb.Data:
                    Reply(SmtpReplyCode.BadSequence, new(5, 5, 1), "MAIL and RCPT first"u8);
                    break;
                default:
                    Reply(command.Verb.IsKnown ? SmtpReplyCode.SyntaxError : SmtpReplyCode.CommandUnrecognized, new(5, 5, 0), "no"u8);
                    break;
            }
        }

        public void Take(scoped in SaslResponse response)
        {
            Span<byte> text = stackalloc byte[response.Text.Length];
            Next = Next.Command;
            if (response.IsCancelled || !response.TryDecode(text, out int length))
                Reply(SmtpReplyCode.SyntaxError, new(5, 5, 2), "no"u8);
            else if (_isPlain)
                TakePlain(text[..length]);
            else if (_login is null)
                Prompt("Password:"u8, Latin(text[..length]));
            else
                EndAuthentication(_login, text[..length]);
        }

        public async Task TakeAsync(Func<PipeWriter, Task> copy)
        {
            var writer = PipeWriter.Create(_mail, new StreamPipeWriterOptions(leaveOpen: true));
            await copy(writer);
            await writer.CompleteAsync();
        }

        public void EndMail(bool isSmuggling)
        {
            if (isSmuggling)
                Reply(SmtpReplyCode.TransactionFailed, new(5, 6, 0), "bare CR or LF"u8);
            else
                EndMail();
            Forget();
        }

        public void EndChunk()
        {
            Next = Next.Command;
            if (_from is null || _to.Count == 0)
                Reply(SmtpReplyCode.BadSequence, new(5, 5, 1), "MAIL and RCPT first"u8);
            else if (_isLastChunk)
                EndMail();
            else
                Reply(SmtpReplyCode.Ok, new(2, 0, 0), "go on"u8);
            if (_isLastChunk)
                Forget();
        }

        private void EndMail()
        {
            add(new(_client, _user, _from!, [.. _to], Latin(_mail.ToArray()), IsSecret));
            Reply(SmtpReplyCode.Ok, new(2, 0, 0), "taken"u8);
        }

        private void Forget()
        {
            Next = Next.Command;
            _from = null;
            _to.Clear();
            _mail.SetLength(0);
        }

        private void Welcome() => output.Write(new SmtpHelloReply
        {
            Greeting = new() { Code = SmtpReplyCode.Ok, Mark = ReplyMark.More, Text = "test.example"u8 },
            Extensions = new ListBuilder<SmtpExtensionLine>
            {
                new() { Code = SmtpReplyCode.Ok, Mark = ReplyMark.More, Keyword = SmtpExtensionKeyword.Pipelining },
                new() { Code = SmtpReplyCode.Ok, Mark = ReplyMark.More, Keyword = SmtpExtensionKeyword.EightBitMime },
                new() { Code = SmtpReplyCode.Ok, Mark = ReplyMark.More, Keyword = SmtpExtensionKeyword.Chunking },
                new() { Code = SmtpReplyCode.Ok, Mark = ReplyMark.More, Keyword = CanStartTls ? SmtpExtensionKeyword.StartTls : SmtpExtensionKeyword.EnhancedStatusCodes },
                new SmtpExtensionLine { Code = SmtpReplyCode.Ok, Mark = ReplyMark.More } / new SmtpSizeExtension { MaxSize = 1 << 20 },
                new SmtpExtensionLine { Code = SmtpReplyCode.Ok } / new SmtpAuthenticationExtension
                {
                    Mechanisms = new ListBuilder<SaslMechanismName> { new() { Mechanism = SaslMechanism.Plain }, new() { Mechanism = SaslMechanism.Login } },
                },
            },
        });

        private void Authenticate(scoped in SmtpAuthentication authentication)
        {
            Span<byte> text = stackalloc byte[authentication.InitialResponse.Length];
            _isPlain = authentication.Mechanism.Value == SaslMechanism.Plain;
            if (_isPlain && authentication.TryDecode(text, out int length))
                TakePlain(text[..length]);
            else if (_isPlain && text.IsEmpty)
                Prompt(default, null);
            else if (authentication.Mechanism.Value == SaslMechanism.Login)
                Prompt("Username:"u8, null);
            else
                Reply(SmtpReplyCode.ParameterNotImplemented, new(5, 5, 4), "no"u8);
        }

        private void TakePlain(ReadOnlySpan<byte> text)
        {
            if (SaslPlain.TryParse(text, out var plain))
                EndAuthentication(Latin(plain.AuthenticationId), plain.Password);
            else
                Reply(SmtpReplyCode.SyntaxError, new(5, 5, 2), "no"u8);
        }

        private void Prompt(ReadOnlySpan<byte> text, string? login)
        {
            _login = login;
            Next = Next.Response;
            output.Write(new SmtpReplyLine { Code = SmtpReplyCode.AuthenticationContinues, Text = Latin(Convert.ToBase64String(text)) });
        }

        private void EndAuthentication(string user, ReadOnlySpan<byte> password)
        {
            bool isRight = password.SequenceEqual("secret"u8);
            _user = isRight ? user : null;
            _login = null;
            Reply(isRight ? SmtpReplyCode.AuthenticationSucceeded : SmtpReplyCode.AuthenticationFailed, isRight ? new(2, 7, 0) : new(5, 7, 8), "so be it"u8);
        }
    }
}

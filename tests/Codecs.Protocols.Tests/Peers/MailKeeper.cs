using System.IO.Pipelines;
using Codecs.Pipelines;

namespace Codecs.Protocols.Tests.Peers;

/// <summary>The server of README: <see cref="ReadmeTests"/> sees to it that what is there is what is here.</summary>
internal static class MailKeeper
{
    // README begins here.
    private static async Task ServeAsync(PipeReader input, PipeWriter output, PipeWriter mailbox)
    {
        using var commands = input.AsMessageReader<SmtpCommand>(maxMessageSize: 2048);
        output.Write(new SmtpReplyLine { Code = SmtpReplyCode.Ready, Text = "keeper.example"u8 });
        for (var verb = default(SmtpVerb); verb != SmtpVerb.Quit;)
        {
            await output.FlushAsync();
            if (!await commands.WaitToReadAsync())
                return;
            while (verb != SmtpVerb.Quit && (commands.TryRead(out var command, out var result) || result.IsMalformed))
            {
                verb = command.Verb.Value;
                var code = verb switch
                {
                    SmtpVerb.ExtendedHello or SmtpVerb.Hello or SmtpVerb.Reset or SmtpVerb.NoOperation => SmtpReplyCode.Ok,
                    SmtpVerb.Mail => command.TryGet(out SmtpMail _) ? SmtpReplyCode.Ok : SmtpReplyCode.SyntaxError,
                    SmtpVerb.Recipient => command.TryGet(out SmtpRecipient _) ? SmtpReplyCode.Ok : SmtpReplyCode.SyntaxError,
                    SmtpVerb.Data => SmtpReplyCode.StartMailInput,
                    SmtpVerb.Quit => SmtpReplyCode.Closing,
                    _ => SmtpReplyCode.CommandUnrecognized,
                };
                output.Write(new SmtpReplyLine { Code = code, Text = "so be it"u8 });
                if (result.IsMalformed)                                         // a bare CR, LF or NUL, or too long a line
                    commands.SkipPast("\r\n"u8);
                if (verb != SmtpVerb.Data)
                    continue;
                await output.FlushAsync();
                commands.Release();                                             // what follows is no command
                using var mail = new BodyReader<DotStuffingDecoder>(input, default);
                await mail.CopyToAsync(mailbox);
                output.Write(new SmtpReplyLine { Code = SmtpReplyCode.Ok, Text = "kept"u8 });
            }
        }
        await output.FlushAsync();
    }
    // README ends here.

    public static Task RunAsync(PipeReader input, PipeWriter output, PipeWriter mailbox) => ServeAsync(input, output, mailbox);
}

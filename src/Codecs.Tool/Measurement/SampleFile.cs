using System.Text;
using Codecs.Capture;
using Codecs.Tool.Definitions;

namespace Codecs.Tool.Measurement;

/// <summary>Messages to measure with: those that a capture carries, or hexadecimal text.</summary>
internal static class SampleFile
{
    private const string StandardInput = "-";
    // More would measure the memory instead of the code, and a capture may be larger than the memory.
    private const int MostBytes = 1 << 25;

    /// <summary>Opens a file and prepares to measure what it holds.</summary>
    /// <param name="input">What <c>-</c> stands for.</param>
    /// <param name="path">A capture, or hexadecimal text.</param>
    /// <param name="definitions">Where messages are looked for.</param>
    /// <param name="name">The message to measure; null for what there is.</param>
    /// <param name="stack">The stack that finds the layers of a capture; null for the only one, or the one that comes with the command.</param>
    /// <exception cref="DefinitionException">It cannot be read, or there is nothing in it to measure.</exception>
    public static IReadOnlyList<MessageBenchmark> Open(Stream input, string path, DefinitionSet definitions, string? name, string? stack)
    {
        try
        {
            using Stream stream = path == StandardInput ? Copy(input) : new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            return IsText(stream) ? OpenText(stream, path, definitions, name) : OpenCapture(stream, definitions, name, stack);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new DefinitionException($"There is no file '{path}'.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DefinitionException($"'{path}' cannot be read: {e.Message}");
        }
        catch (CaptureException)
        {
            throw new DefinitionException($"'{path}' is neither a pcap or pcapng capture nor hexadecimal text.");
        }
    }

    private static MessageBenchmark[] OpenText(Stream stream, string path, DefinitionSet definitions, string? name)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8, leaveOpen: true);
        string named = name ?? Path.GetFileName(path).Split('.')[0];
        if (named == StandardInput)
            throw new DefinitionException("What the messages are is not known: name it with --protocol.");
        var messages = ReadHex(reader.ReadToEnd()) ?? throw new DefinitionException($"'{path}' is neither a pcap or pcapng capture nor hexadecimal text.");
        return [MessageBenchmark.Create(definitions.Find(named), messages)];
    }

    private static MessageBenchmark[] OpenCapture(Stream stream, DefinitionSet definitions, string? name, string? stack)
    {
        var protocol = name is null ? null : definitions.Find(name);
        using var reader = CaptureReader.Open(stream, leaveOpen: true);
        var found = Read(reader, definitions.HasStack || stack is not null ? definitions.FindStack(stack) : PacketStack.Shipped, protocol);
        if (found.Count == 0)
            throw new DefinitionException(protocol is null ? "The capture has no frame of a kind that is known." : $"The capture has no {protocol.Description.Name}.");
        return [.. found.Select(item => MessageBenchmark.Create(protocol ?? ProtocolList.Describe(item.Type), item.Messages))];
    }

    private static MemoryStream Copy(Stream input)
    {
        var copy = new MemoryStream();
        input.CopyTo(copy);
        copy.Position = 0;
        return copy;
    }

    // A capture has a byte that is no text before long.
    private static bool IsText(Stream stream)
    {
        Span<byte> head = stackalloc byte[64];
        int length = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        stream.Position = 0;
        return !head[..length].ContainsAnyExceptInRange((byte)'\t', (byte)'~');
    }

    /// <summary>The messages of a capture by type, in the order in which they are met.</summary>
    /// <param name="reader">The capture.</param>
    /// <param name="stack">Finds the layers.</param>
    /// <param name="protocol">What to look for, also in payloads that are no layer of the stack; null for all layers.</param>
    public static IReadOnlyList<(Type Type, SampleMessages Messages)> Read(CaptureReader reader, PacketStack stack, ProtocolInfo? protocol)
    {
        var collector = new MessageCollector(protocol?.Type);
        while (collector.Length < MostBytes && reader.TryRead(out var frame))
        {
            var visitor = new MessageCollector.Visitor(collector, frame.Data);
            stack.Walk(frame.LinkType, frame.Data, ref visitor);
        }
        return collector.Found;
    }

    /// <summary>
    /// Hexadecimal text: messages are separated by empty lines, white space within them does not matter, and what is behind a number sign is a comment.
    /// </summary>
    /// <returns>Null if the text is something else.</returns>
    public static SampleMessages? ReadHex(string text)
    {
        var messages = new SampleMessages();
        string digits = "";
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            int comment = line.IndexOf('#');
            if (line.IsWhiteSpace() && !TryAdd())
                return null;
            digits += string.Concat((comment < 0 ? line : line[..comment]).ToString().Where(static letter => !char.IsWhiteSpace(letter)));
        }
        return TryAdd() && messages.Count > 0 ? messages : null;

        bool TryAdd()
        {
            if (digits.Length % 2 != 0 || !digits.All(char.IsAsciiHexDigit))
                return false;
            if (digits.Length > 0)
                messages.Add(Convert.FromHexString(digits));
            digits = "";
            return true;
        }
    }
}

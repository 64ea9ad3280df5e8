namespace Codecs.Tests.Pipelines;

/// <summary>
/// Numbers, each of which says how many bytes follow it; 0 ends the message. It writes down how it is parsed: with how many bytes, and how many it had asked for.
/// </summary>
internal readonly ref struct Probe : IMessage<Probe>
{
    [ThreadStatic] private static List<(int Given, int Asked)>? s_attempts;
    [ThreadStatic] private static int s_asked;

    /// <summary>The attempts of this thread so far.</summary>
    public static List<(int Given, int Asked)> Attempts => s_attempts ??= [];

    public static MessageDescription Description { get; } = new(nameof(Probe), null, RoundTrip.Exact, []);

    static ParseResult ICodec<Probe>.TryParse(ReadOnlySpan<byte> message, int offset, scoped ParseContext context, out Probe value)
    {
        value = default;
        var source = message[offset..];
        Attempts.Add((source.Length, s_asked));
        s_asked = 0;
        int at = 0;
        while (at < source.Length)
        {
            if (source[at] == 0)
                return ParseResult.Done(at + 1);
            at += 1 + source[at];
        }
        s_asked = at + 1;
        return ParseResult.NeedMore(at + 1, 0);
    }

    public void Visit<TVisitor>(ref TVisitor visitor) where TVisitor : IFieldVisitor, allows ref struct
    {
    }

    public int GetMaxSize() => throw new NotSupportedException();

    public int Write(Span<byte> message, int offset, scoped WriteContext context) => throw new NotSupportedException();

    public PseudoHeader GetPseudoHeader(PseudoHeader below) => throw new NotSupportedException();

    public int GetHeaderSize(int payloadSize) => throw new NotSupportedException();

    public int GetTrailerSize(int payloadSize) => throw new NotSupportedException();

    public int WriteHeader(Span<byte> message, int offset, int payloadSize, scoped WriteContext context, bool mayKeep) => throw new NotSupportedException();

    public void Finish(Span<byte> message, int offset, int headerSize, int payloadSize, scoped WriteContext context) => throw new NotSupportedException();

    public override string ToString() => nameof(Probe);
}

namespace Codecs;

/// <summary>A generated codec: what all messages have in common, for generic code.</summary>
/// <example><code>static string Dump&lt;T&gt;(ReadOnlySpan&lt;byte&gt; s) where T : IMessage&lt;T&gt;, allows ref struct => T.TryParse(s, out var m) ? m.ToString()! : "?";</code></example>
/// <typeparam name="TSelf">The message type.</typeparam>
public interface IMessage<TSelf> : ICodec<TSelf>, IVisitable<TSelf>, ILayer<TSelf>, ICommonCase<TSelf> where TSelf : IMessage<TSelf>, allows ref struct
{
    /// <summary>Parses a message at the start of <paramref name="source"/>.</summary>
    static virtual ParseResult TryParse(ReadOnlySpan<byte> source, out TSelf message) => TSelf.TryParse(source, 0, default, out message);

    /// <summary>Parses a message at the start of <paramref name="source"/>, as strictly as <paramref name="options"/> say.</summary>
    static virtual ParseResult TryParse(ReadOnlySpan<byte> source, ParseOptions options, out TSelf message) =>
        TSelf.TryParse(source, 0, new ParseContext { Options = options }, out message);

    /// <summary>Parses a message of which the source may hold only the beginning: what a length bounds may be cut short.</summary>
    static virtual ParseResult TryParseHeader(ReadOnlySpan<byte> source, out TSelf message) =>
        TSelf.TryParse(source, 0, new ParseContext { HeaderOnly = true }, out message);
}

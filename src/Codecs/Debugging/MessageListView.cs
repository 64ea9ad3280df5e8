using System.Diagnostics;

namespace Codecs.Debugging;

/// <summary>What a debugger shows of a list: its elements, each with its bytes, and what is wrong with the first that does not parse.</summary>
internal sealed class MessageListView<T> where T : ICodec<T>, allows ref struct
{
    private const int MostElements = 1000;

    public MessageListView(MessageList<T> list)
    {
        Bytes = list.Bytes.ToArray();
        var elements = new List<FieldView>();
        var enumerator = list.GetEnumerator();
        while (elements.Count < MostElements && enumerator.MoveNext())
            elements.Add(new($"[{elements.Count}]", enumerator.Current.ToString() ?? "", Bytes.AsSpan(enumerator.Offset, enumerator.Length).ToArray()));
        if (enumerator.Result.IsMalformed)
            elements.Add(new($"[{elements.Count}]", $"<{enumerator.Result}>"));
        Elements = [.. elements];
    }

    [DebuggerBrowsable(DebuggerBrowsableState.RootHidden)]
    public FieldView[] Elements { get; }

    public byte[] Bytes { get; }
}

/// <inheritdoc cref="MessageListView{T}"/>
internal sealed class MessageListView<T, TArgument>
    where T : ICodec<T, TArgument>, allows ref struct
    where TArgument : allows ref struct
{
    private const int MostElements = 1000;

    public MessageListView(MessageList<T, TArgument> list)
    {
        Bytes = list.Bytes.ToArray();
        var elements = new List<FieldView>();
        var enumerator = list.GetEnumerator();
        while (elements.Count < MostElements && enumerator.MoveNext())
            elements.Add(new($"[{elements.Count}]", enumerator.Current.ToString() ?? ""));
        Elements = [.. elements];
    }

    [DebuggerBrowsable(DebuggerBrowsableState.RootHidden)]
    public FieldView[] Elements { get; }

    public byte[] Bytes { get; }
}

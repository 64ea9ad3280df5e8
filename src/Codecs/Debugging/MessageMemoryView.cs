using System.Diagnostics;

namespace Codecs.Debugging;

/// <summary>What a debugger shows of a message that is kept: the same as of the message.</summary>
internal sealed class MessageMemoryView<T> where T : IMessage<T>, allows ref struct
{
    public MessageMemoryView(MessageMemory<T> memory)
    {
        Bytes = memory.Bytes.ToArray();
        Fields = T.TryParse(Bytes, out var message) ? FieldView.Of(in message) : [];
    }

    [DebuggerBrowsable(DebuggerBrowsableState.RootHidden)]
    public FieldView[] Fields { get; }

    public byte[] Bytes { get; }
}

using System.ComponentModel;
using System.Diagnostics;

namespace Codecs.Debugging;

/// <summary>What a debugger shows of a message: its fields, and the bytes that it was parsed from or would be written as. For generated code.</summary>
/// <typeparam name="T">The message type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class MessageView<T> where T : IVisitable<T>, IWritable, allows ref struct
{
    /// <summary>Looks at a message once, since a debugger cannot keep what is on the stack.</summary>
    public MessageView(T message)
    {
        Fields = FieldView.Of(in message);
        Bytes = BytesOf(in message);
    }

    /// <summary>The fields, in wire order.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.RootHidden)]
    public FieldView[] Fields { get; }

    /// <summary>The message on the wire; empty for one that cannot be there.</summary>
    public byte[] Bytes { get; }

    private static byte[] BytesOf(scoped in T message)
    {
        try
        {
            var bytes = new byte[message.GetMaxSize()];
            return bytes[..Math.Max(message.Write(bytes, 0, WriteContext.From(new WriteOptions { Mode = WriteMode.Preserve })), 0)];
        }
        catch (InvalidOperationException)
        {
            return [];
        }
    }
}

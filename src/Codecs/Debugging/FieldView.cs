using System.ComponentModel;
using System.Diagnostics;

namespace Codecs.Debugging;

/// <summary>A row of what a debugger shows: a field or an element, its value as text, and below it the bytes, fields or elements that it is made of.</summary>
[DebuggerDisplay("{Text,nq}", Name = "{Name,nq}")]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class FieldView
{
    internal FieldView(string name, string text, Array? parts = null)
    {
        Name = name;
        Text = text;
        Parts = parts;
    }

    /// <summary>The property, or the index in a list.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string Name { get; }

    /// <summary>The value for people.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string Text { get; }

    /// <summary>Bytes, numbers or further rows; null if the text says it all.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.RootHidden)]
    public Array? Parts { get; }

    /// <summary>The fields of a message.</summary>
    internal static FieldView[] Of<T>(scoped in T message) where T : IVisitable<T>, allows ref struct => Of(in message, depth: 0);

    internal static FieldView[] Of<T>(scoped in T message, int depth) where T : IVisitable<T>, allows ref struct
    {
        var rows = new List<FieldView>();
        var visitor = new FieldViewVisitor(rows, depth);
        message.Visit(ref visitor);
        return [.. rows];
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Name} = {Text}";
}

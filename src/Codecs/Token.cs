using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace Codecs;

/// <summary>A word on the wire that stands for a value of a text enum (<see cref="TokenAttribute"/>), or one that the enum does not know: that keeps its bytes.</summary>
/// <typeparam name="TEnum">The text enum.</typeparam>
[DebuggerDisplay("{ToString(),nq}")]
public readonly ref struct Token<TEnum> where TEnum : struct, Enum
{
    /// <summary>A word by its bytes. The message whose field it becomes finds out which value it stands for.</summary>
    public Token(ReadOnlySpan<byte> bytes) => Bytes = bytes;

    /// <summary>The word for a value. The message whose field it becomes spells it.</summary>
    public Token(TEnum value)
    {
        Value = value;
        IsKnown = true;
    }

    /// <summary>A word and the value that it stands for. For generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public Token(ReadOnlySpan<byte> bytes, TEnum value)
    {
        Bytes = bytes;
        Value = value;
        IsKnown = true;
    }

    /// <summary>The value that the word stands for; the default if it is unknown.</summary>
    public TEnum Value { get; }

    /// <summary>The word as it is on the wire; empty for one that was made from a value and is not a field yet.</summary>
    public ReadOnlySpan<byte> Bytes { get; }

    /// <summary>Does the enum know the word?</summary>
    public bool IsKnown { get; }

    /// <summary>The word for a value.</summary>
    public static implicit operator Token<TEnum>(TEnum value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => IsKnown ? Value.ToString() : Encoding.Latin1.GetString(Bytes);
}

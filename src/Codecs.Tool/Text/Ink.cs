namespace Codecs.Tool.Text;

/// <summary>What a piece of text is; the terminal's own palette gives it a colour.</summary>
internal enum Ink
{
    /// <summary>Nothing special.</summary>
    Plain,

    /// <summary>Less important than what is around it.</summary>
    Dim,

    /// <summary>A layer's name.</summary>
    Layer,

    /// <summary>A summary line's addresses.</summary>
    Strong,

    /// <summary>A name that stands for a number.</summary>
    Symbol,

    /// <summary>Text that was in the packet.</summary>
    Text,

    /// <summary>Something incomplete.</summary>
    Warning,

    /// <summary>Something wrong.</summary>
    Fault,
}

namespace Codecs;

/// <summary>What is wrong with a message that did not parse.</summary>
public enum ParseError : byte
{
    /// <summary>Nothing is wrong.</summary>
    None,

    /// <summary>The source ends before the message does.</summary>
    Truncated,

    /// <summary>A length is too small for what it bounds, or reaches past what encloses it.</summary>
    Length,

    /// <summary>A field has a value that it cannot have.</summary>
    Value,

    /// <summary>Text is not of the form that it must have.</summary>
    Syntax,

    /// <summary>A condition that the definition requires is not met.</summary>
    Requirement,

    /// <summary>The carrier's tag says that its payload is something else. The payload itself may be in order.</summary>
    NotCarried,

    /// <summary>A list, a line or a nesting is longer or deeper than its definition allows.</summary>
    Limit,
}

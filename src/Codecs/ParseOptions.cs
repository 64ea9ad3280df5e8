namespace Codecs;

/// <summary>How strictly a message is read. The default is what the RFCs ask of a receiver.</summary>
public readonly record struct ParseOptions
{
    /// <summary>
    /// Validate every list with its message, also those whose extent is known without their elements (TCP options, for example).
    /// By default these are validated when they are walked.
    /// </summary>
    public bool ValidateLists { get; init; }

    /// <summary>Go on where a <see cref="RequireAttribute"/> condition is not met: for tools that show what is wrong.</summary>
    public bool IgnoreRequirements { get; init; }

    /// <summary>
    /// Refuse also what a receiver is to ignore but no sender should send: reserved fields and padding with other values than the
    /// definition writes, padding that is cut short, numbers in digits with leading zeros. Lists are validated too.
    /// </summary>
    public bool IsStrict { get; init; }
}

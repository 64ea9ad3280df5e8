namespace Codecs;

/// <summary>How strictly a message is read. The default is what the RFCs ask of a receiver.</summary>
public readonly record struct ParseOptions
{
    // In one byte: options are part of every list, and copied with it.
    private readonly Flags _flags;

    [Flags]
    private enum Flags : byte
    {
        ValidateLists = 1,
        IgnoreRequirements = 2,
        IsStrict = 4,
    }

    /// <summary>
    /// Validate every list with its message, also those whose extent is known without their elements (TCP options, for example).
    /// By default these are validated when they are walked.
    /// </summary>
    public bool ValidateLists
    {
        get => (_flags & Flags.ValidateLists) != 0;
        init => _flags = With(Flags.ValidateLists, value);
    }

    /// <summary>Go on where a <see cref="RequireAttribute"/> condition is not met: for tools that show what is wrong.</summary>
    public bool IgnoreRequirements
    {
        get => (_flags & Flags.IgnoreRequirements) != 0;
        init => _flags = With(Flags.IgnoreRequirements, value);
    }

    /// <summary>
    /// Refuse also what a receiver is to ignore but no sender should send: reserved fields and padding with other values than the
    /// definition writes, padding that is cut short, numbers in digits with leading zeros. Lists are validated too.
    /// </summary>
    public bool IsStrict
    {
        get => (_flags & Flags.IsStrict) != 0;
        init => _flags = With(Flags.IsStrict, value);
    }

    private Flags With(Flags flag, bool value) => value ? _flags | flag : _flags & ~flag;
}

namespace Codecs;

/// <summary>Says which message the payload is, for a field that is a number: ports. <typeparamref name="TTable"/> is the table.</summary>
/// <param name="payload">The payload.</param>
/// <typeparam name="TTable">An enum over the field's integer type.</typeparam>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TagOfAttribute<TTable>(string payload) : Attribute where TTable : struct, Enum
{
    /// <summary>The payload.</summary>
    public string Payload { get; } = payload;

    /// <summary>A bool member: while it is false, the payload is opaque.</summary>
    public string? When { get; init; }

    /// <summary>The payload ends where the <see cref="CaseAttribute{T}"/> that the tag selects ends. An unknown tag is invalid, unless the payload is the last of a bounded scope.</summary>
    public bool Bounds { get; init; }
}

namespace Codecs;

/// <summary>Says which message the payload is. The field's enum type is the table; it may stand on an ordinary property that maps fields to the tag and back.</summary>
/// <param name="payload">The payload.</param>
[AttributeUsage(AttributeTargets.Property, AllowMultiple = true)]
public sealed class TagOfAttribute(string payload) : Attribute
{
    /// <summary>The payload.</summary>
    public string Payload { get; } = payload;

    /// <summary>A bool member: while it is false, the payload is opaque.</summary>
    public string? When { get; init; }

    /// <summary>The payload ends where the <see cref="CaseAttribute{T}"/> that the tag selects ends. An unknown tag is invalid, unless the payload is the last of a bounded scope.</summary>
    public bool Bounds { get; init; }
}

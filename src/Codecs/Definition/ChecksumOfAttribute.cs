namespace Codecs;

/// <summary>A checksum over the fields <paramref name="first"/> to <paramref name="last"/>, its own bytes as zeros. Not checked when read: see the generated <c>NameIsValid</c>, a property, or a method of the pseudo-header where the seed needs one.</summary>
/// <param name="first">Where the range begins.</param>
/// <param name="last">Where it ends, inclusively.</param>
/// <typeparam name="T">An <see cref="IChecksum{TSelf, TValue}"/>.</typeparam>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ChecksumOfAttribute<T>(string first, string last) : Attribute where T : struct
{
    /// <summary>Where the range begins.</summary>
    public string First { get; } = first;

    /// <summary>Where the range ends, inclusively.</summary>
    public string Last { get; } = last;

    /// <summary>A method <c>(PseudoHeader below, int length)</c>, or a property, that gives the checksum to start from.</summary>
    public string? Seed { get; init; }
}

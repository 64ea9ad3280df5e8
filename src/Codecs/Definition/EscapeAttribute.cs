namespace Codecs;

/// <summary>When the bits of the field hold <paramref name="code"/>, its value is the <typeparamref name="T"/> after the bits, plus <see cref="Bias"/>. Only the shortest form is valid.</summary>
/// <param name="code">The value of the bits that stands for a longer form.</param>
/// <typeparam name="T">An unsigned integer.</typeparam>
[AttributeUsage(AttributeTargets.Property, AllowMultiple = true)]
public sealed class EscapeAttribute<T>(ulong code) : Attribute where T : unmanaged
{
    /// <summary>The value of the bits that stands for a longer form.</summary>
    public ulong Code { get; } = code;

    /// <summary>What is added to the number of the longer form.</summary>
    public ulong Bias { get; init; }
}

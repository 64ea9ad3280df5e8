namespace Codecs;

/// <summary>
/// A field type of fixed width: it converts to and from the integer on the wire. The type carries <see cref="BitsAttribute"/>;
/// without it, its width is that of <typeparamref name="TInteger"/>.
/// </summary>
/// <typeparam name="TSelf">The implementing type.</typeparam>
/// <typeparam name="TInteger">An unsigned integer wide enough.</typeparam>
public interface IScalar<TSelf, TInteger>
    where TSelf : struct, IScalar<TSelf, TInteger>
    where TInteger : unmanaged
{
    /// <summary>The value that <paramref name="value"/> on the wire stands for. Every integer of the width stands for one.</summary>
    static abstract TSelf FromInteger(TInteger value);

    /// <summary>The integer on the wire.</summary>
    TInteger ToInteger();
}

namespace Codecs;

/// <summary>A checksum that <see cref="ChecksumOfAttribute{T}"/> can name.</summary>
/// <typeparam name="TSelf">The implementing type; its default value is the empty sum.</typeparam>
/// <typeparam name="TValue">The integer that is stored.</typeparam>
public interface IChecksum<TSelf, TValue>
    where TSelf : struct, IChecksum<TSelf, TValue>
    where TValue : unmanaged
{
    /// <summary>Adds bytes. They may come in pieces of any length. The checksum's own field comes as zeros.</summary>
    void Append(ReadOnlySpan<byte> bytes);

    /// <summary>What is to be stored for the bytes so far.</summary>
    TValue Value { get; }

    /// <summary>Is <paramref name="stored"/> right for what was appended?</summary>
    static abstract bool IsValid(TValue stored, TSelf computed);
}

/// <summary>A checksum that can follow a change of one 16-bit word without the rest (RFC 1624): what editing in place needs.</summary>
/// <typeparam name="TSelf">The implementing type.</typeparam>
/// <typeparam name="TValue">The integer that is stored.</typeparam>
public interface IIncrementalChecksum<TSelf, TValue> : IChecksum<TSelf, TValue>
    where TSelf : struct, IIncrementalChecksum<TSelf, TValue>
    where TValue : unmanaged
{
    /// <summary>The checksum after a word, at an even offset of what it covers, has changed.</summary>
    static abstract TValue Update(TValue checksum, ushort oldWord, ushort newWord);

    /// <summary>The checksum after two words, the first at an even offset of what it covers, have changed: both in one number, the first in its upper half.</summary>
    static virtual TValue Update(TValue checksum, uint oldWords, uint newWords)
    {
        ushort oldFirst = (ushort)(oldWords >> 16), newFirst = (ushort)(newWords >> 16), oldLast = (ushort)oldWords, newLast = (ushort)newWords;
        if (oldFirst != newFirst)
            checksum = TSelf.Update(checksum, oldFirst, newFirst);
        return oldLast == newLast ? checksum : TSelf.Update(checksum, oldLast, newLast);
    }

    /// <summary>The checksum after the layer below has changed.</summary>
    static abstract TValue Update(TValue checksum, PseudoHeader before, PseudoHeader after);
}

using System.Text.Unicode;

namespace Codecs.Protocols;

/// <summary>Checks text in UTF-8 (RFC 3629 section 4) that comes in pieces, of which any may end within a character.</summary>
/// <remarks>It fails with the first byte with which no text goes on, not only at the end of the character. The default value is at the start of a text.</remarks>
public struct Utf8Validator
{
    private const byte Low = 0x80;
    private const byte High = 0xBF;
    private const int LongestCharacter = 4;

    // Bytes that the character still needs, and what the next of them may be.
    private byte _missing;
    private byte _low;
    private byte _high;
    private bool _isBroken;

    /// <summary>May the text end here: was everything valid, and is no character unfinished?</summary>
    public readonly bool IsComplete => _missing == 0 && !_isBroken;

    /// <summary>Takes the next bytes of the text.</summary>
    /// <returns>False if no text begins like this, and from then on.</returns>
    public bool TryAppend(ReadOnlySpan<byte> bytes)
    {
        int at = 0;
        while (!IsComplete && at < bytes.Length && TryStep(bytes[at]))
            at++;
        if (_isBroken)
            return false;
        bytes = bytes[at..];

        // Characters that are whole are checked together, the one that the piece cuts byte by byte.
        int whole = bytes.Length - CutOff(bytes);
        if (!Utf8.IsValid(bytes[..whole]))
        {
            _isBroken = true;
            return false;
        }
        foreach (byte value in bytes[whole..])
        {
            if (!TryStep(value))
                return false;
        }
        return true;
    }

    /// <summary>How many bytes at the end belong to a character that goes on after them.</summary>
    private static int CutOff(ReadOnlySpan<byte> bytes)
    {
        for (int length = 1; length < LongestCharacter && length <= bytes.Length; length++)
        {
            byte value = bytes[^length];
            if (value < Low)
                return 0;
            if (value > High)
                return value >= 0xF0 || (value >= 0xE0 && length < 3) || length < 2 ? length : 0;
        }
        return 0;
    }

    private bool TryStep(byte value)
    {
        if (_isBroken)
            return false;
        if (_missing != 0)
        {
            _isBroken = value < _low || value > _high;
            _missing--;
            (_low, _high) = (Low, High);
            return !_isBroken;
        }
        // RFC 3629 section 4: the second byte is restricted where there is a shorter form, for surrogates, and after U+10FFFF.
        (_missing, _low, _high) = value switch
        {
            < 0x80 => ((byte)0, Low, High),
            < 0xC2 => ((byte)0, High, Low),
            < 0xE0 => ((byte)1, Low, High),
            0xE0 => ((byte)2, (byte)0xA0, High),
            0xED => ((byte)2, Low, (byte)0x9F),
            < 0xF0 => ((byte)2, Low, High),
            0xF0 => ((byte)3, (byte)0x90, High),
            < 0xF4 => ((byte)3, Low, High),
            0xF4 => ((byte)3, Low, (byte)0x8F),
            _ => ((byte)0, High, Low),
        };
        _isBroken = _low > _high;
        return !_isBroken;
    }
}

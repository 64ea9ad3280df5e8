using System.Globalization;
using Codecs.Generators.Model;

namespace Codecs.Generators.Emit;

/// <summary>
/// Words of one length. Their bytes are loaded as a number, in which letters that are read in either case are capital: one word has one such number. Where there are several words, a
/// multiplication leads to the only place of a table where it can be.
/// </summary>
internal sealed class WordGroup
{
    private const string Read = "global::System.Buffers.Binary.BinaryPrimitives.ReadUInt";

    // Up to here, comparing with one after the other is as fast.
    private const int MostCompared = 3;
    private const int MostBits = 10;
    private const int Attempts = 2000;
    private const int Turn = 29;

    private readonly string _mask;

    public WordGroup(List<WordModel> words)
    {
        Words = words;
        Length = words[0].Length;
        _mask = new string([.. Enumerable.Range(0, Length).Select(i => words.Any(x => x.IgnoreCase && IsLetter(x.Text[i])) ? '\u00DF' : '\u00FF')]);
        IsTold = words.Select(Key).Distinct().Count() == words.Count;
        if (IsTold && words.Count > MostCompared)
            FindSlots();
    }

    public List<WordModel> Words { get; }

    /// <summary>Bytes of each.</summary>
    public int Length { get; }

    /// <summary>Has each word a number of its own?</summary>
    public bool IsTold { get; }

    /// <summary>The word at each place of the table; null if there is no table.</summary>
    public WordModel?[]? Slots { get; private set; }

    /// <summary>What leads to the place.</summary>
    public ulong Multiplier { get; private set; }

    /// <summary>How many bits of the product are the place.</summary>
    public int Bits { get; private set; }

    public static string Literal(ulong value) => "0x" + value.ToString("X", CultureInfo.InvariantCulture) + "UL";

    /// <summary>The number of a word.</summary>
    public ulong Key(WordModel word)
    {
        ulong first = Load(word.Text, 0, Math.Min(Length, 8)) & Load(_mask, 0, Math.Min(Length, 8));
        if (Length <= 8)
            return first;
        ulong last = Load(word.Text, Length - 8, 8) & Load(_mask, Length - 8, 8);
        return first ^ (last << Turn | last >> (64 - Turn));
    }

    /// <summary>The number of bytes that are to be told.</summary>
    public string KeyOf(string bytes)
    {
        ulong first = Load(_mask, 0, Math.Min(Length, 8));
        string loaded = Length switch
        {
            1 => $"{bytes}[0]",
            2 => $"{Read}16LittleEndian({bytes})",
            3 => $"({Read}16LittleEndian({bytes}) | (ulong){bytes}[2] << 16)",
            4 => $"{Read}32LittleEndian({bytes})",
            5 or 6 or 7 => $"({Read}32LittleEndian({bytes}) | (ulong){Read}32LittleEndian({bytes}.Slice({Length - 4})) << {8 * (Length - 4)})",
            _ => $"{Read}64LittleEndian({bytes})",
        };
        string key = $"{loaded} & {Literal(first)}";
        return Length <= 8 ? key : $"{key} ^ global::System.Numerics.BitOperations.RotateLeft({Read}64LittleEndian({bytes}.Slice({Length - 8})) & {Literal(Load(_mask, Length - 8, 8))}, {Turn})";
    }

    /// <summary>Has nothing but the word its number?</summary>
    public bool IsExact(WordModel word) => Length <= 8 && Enumerable.Range(0, Length).All(i => _mask[i] == '\u00FF' || (word.IgnoreCase && IsLetter(word.Text[i])));

    private static bool IsLetter(char c) => c is >= 'A' and <= 'Z' or >= 'a' and <= 'z';

    private static ulong Load(string text, int start, int count)
    {
        ulong value = 0;
        for (int i = count - 1; i >= 0; i--)
            value = value << 8 | text[start + i];
        return value;
    }

    // The first multiplier of a fixed sequence that gives each word a place of its own, in the smallest table for which there is one.
    private void FindSlots()
    {
        for (int bits = 2; bits <= MostBits; bits++)
        {
            ulong multiplier = 0x9E3779B97F4A7C15;
            for (int attempt = 0; attempt < Attempts && 1 << bits >= Words.Count; attempt++)
            {
                var slots = new WordModel?[1 << bits];
                if (Words.All(word => TryPut(slots, word, unchecked(Key(word) * multiplier) >> (64 - bits))))
                {
                    (Slots, Multiplier, Bits) = (slots, multiplier, bits);
                    return;
                }
                multiplier = unchecked(multiplier * 6364136223846793005 + 1442695040888963407) | 1;
            }
        }
    }

    private static bool TryPut(WordModel?[] slots, WordModel word, ulong slot)
    {
        if (slots[slot] is not null)
            return false;
        slots[slot] = word;
        return true;
    }
}

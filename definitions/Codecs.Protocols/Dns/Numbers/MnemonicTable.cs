using System.Text;

namespace Codecs.Protocols;

/// <summary>Numbers and the words for them, found both ways without allocation. Words are found whatever the case of their letters.</summary>
internal sealed class MnemonicTable
{
    private readonly int[] _numbers;
    private readonly byte[][] _words;

    // Words by hash, with open addressing; more than half of the places are null.
    private readonly (byte[]? Word, int Number)[] _places;

    /// <summary>A table. A number may have several words; the first is the one that is written.</summary>
    public MnemonicTable(params ReadOnlySpan<(int Number, string Word)> entries)
    {
        var words = new SortedList<int, byte[]>();
        _places = new (byte[]?, int)[(int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)entries.Length * 2 + 1)];
        foreach (var (number, word) in entries)
        {
            byte[] bytes = Encoding.ASCII.GetBytes(word);
            words.TryAdd(number, bytes);
            int at = Place(bytes);
            while (_places[at].Word is not null)
                at = (at + 1) & (_places.Length - 1);
            _places[at] = (bytes, number);
        }
        _numbers = [.. words.Keys];
        _words = [.. words.Values];
    }

    /// <summary>The word for a number; empty if it has none.</summary>
    public ReadOnlySpan<byte> WordOf(int number) => Array.BinarySearch(_numbers, number) is var index and >= 0 ? _words[index] : default;

    /// <summary>The number that a word stands for.</summary>
    public bool TryFind(ReadOnlySpan<byte> word, out int number)
    {
        for (int at = Place(word); _places[at].Word is { } known; at = (at + 1) & (_places.Length - 1))
        {
            if (LetterCase.AreEqual(known, word))
            {
                number = _places[at].Number;
                return true;
            }
        }
        number = 0;
        return false;
    }

    private int Place(ReadOnlySpan<byte> word) => LetterCase.Hash(word, 0) & (_places.Length - 1);
}

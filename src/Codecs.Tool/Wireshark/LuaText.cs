using System.Globalization;
using System.Text;

namespace Codecs.Tool.Wireshark;

/// <summary>Text as Lua and Wireshark write it.</summary>
internal static class LuaText
{
    /// <summary>A string, with one character for each byte.</summary>
    public static string Quote(string text)
    {
        var output = new StringBuilder("\"");
        foreach (char letter in text)
        {
            if (letter is '"' or '\\')
                output.Append('\\').Append(letter);
            else if (letter is < ' ' or > '~')
                output.Append('\\').Append(((int)letter & 0xFF).ToString("000", CultureInfo.InvariantCulture));
            else
                output.Append(letter);
        }
        return output.Append('"').ToString();
    }

    /// <summary>A name as Wireshark's filters have them: <c>time_to_live</c>.</summary>
    public static string Filter(string name) =>
        string.Concat(Words.Of(name).ToLowerInvariant().Where(static letter => char.IsAsciiLetterOrDigit(letter) || letter is ' ' or '.').Select(static letter => letter == ' ' ? '_' : letter));
}

using System.Text;
using System.Text.Json;

namespace Codecs.Tool;

/// <summary>The names of a message's fields as the outputs write them, made once for each message type.</summary>
internal sealed class MessageLabels
{
    private const int MostAligned = 24;

    private MessageLabels(MessageDescription description)
    {
        Description = description;
        Protocol = JsonEncodedText.Encode(description.Name);
        Json = [.. description.Fields.Select(static field => JsonEncodedText.Encode(JsonNamingPolicy.CamelCase.ConvertName(field.Name)))];
        Text = [.. description.Fields.Select(static field => Words(field.Name))];
        Width = Text.Select(static text => text.Length).Where(static length => length <= MostAligned).DefaultIfEmpty(0).Max();
    }

    public MessageDescription Description { get; }

    public JsonEncodedText Protocol { get; }

    /// <summary>By ordinal: in camelCase.</summary>
    public JsonEncodedText[] Json { get; }

    /// <summary>By ordinal: in words.</summary>
    public string[] Text { get; }

    /// <summary>Characters of the longest name that others are aligned with.</summary>
    public int Width { get; }

    public static MessageLabels Of<T>() where T : IVisitable<T>, allows ref struct => Cache<T>.Labels;

    /// <summary>The ordinal of a field that a visitor is shown. Fields come in order, so looking from the one after the last finds it at once.</summary>
    public int IndexOf(in FieldDescription field, ref int next)
    {
        var fields = Description.Fields;
        for (int tried = 0; tried < fields.Length; tried++)
        {
            int index = next + tried < fields.Length ? next + tried : next + tried - fields.Length;
            if (ReferenceEquals(fields[index].Name, field.Name) || fields[index].Name == field.Name)
            {
                next = index + 1;
                return index;
            }
        }
        throw new InvalidOperationException($"{Description.Name} has no field {field.Name}.");
    }

    /// <summary>A property's name as people say it: <c>TimeToLive</c> is "Time to live".</summary>
    public static string Words(string name)
    {
        var words = new StringBuilder(name.Length + 4);
        for (int i = 0; i < name.Length; i++)
        {
            bool isUpper = char.IsUpper(name[i]);
            // "IP" stays with the version behind it; otherwise a capital starts a word if it follows or precedes a small letter.
            bool startsWord = i > 0 && isUpper && (!char.IsUpper(name[i - 1])
                || (i + 1 < name.Length && char.IsLower(name[i + 1]) && !name.AsSpan(i - 1).StartsWith("IPv")));
            if (startsWord)
                words.Append(' ');
            bool isAcronym = i + 1 < name.Length && (char.IsUpper(name[i + 1]) || char.IsDigit(name[i + 1]));
            words.Append(startsWord && !isAcronym ? char.ToLowerInvariant(name[i]) : name[i]);
        }
        return words.ToString();
    }

    private static class Cache<T> where T : IVisitable<T>, allows ref struct
    {
        public static readonly MessageLabels Labels = new(T.Description);
    }
}

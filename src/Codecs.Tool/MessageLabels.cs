using System.Text;
using System.Text.Json;

namespace Codecs.Tool;

/// <summary>The names of a message's fields as the outputs write them, made once for each message type.</summary>
internal sealed class MessageLabels
{
    private const int MostAligned = 32;

    private readonly string[] _names;

    private MessageLabels(MessageDescription description)
    {
        Description = description;
        _names = [.. description.Fields.Select(static field => field.Name)];
        Protocol = JsonEncodedText.Encode(description.Name);
        Json = [.. description.Fields.Select(static field => JsonEncodedText.Encode(JsonNamingPolicy.CamelCase.ConvertName(field.Name)))];
        Text = [.. description.Fields.Select(static field => Words.Of(field.Name))];
        Inline = [.. Text.Select(static text => text.Length > 1 && char.IsLower(text[1]) ? char.ToLowerInvariant(text[0]) + text[1..] : text)];
        Width = Text.Select(static text => text.Length).Where(static length => length <= MostAligned).DefaultIfEmpty(0).Max();
    }

    public MessageDescription Description { get; }

    public JsonEncodedText Protocol { get; }

    /// <summary>By ordinal: in camelCase.</summary>
    public JsonEncodedText[] Json { get; }

    /// <summary>By ordinal: in words.</summary>
    public string[] Text { get; }

    /// <summary>By ordinal: in words, as they stand within a line.</summary>
    public string[] Inline { get; }

    /// <summary>Characters of the longest name that others are aligned with.</summary>
    public int Width { get; }

    public static MessageLabels Of<T>() where T : IVisitable<T>, allows ref struct => Cache<T>.Labels;

    /// <summary>The ordinal of a field that a visitor is shown. Fields come in order, so looking from the one after the last finds it at once.</summary>
    public int IndexOf(in FieldDescription field, ref int next)
    {
        int index = next;
        if ((uint)index >= (uint)_names.Length || !ReferenceEquals(_names[index], field.Name))
            index = Search(field.Name, index);
        next = index + 1;
        return index;
    }

    private int Search(string name, int start)
    {
        for (int tried = 0; tried < _names.Length; tried++)
        {
            int index = (start + tried) % _names.Length;
            if (_names[index] == name)
                return index;
        }
        throw new InvalidOperationException($"{Description.Name} has no field {name}.");
    }

    private static class Cache<T> where T : IVisitable<T>, allows ref struct
    {
        public static readonly MessageLabels Labels = new(T.Description);
    }
}

using System.Globalization;
using System.Text;

namespace Codecs.Generators.Tests;

/// <summary>Fields from words between blanks. A hyphen is a field that is absent, a semicolon ends a list, and a message that is a payload stands between braces.</summary>
public ref struct WordSource(string words) : IFieldSource
{
    private readonly string[] _words = words.Split(' ');
    private int _at;

    /// <summary>What was asked for, with the names of fields.</summary>
    public List<string> Asked { get; } = [];

    public bool IsPresent(scoped in FieldDescription field)
    {
        bool isPresent = _at < _words.Length && _words[_at] != "-";
        if (!isPresent)
            _at++;
        return isPresent;
    }

    public bool Scalar<T>(scoped in FieldDescription field, out T value) where T : struct, IUtf8SpanParsable<T> => T.TryParse(Encoding.UTF8.GetBytes(Next("Scalar", field)), CultureInfo.InvariantCulture, out value);

    public bool Flag(scoped in FieldDescription field, out bool value) => bool.TryParse(Next("Flag", field), out value);

    public bool Enum<T>(scoped in FieldDescription field, out T value) where T : struct, Enum => System.Enum.TryParse(Next("Enum", field), out value);

    public bool Bytes(scoped in FieldDescription field, out ReadOnlySpan<byte> value)
    {
        value = Convert.FromHexString(Next("Bytes", field));
        return true;
    }

    public bool Text(scoped in FieldDescription field, out ReadOnlySpan<byte> value)
    {
        value = Encoding.UTF8.GetBytes(Next("Text", field));
        return true;
    }

    public bool Message<T>(scoped in FieldDescription field, out T value) where T : IBuildable<T>, allows ref struct
    {
        Asked.Add("Message " + field.Name);
        return T.Build(ref this, out value);
    }

    public bool Payload<T>(scoped in FieldDescription field, out ReadOnlySpan<byte> value) where T : ICodec<T>, IBuildable<T>, allows ref struct
    {
        Asked.Add("Payload " + field.Name);
        value = default;
        if (!T.Build(ref this, out var message))
            return false;
        byte[] bytes = new byte[message.GetMaxSize()];
        value = bytes.AsSpan(0, message.Write(bytes, 0, default));
        return true;
    }

    public bool Messages<T>(scoped in FieldDescription field, out MessageList<T> value) where T : ICodec<T>, IBuildable<T>, allows ref struct
    {
        Asked.Add("Messages " + field.Name);
        byte[] bytes = [];
        int count = 0;
        value = default;
        for (; !IsEndOfList(); count++)
        {
            if (!T.Build(ref this, out var item))
                return false;
            byte[] more = new byte[item.GetMaxSize()];
            bytes = [.. bytes, .. more.AsSpan(0, item.Write(more, 0, default))];
        }
        value = new(bytes, 0, count);
        return true;
    }

    public bool Values<T>(scoped in FieldDescription field, out MessageList<T> value) where T : ICodec<T>, allows ref struct
    {
        Asked.Add("Values " + field.Name);
        value = default;
        return IsEndOfList();
    }

    public bool Scalars<T>(scoped in FieldDescription field, out ScalarList<T> value) where T : unmanaged, IUtf8SpanParsable<T>
    {
        Asked.Add("Scalars " + field.Name);
        var items = new List<T>();
        value = default;
        while (!IsEndOfList())
        {
            if (!T.TryParse(Encoding.UTF8.GetBytes(_words[_at++]), CultureInfo.InvariantCulture, out var item))
                return false;
            items.Add(item);
        }
        value = ScalarList.Create<T>(items.ToArray(), new byte[items.Count * 16]);
        return true;
    }

    public bool Value<T>(scoped in FieldDescription field, out T value) where T : IPresentable<T>, allows ref struct
    {
        Span<byte> scratch = new byte[256];
        return T.TryParseText(Encoding.UTF8.GetBytes(Next("Value", field)), ref scratch, out value);
    }

    private bool IsEndOfList()
    {
        bool isEnd = _at >= _words.Length || _words[_at] == ";";
        if (isEnd)
            _at++;
        return isEnd;
    }

    private string Next(string kind, in FieldDescription field)
    {
        Asked.Add($"{kind} {field.Name}");
        return _at < _words.Length ? _words[_at++] : "";
    }
}

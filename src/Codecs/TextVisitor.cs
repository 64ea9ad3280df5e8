using System.Globalization;
using System.Text;

namespace Codecs;

/// <summary>The visitor behind ToString: the message as a record would print it. Long messages are cut; culture plays no part.</summary>
public ref struct TextVisitor : IFieldVisitor
{
    private const int MaxLength = 4096;
    private const int MaxBytes = 32;

    private readonly StringBuilder _output;
    private bool _any;

    private TextVisitor(StringBuilder output) => _output = output;

    /// <summary>The text for a message.</summary>
    public static string Format<T>(scoped in T message) where T : IVisitable<T>, allows ref struct
    {
        var output = new StringBuilder();
        Append(output, in message);
        return output.ToString();
    }

    void IFieldVisitor.Scalar<T>(in FieldDescription field, int bitOffset, int bitWidth, T value)
    {
        if (Name(field))
            _output.Append(CultureInfo.InvariantCulture, $"{value}");
    }

    void IFieldVisitor.Bytes(in FieldDescription field, int bitOffset, ReadOnlySpan<byte> value)
    {
        if (!Name(field))
            return;
        if (value.Length <= MaxBytes)
            _output.Append(Convert.ToHexStringLower(value));
        else
            _output.Append(CultureInfo.InvariantCulture, $"{Convert.ToHexStringLower(value[..MaxBytes])}... ({value.Length} bytes)");
    }

    void IFieldVisitor.Text(in FieldDescription field, int bitOffset, ReadOnlySpan<byte> value)
    {
        if (Name(field))
            _output.Append('"').Append(Encoding.Latin1.GetString(value[..Math.Min(value.Length, 256)])).Append('"');
    }

    void IFieldVisitor.Message<T>(in FieldDescription field, int bitOffset, int byteLength, scoped in T value)
    {
        if (Name(field))
            Append(_output, in value);
    }

    void IFieldVisitor.Malformed<T>(in FieldDescription field, int bitOffset, ReadOnlySpan<byte> value, ParseResult result)
    {
        if (Name(field))
            _output.Append('<').Append(result.Describe<T>()).Append('>');
    }

    void IFieldVisitor.Messages<T, TItems>(in FieldDescription field, int bitOffset, ReadOnlySpan<byte> bytes, scoped in TItems elements)
    {
        var items = elements;
        if (!Name(field))
            return;
        string separator = "[";
        while (_output.Length < MaxLength && items.MoveNext())
        {
            _output.Append(separator);
            Append(_output, items.Current);
            separator = ", ";
        }
        _output.Append(separator == "[" ? "[]" : "]");
    }

    void IFieldVisitor.Values<T, TItems>(in FieldDescription field, int bitOffset, ReadOnlySpan<byte> bytes, scoped in TItems elements)
    {
        var items = elements;
        if (!Name(field))
            return;
        string separator = "[";
        while (_output.Length < MaxLength && items.MoveNext())
        {
            _output.Append(separator).Append(items.Current.ToString());
            separator = ", ";
        }
        _output.Append(separator == "[" ? "[]" : "]");
    }

    void IFieldVisitor.Scalars<T>(in FieldDescription field, int bitOffset, scoped in ScalarList<T> value)
    {
        if (!Name(field))
            return;
        string separator = "[";
        foreach (var item in value)
        {
            _output.Append(separator).Append(CultureInfo.InvariantCulture, $"{item}");
            separator = ", ";
            if (_output.Length >= MaxLength)
                break;
        }
        _output.Append(separator == "[" ? "[]" : "]");
    }

    void IFieldVisitor.Value<T>(in FieldDescription field, int bitOffset, int byteLength, scoped in T value)
    {
        if (Name(field))
            _output.Append(value.ToString());
    }

    private static void Append<T>(StringBuilder output, scoped in T message) where T : IVisitable<T>, allows ref struct
    {
        output.Append(T.Description.Name).Append(" { ");
        var visitor = new TextVisitor(output);
        message.Visit(ref visitor);
        output.Append(visitor._any ? " }" : "}");
    }

    private bool Name(in FieldDescription field)
    {
        if (_output.Length >= MaxLength)
        {
            if (_output[^1] != '\u2026')
                _output.Append(", \u2026");
            return false;
        }
        _output.Append(_any ? ", " : "").Append(field.Name).Append(" = ");
        _any = true;
        return true;
    }
}

using System.Globalization;
using System.Text;

namespace Codecs.Debugging;

/// <summary>Makes rows of the fields of a message. Nobody reads what is very deep or very long: it is cut.</summary>
internal readonly ref struct FieldViewVisitor(List<FieldView> rows, int depth) : IFieldVisitor
{
    private const int MostDepth = 8;
    private const int MostElements = 1000;
    private const int MostBytesInText = 32;

    void IFieldVisitor.Scalar<T>(in FieldDescription field, int bitOffset, int bitWidth, T value) => Add(field, Format(value));

    void IFieldVisitor.Bytes(in FieldDescription field, int bitOffset, ReadOnlySpan<byte> value) => Add(field, Hexadecimal(value), value.ToArray());

    void IFieldVisitor.Text(in FieldDescription field, int bitOffset, ReadOnlySpan<byte> value) => Add(field, $"\"{Encoding.Latin1.GetString(value)}\"", value.ToArray());

    void IFieldVisitor.Message<T>(in FieldDescription field, int bitOffset, int byteLength, scoped in T value) => Add(field, TextVisitor.Format(in value), Fields(in value));

    void IFieldVisitor.Malformed<T>(in FieldDescription field, int bitOffset, ReadOnlySpan<byte> value, ParseResult result) => Add(field, $"<{result.Describe<T>()}>", value.ToArray());

    void IFieldVisitor.Messages<T, TItems>(in FieldDescription field, int bitOffset, ReadOnlySpan<byte> bytes, scoped in TItems elements)
    {
        var items = elements;
        var parts = new List<FieldView>();
        while (parts.Count < MostElements && items.MoveNext())
        {
            var item = items.Current;
            parts.Add(new($"[{parts.Count}]", TextVisitor.Format(in item), Fields(in item)));
        }
        Add(field, $"Count = {parts.Count}", parts.ToArray());
    }

    void IFieldVisitor.Values<T, TItems>(in FieldDescription field, int bitOffset, ReadOnlySpan<byte> bytes, scoped in TItems elements)
    {
        var items = elements;
        var parts = new List<FieldView>();
        while (parts.Count < MostElements && items.MoveNext())
            parts.Add(new($"[{parts.Count}]", items.Current.ToString() ?? ""));
        Add(field, $"Count = {parts.Count}", parts.ToArray());
    }

    void IFieldVisitor.Scalars<T>(in FieldDescription field, int bitOffset, scoped in ScalarList<T> value) => Add(field, $"Count = {value.Count}", value.ToArray());

    void IFieldVisitor.Value<T>(in FieldDescription field, int bitOffset, int byteLength, scoped in T value) => Add(field, value.ToString() ?? "");

    public static string Hexadecimal(ReadOnlySpan<byte> bytes) => bytes.Length <= MostBytesInText
        ? Convert.ToHexStringLower(bytes)
        : string.Create(CultureInfo.InvariantCulture, $"{Convert.ToHexStringLower(bytes[..MostBytesInText])}... ({bytes.Length} bytes)");

    private static string Format<T>(T value) => string.Create(CultureInfo.InvariantCulture, $"{value}");

    private FieldView[]? Fields<T>(scoped in T message) where T : IVisitable<T>, allows ref struct => depth < MostDepth ? FieldView.Of(in message, depth + 1) : null;

    private void Add(in FieldDescription field, string text, Array? parts = null) => rows.Add(new(field.Name, text, parts));
}

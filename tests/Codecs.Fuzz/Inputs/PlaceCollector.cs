using System.Globalization;

namespace Codecs.Fuzz.Inputs;

/// <summary>Lists the places of a message, with those of its parts.</summary>
internal readonly ref struct PlaceCollector : IFieldVisitor
{
    // Enough to have elements before and behind one.
    private const int MaxElements = 3;
    private const int MaxDepth = 4;

    private readonly List<Place> _places;
    private readonly string _path;
    private readonly int _start;
    private readonly int _depth;

    /// <param name="places">The list that is filled.</param>
    /// <param name="argumentLength">Bytes before the message that say what it is told: they are a place too, and may count something.</param>
    public PlaceCollector(List<Place> places, int argumentLength) : this(places, "", argumentLength * 8, 0)
    {
        if (argumentLength > 0)
            places.Add(new Place("(argument)", FieldKind.Scalar, FieldRole.Count, 0, argumentLength * 8, []));
    }

    private PlaceCollector(List<Place> places, string path, int start, int depth)
    {
        _places = places;
        _path = path;
        _start = start;
        _depth = depth;
    }

    public void Scalar<T>(in FieldDescription field, int bitOffset, int bitWidth, T value) => Add(field, bitOffset, bitWidth, NamesOf<T>.Values);

    public void Bytes(in FieldDescription field, int bitOffset, ReadOnlySpan<byte> value) => Add(field, bitOffset, value.Length * 8);

    public void Text(in FieldDescription field, int bitOffset, ReadOnlySpan<byte> value) => Add(field, bitOffset, value.Length * 8);

    public void Message<T>(in FieldDescription field, int bitOffset, int byteLength, scoped in T value) where T : IVisitable<T>, allows ref struct
    {
        Add(field, bitOffset, byteLength * 8);
        var inner = Within(field.Name, bitOffset);
        if (_depth < MaxDepth)
            value.Visit(ref inner);
    }

    public void Malformed<T>(in FieldDescription field, int bitOffset, ReadOnlySpan<byte> value, ParseResult result) where T : IVisitable<T>, allows ref struct =>
        Add(field, bitOffset, value.Length * 8);

    public void Messages<T, TItems>(in FieldDescription field, int bitOffset, ReadOnlySpan<byte> bytes, scoped in TItems elements)
        where T : IVisitable<T>, allows ref struct
        where TItems : IElementEnumerator<T>, allows ref struct
    {
        Add(field, bitOffset, bytes.Length * 8);
        var items = elements;
        for (int i = 0; i < MaxElements && _depth < MaxDepth && items.MoveNext(); i++)
        {
            int offset = bitOffset + items.Offset * 8;
            string name = Element(field.Name, i);
            _places.Add(new Place(_path + name, FieldKind.Message, FieldRole.None, _start + offset, items.Length * 8, []));
            var inner = Within(name, offset);
            items.Current.Visit(ref inner);
        }
    }

    public void Values<T, TItems>(in FieldDescription field, int bitOffset, ReadOnlySpan<byte> bytes, scoped in TItems elements)
        where T : IPresentable<T>, allows ref struct
        where TItems : IElementEnumerator<T>, allows ref struct
    {
        Add(field, bitOffset, bytes.Length * 8);
        var items = elements;
        for (int i = 0; i < MaxElements && items.MoveNext(); i++)
            _places.Add(new Place(_path + Element(field.Name, i), FieldKind.Value, FieldRole.None, _start + bitOffset + items.Offset * 8, items.Length * 8, []));
    }

    public void Scalars<T>(in FieldDescription field, int bitOffset, scoped in ScalarList<T> value) where T : unmanaged => Add(field, bitOffset, value.Bytes.Length * 8);

    public void Value<T>(in FieldDescription field, int bitOffset, int byteLength, scoped in T value) where T : IPresentable<T>, allows ref struct => Add(field, bitOffset, byteLength * 8);

    private static string Element(string list, int index) => list + index.ToString(CultureInfo.InvariantCulture);

    private PlaceCollector Within(string name, int bitOffset) => new(_places, _path + name + ".", _start + bitOffset, _depth + 1);

    private void Add(in FieldDescription field, int bitOffset, int bitWidth, ulong[]? values = null) =>
        _places.Add(new Place(_path + field.Name, field.Kind, field.Role, _start + bitOffset, bitWidth, values ?? []));

    private static class NamesOf<T>
    {
        // Each of a table, unless that is one of thousands.
        private const int Most = 300;

        public static readonly ulong[] Values = typeof(T).IsEnum
            ? [.. Enum.GetValuesAsUnderlyingType(typeof(T)).Cast<IConvertible>().Take(Most).Select(value => value.ToUInt64(CultureInfo.InvariantCulture))]
            : [];
    }
}

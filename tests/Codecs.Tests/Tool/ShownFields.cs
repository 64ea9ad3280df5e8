using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Codecs.Tests.Tool;

/// <summary>Collects what our own dissection says of a frame in the form in which Wireshark says it.</summary>
internal sealed partial class ShownFields(string prefix)
{
    private readonly List<ShownField> _fields = [];
    private readonly List<Range> _unsure = [];
    private readonly HashSet<string> _payloads = [];

    /// <summary>Is a layer broken or cut? Then what is left of it is shown in other ways.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>Does the topmost layer carry something that we do not know? Wireshark may, and find something of ours within it.</summary>
    public bool HasRest { get; private set; }

    /// <summary>Fields that both should show.</summary>
    public ShownField[] Expected => Comparable(_fields);

    /// <summary>Of what Wireshark showed, what can be compared: payloads are other layers there, and lists that are broken end in other ways.</summary>
    public ShownField[] Comparable(IEnumerable<ShownField> fields) =>
        [.. fields.Where(field => !_payloads.Contains(field.Name) && !_unsure.Exists(place => field.Offset >= place.Start.Value && field.Offset < place.End.Value))];

    [GeneratedRegex("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")]
    private static partial Regex WordStart();

    private static string Snake(string name) => WordStart().Replace(name.Replace("IPv", "Ipv", StringComparison.Ordinal), "_").ToLowerInvariant();

    /// <summary>Looks at the layers of a frame.</summary>
    /// <param name="fields">What is collected.</param>
    /// <param name="frame">The frame.</param>
    /// <param name="wanted">The layers that matter, by name.</param>
    public readonly ref struct Layers(ShownFields fields, ReadOnlySpan<byte> frame, Predicate<string> wanted) : ILayerVisitor
    {
        private readonly ReadOnlySpan<byte> _frame = frame;

        void ILayerVisitor.Layer<T>(scoped in T message, int offset, ParseResult result)
        {
            if (!wanted(T.Description.Name))
                return;
            fields.IsBroken |= !result;
            var visitor = new Fields(fields, _frame, offset, Snake(T.Description.Name), isLayer: true);
            message.Visit(ref visitor);
        }

        void ILayerVisitor.Malformed<T>(ReadOnlySpan<byte> bytes, int offset, ParseResult result) => fields.IsBroken = true;

        void ILayerVisitor.Rest(ReadOnlySpan<byte> bytes, int offset) => fields.HasRest = true;
    }

    private readonly ref struct Fields(ShownFields all, ReadOnlySpan<byte> frame, int offset, string message, bool isLayer) : IFieldVisitor
    {
        private readonly ReadOnlySpan<byte> _frame = frame;

        public void Scalar<T>(in FieldDescription field, int bitOffset, int bitWidth, T value)
        {
            // A number that is left out where it is 0 has no bytes, and Wireshark shows none.
            if (bitWidth == 0)
                return;
            int at = offset + bitOffset / 8, length = (bitOffset % 8 + bitWidth + 7) / 8;
            Add(field, at, length, Text(value) ?? Convert.ToHexStringLower(_frame.Slice(at, length)));
        }

        public void Bytes(in FieldDescription field, int bitOffset, ReadOnlySpan<byte> value)
        {
            if (isLayer && (field.Role & FieldRole.Payload) != 0)
                all._payloads.Add(Name(field));
            else if (!value.IsEmpty)
                Add(field, offset + bitOffset / 8, value.Length, Convert.ToHexStringLower(value));
        }

        public void Text(in FieldDescription field, int bitOffset, ReadOnlySpan<byte> value)
        {
            if (!value.IsEmpty)
                Add(field, offset + bitOffset / 8, value.Length, Convert.ToHexStringLower(value));
        }

        public void Message<T>(in FieldDescription field, int bitOffset, int byteLength, scoped in T value) where T : IVisitable<T>, allows ref struct => Nested(in value, offset + bitOffset / 8);

        public void Malformed<T>(in FieldDescription field, int bitOffset, ReadOnlySpan<byte> value, ParseResult result) where T : IVisitable<T>, allows ref struct => Unsure(bitOffset, value.Length);

        public void Messages<T, TItems>(in FieldDescription field, int bitOffset, ReadOnlySpan<byte> bytes, scoped in TItems elements)
            where T : IVisitable<T>, allows ref struct
            where TItems : IElementEnumerator<T>, allows ref struct
        {
            var items = elements;
            while (items.MoveNext())
                Nested(items.Current, offset + bitOffset / 8 + items.Offset);
            if (!items.Result)
                Unsure(bitOffset, bytes.Length);
        }

        public void Values<T, TItems>(in FieldDescription field, int bitOffset, ReadOnlySpan<byte> bytes, scoped in TItems elements)
            where T : IPresentable<T>, allows ref struct
            where TItems : IElementEnumerator<T>, allows ref struct => Unsure(bitOffset, bytes.Length);

        public void Scalars<T>(in FieldDescription field, int bitOffset, scoped in ScalarList<T> value) where T : unmanaged
        {
            int width = value.Count == 0 ? 0 : value.Bytes.Length / value.Count;
            for (int i = 0; i < value.Count; i++)
                Scalar(field, bitOffset + i * width * 8, width * 8, value[i]);
        }

        public void Value<T>(in FieldDescription field, int bitOffset, int byteLength, scoped in T value) where T : IPresentable<T>, allows ref struct => Unsure(bitOffset, byteLength);

        private void Nested<T>(scoped in T value, int at) where T : IVisitable<T>, allows ref struct
        {
            var visitor = new Fields(all, _frame, at, Snake(T.Description.Name), isLayer: false);
            value.Visit(ref visitor);
        }

        private string Name(in FieldDescription field) => $"{all.Prefix}{message}.{Snake(field.Name)}";

        private void Add(in FieldDescription field, int at, int length, string value) => all._fields.Add(new(Name(field), at, length, value));

        private void Unsure(int bitOffset, int length) => all._unsure.Add((offset + bitOffset / 8)..(offset + bitOffset / 8 + length));

        private static string? Text<T>(T value) => value switch
        {
            bool truth => truth ? "1" : "0",
            Enum number => Convert.ToDecimal(number, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture),
            byte or sbyte or ushort or short or uint or int or ulong or long => ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture),
            _ => null,
        };
    }

    private string Prefix => prefix;
}

namespace Codecs.Generators.Tests;

/// <summary>Named sources that must generate and compile without a warning. The tests of mutations start from them too.</summary>
internal static partial class ShapeSources
{
    public static SortedDictionary<string, string> All { get; } = Collect();

    private static SortedDictionary<string, string> Collect()
    {
        var all = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var group in new[] { Places, Names, Types, Words, ReferenceShapes })
        {
            foreach (var (name, source) in group)
                all.Add(name, source);
        }
        return all;
    }

    /// <summary>Definitions that another assembly uses.</summary>
    public const string LowerAssembly = """
        using Codecs;
        namespace Lower;

        public enum Table : ushort { Upper = 7 }
        public enum Element : byte { End, Big }

        [Message, Tag(Table.Upper)]
        public readonly partial record struct Point { public partial short X { get; init; } public partial short Y { get; init; } }

        [Message]
        public readonly ref partial struct Tlv
        {
            [TagOf(nameof(Data))] public partial Element Type { get; init; }
            [LengthOf(nameof(Data))] public partial byte Length { get; }
            public partial ReadOnlySpan<byte> Data { get; init; }
            public bool IsEnd => Type == Element.End;
        }

        [Message]
        public readonly ref partial struct Carrier
        {
            [TagOf(nameof(Payload))] public partial Table Table { get; init; }
            public partial ReadOnlySpan<byte> Payload { get; init; }
        }
        """;

    /// <summary>Uses all of <see cref="LowerAssembly"/>: as field, element, case, carrier and layer.</summary>
    public const string UpperAssembly = """
        using Codecs;
        using Lower;
        namespace Upper;

        [Message, Tag((Table)502)]
        public readonly ref partial struct Over
        {
            public partial Point Point { get; init; }
            [CountOf(nameof(Points))] public partial byte Count { get; }
            public partial MessageList<Point> Points { get; init; }
            [TagOf(nameof(Body))] public partial Table Kind { get; init; }
            [LengthOf(nameof(Body))] public partial byte BodyLength { get; }
            [Case<Point>] public partial ReadOnlySpan<byte> Body { get; init; }
            [Until(nameof(Tlv.IsEnd))] public partial MessageList<Tlv> Options { get; init; }
        }

        [Message, Tag(Element.Big, In = typeof(Tlv), Of = nameof(Tlv.Type))]
        public readonly partial record struct BigValue { public partial UInt128 Value { get; init; } }

        [Stack]
        public readonly ref partial struct Both
        {
            public partial Carrier Carrier { get; }
            public partial Over Over { get; }
            public partial Point Point { get; }
        }

        public static class Use
        {
            public static int Run(ReadOnlySpan<byte> bytes)
            {
                var layers = new Carrier() / new Over { Options = new ListBuilder<Tlv> { new BigValue { Value = 3 } } };
                return Both.TryParse(layers.ToArray(), out var both) && both.TryGet(out Over over) && both.Carrier.TryGet(out Point point) ? over.Points.Count + point.X : 0;
            }
        }
        """;
}

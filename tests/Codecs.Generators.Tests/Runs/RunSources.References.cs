namespace Codecs.Generators.Tests;

// Encodings that refer to earlier bytes of the message.
internal static partial class RunSources
{
    private static Dictionary<string, string> References => new()
    {
        ["back references"] = ShapeSources.Mark + """

            public enum Kind : byte { None, Marked, Plain }
            [Message] public readonly ref partial struct Whole
            {
                public partial ushort Id { get; init; }
                [CountOf(nameof(First))] public partial byte FirstCount { get; }
                [CountOf(nameof(Second))] public partial byte SecondCount { get; }
                public partial MessageList<Record> First { get; init; }
                public partial MessageList<Record> Second { get; init; }
            }
            [Message, BackReferences] public readonly ref partial struct Record
            {
                public partial Mark Name { get; init; }
                [TagOf(nameof(Data))] public partial Kind Kind { get; init; }
                [LengthOf(nameof(Data))] public partial byte Length { get; }
                [Case<Marked>, Case<Plain>] public partial ReadOnlySpan<byte> Data { get; init; }
            }
            [Message, BackReferences, Tag(Kind.Marked)] public readonly ref partial struct Marked { public partial byte Order { get; init; } public partial Mark Target { get; init; } }
            [Message, Tag(Kind.Plain)] public readonly ref partial struct Plain { public partial ReadOnlySpan<byte> Text { get; init; } }
            [Message] public readonly ref partial struct Framed
            {
                [LengthOf(nameof(Inner))] public partial ushort Length { get; }
                public partial Whole Inner { get; init; }
                public partial byte After { get; init; }
            }
            public enum Port : ushort { None, Whole }
            [Message] public readonly ref partial struct Carrier
            {
                [TagOf(nameof(Payload))] public partial Port Port { get; init; }
                [LengthOf(nameof(Port), nameof(Payload))] public partial ushort Length { get; }
                public partial ReadOnlySpan<byte> Payload { get; init; }
            }
            [Message, Tag(Port.Whole)] public readonly ref partial struct Carried
            {
                public partial Mark A { get; init; }
                public partial Mark B { get; init; }
            }
            public static class Test { public static void Run()
            {
                var message = new Whole
                {
                    Id = 0x1234,
                    First = new ListBuilder<Record> { new Record { Name = Mark.Of(0x77) } / new Marked { Order = 9, Target = Mark.Of(0x12) } },
                    Second = new ListBuilder<Record> { new Record { Name = Mark.Of(0x77) } / new Plain { Text = "A"u8 }, new Record { Name = Mark.Of(0x77) } / new Marked { Order = 7, Target = Mark.Of(0x77) } },
                };
                // 0x12 stands at 0, so the target is 80.
                const string expected = "1234" + "01" + "02" + "0077" + "01" + "02" + "0980" + "85" + "02" + "01" + "41" + "85" + "01" + "02" + "0785";
                byte[] bytes = message.ToArray();
                Assert.Equal(expected, Convert.ToHexString(bytes));
                Check.Reads<Whole>(expected, (scoped in Whole m) =>
                {
                    Assert.Equal(2, m.Second.Count);
                    Assert.True(m.First.First.TryGet(out Marked marked));
                    Assert.Equal(0x12, marked.Target.Value);
                    Assert.True(m.Second.ElementAt(1).TryGet(out marked));
                    Assert.Equal((7, 0x77), (marked.Order, marked.Target.Value));
                    Assert.Equal(0x77, m.Second.ElementAt(1).Name.Value);
                });
                // A buffer that holds the compressed message is enough, and one byte less is not.
                Assert.True(message.GetMaxSize() > bytes.Length);
                Assert.True(message.TryWrite(new byte[bytes.Length], out int written));
                Assert.Equal(bytes.Length, written);
                for (int size = 0; size < bytes.Length; size++)
                    Assert.False(message.TryWrite(new byte[size], out _));
                // What was received is written anew where it goes: nothing gains another meaning.
                Assert.True(Whole.TryParse(bytes, out var parsed));
                Assert.Equal(expected, Convert.ToHexString((parsed with { Id = 0x1234 }).ToArray()));
                var relayed = new Whole { Id = 0x5678, Second = parsed.Second };
                Assert.Equal("5678" + "00" + "02" + "0077" + "02" + "01" + "41" + "85" + "01" + "02" + "0785", Convert.ToHexString(relayed.ToArray()));
                // An element by itself refers to nothing.
                Assert.True(parsed.Second.ElementAt(1) is { } record && record.ToArray() is { } alone);
                Assert.Equal("0077" + "01" + "03" + "070077", Convert.ToHexString(parsed.Second.ElementAt(1).ToArray()));
                // Within others, lengths are what came out.
                Check.Writes("0013" + expected + "FF", new Framed { Inner = message, After = 255 });
                Check.Reads<Framed>("0013" + expected + "FF", (scoped in Framed f) => Assert.Equal(2, f.Inner.Second.Count));
                Assert.Equal("0001" + "0007" + "0033" + "81", Convert.ToHexString((new Carrier() / new Carried { A = Mark.Of(0x33), B = Mark.Of(0x33) }).ToArray()));
                // Pointers that mean nothing are not written, where they would mean something.
                Assert.True(Whole.TryParse(Convert.FromHexString("1234" + "01" + "00" + "0077" + "01" + "02" + "09FF"), out var bad));
                Assert.False(bad.First.First.TryGet(out Marked _));
                Assert.Throws<InvalidOperationException>(() => { Whole.TryParse(Convert.FromHexString("1234" + "01" + "00" + "0077" + "01" + "02" + "09FF"), out var m); (m with { Id = 1 }).ToArray(); });
                // To preserve them is another matter.
                Assert.Equal("0077" + "01" + "02" + "09FF", Convert.ToHexString(bad.First.First.ToArray(new WriteOptions { Mode = WriteMode.Preserve })));
                Assert.Equal("0001" + "01" + "00" + "0077" + "01" + "02" + "09FF", Convert.ToHexString((bad with { Id = 1 }).ToArray(new WriteOptions { Mode = WriteMode.Preserve })));
                // What follows the case in the payload is kept.
                Assert.True(Whole.TryParse(Convert.FromHexString("1234" + "01" + "00" + "0077" + "01" + "05" + "090012AABB"), out var longer));
                Assert.Equal("1234" + "01" + "00" + "0077" + "01" + "04" + "0980AABB", Convert.ToHexString((longer with { Id = 0x1234 }).ToArray()));
                Assert.Equal(13, longer.GetMaxSize());
            } }
            """,
        ["element by element"] = ShapeSources.Mark + """

            [Message] public readonly ref partial struct Whole
            {
                [Bits(1)] public partial bool IsTruncated { get; init; }
                [Bits(7)] public partial byte Id { get; init; }
                [CountOf(nameof(First))] public partial byte FirstCount { get; }
                [CountOf(nameof(Second))] public partial ushort SecondCount { get; }
                public partial MessageList<Record> First { get; init; }
                public partial MessageList<Record> Second { get; init; }
            }
            [Message, BackReferences] public readonly ref partial struct Record
            {
                public partial Mark Name { get; init; }
                public partial byte Value { get; init; }
            }
            public static class Test { public static void Run()
            {
                Span<byte> buffer = stackalloc byte[11];
                var writer = new Whole.Writer(buffer, new Whole { Id = 5 });
                Assert.True(writer.TryAddToFirst(new Record { Name = Mark.Of(0x77), Value = 1 }));
                Assert.True(writer.TryAddToSecond(new Record { Name = Mark.Of(0x77), Value = 2 }));
                Assert.Equal(9, writer.BytesWritten);
                // Three bytes do not fit into two; a compressed one does.
                Assert.False(writer.TryAddToSecond(new Record { Name = Mark.Of(0x66), Value = 3 }));
                Assert.True(writer.TryAddToSecond(new Record { Name = Mark.Of(0x77), Value = 4 }));
                Assert.False(writer.TryAddToSecond(new Record { Name = Mark.Of(0x77), Value = 5 }));
                writer.Write(new Whole { Id = 5, IsTruncated = true });
                Assert.True(AddsWhatItDoesNotKeep(new byte[20]));
                Assert.True(writer.TryComplete(out int written));
                Assert.Equal("85" + "01" + "0002" + "007701" + "8502" + "8504", Convert.ToHexString(buffer[..written]));
                Assert.True(Whole.TryParse(buffer[..written], out var message));
                Assert.Equal(2, message.SecondCount);
                Assert.Throws<InvalidOperationException>(() =>
                {
                    var late = new Whole.Writer(new byte[20], new Whole());
                    late.TryAddToSecond(new Record { Name = Mark.Of(1) });
                    late.TryAddToFirst(new Record { Name = Mark.Of(1) });
                });
                Reads();
                var none = new Whole.Writer(stackalloc byte[3], new Whole());
                Assert.False(none.TryAddToFirst(new Record { Name = Mark.Of(1) }));
                Assert.False(none.TryComplete(out _));
            }
            // The same back, element by element.
            private static void Reads()
            {
                var reader = new Whole.Reader(Convert.FromHexString("85" + "01" + "0002" + "007701" + "8402" + "8404" + "EE"));
                Assert.True(reader.IsTruncated && reader is { Id: 5, FirstCount: 1, SecondCount: 2 });
                Assert.True(reader.TryReadFromFirst(out var record));
                Assert.Equal((0x77, 1), (record.Name.Value, record.Value));
                Assert.False(reader.TryReadFromFirst(out _));
                Assert.True(reader.TryReadFromSecond(out record));
                Assert.Equal((0x00, 2), (record.Name.Value, record.Value));
                // What is left is passed over.
                Assert.Equal(ParseResult.Done(11), reader.Complete());
                // So is a list that is not wanted.
                reader = new Whole.Reader(Convert.FromHexString("85" + "01" + "0002" + "007701" + "8502" + "8504"));
                Assert.True(reader.TryReadFromSecond(out record) && reader.TryReadFromSecond(out record) && !reader.TryReadFromSecond(out _));
                Assert.Equal((0x77, 4), (record.Name.Value, record.Value));
                Assert.Equal(ParseResult.Done(11), reader.Complete());
                Assert.Equal("85" + "01" + "0002", Convert.ToHexString(reader.Head.ToArray(new WriteOptions { Mode = WriteMode.Preserve })));
                Assert.Equal("05" + "00" + "0000", Convert.ToHexString((reader.Head with { IsTruncated = false }).ToArray()));
                Assert.Throws<InvalidOperationException>(() => { var late = new Whole.Reader(new byte[] { 0, 1, 0, 1, 0, 1, 1, 0, 1, 1 }); late.TryReadFromSecond(out _); late.TryReadFromFirst(out _); });
                // What is wrong ends it, and is said as TryParse says it.
                Stops("85" + "01" + "0002" + "007701" + "85" + "02" + "8A" + "04", 2);
                Stops("85" + "01" + "0002" + "007701" + "8502" + "85", 2);
                Stops("85" + "01" + "0002" + "0077", 0);
                Stops("85" + "01" + "00", 0);
                Stops("", 0);
            }
            private static void Stops(string hex, int elements)
            {
                byte[] bytes = Convert.FromHexString(hex);
                var reader = new Whole.Reader(bytes);
                int found = 0;
                while (reader.TryReadFromFirst(out _))
                    found++;
                while (reader.TryReadFromSecond(out _))
                    found++;
                Assert.Equal(elements, found);
                Assert.False(reader.TryReadFromSecond(out _));
                var result = Whole.TryParse(bytes, out _);
                Assert.False(result.Success);
                Assert.Equal(result, reader.Complete());
                Assert.Equal(result, new Whole.Reader(bytes).Complete());
            }
            // An element may live shorter than the writer.
            private static bool AddsWhatItDoesNotKeep(Span<byte> buffer)
            {
                var writer = new Whole.Writer(buffer, new Whole());
                ReadOnlySpan<byte> local = stackalloc byte[] { 0, 0x55, 1 };
                return Record.TryParse(local, out var record) && writer.TryAddToFirst(record) && writer.TryComplete(out _);
            } }
            """,
    };
}

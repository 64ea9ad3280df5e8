namespace Codecs.Generators.Tests;

/// <content>Text.</content>
internal static partial class RunSources
{
    private static Dictionary<string, string> Texts => new()
    {
        ["runs of bytes"] = """
            [Message] public readonly ref partial struct M
            {
                [While(nameof(Letters)), Limit(4)] public partial ReadOnlySpan<byte> Name { get; init; }
                [While(nameof(IsBlank)), Terminated("=\r")] public partial ReadOnlySpan<byte> Space { get; init; }
                public partial byte Flag { get; init; }
                [When(nameof(HasMore)), While(nameof(Letters))] public partial ReadOnlySpan<byte> More { get; init; }
                [Terminated(".")] public partial ReadOnlySpan<byte> Last { get; init; }
                private static readonly System.Buffers.SearchValues<byte> Letters = System.Buffers.SearchValues.Create("abc"u8);
                private static bool IsBlank(byte b) => b is 32 or 9;
                private bool HasMore => Flag == 1;
            }
            [Message] public readonly ref partial struct Bounded
            {
                [LengthOf(nameof(Name), nameof(Last))] public partial byte Length { get; }
                [While(nameof(Letters))] public partial ReadOnlySpan<byte> Name { get; init; }
                [While(nameof(Letters)), Terminated(",", Optional = true)] public partial ReadOnlySpan<byte> Last { get; init; }
                private static System.Buffers.SearchValues<byte> Letters { get; } = System.Buffers.SearchValues.Create("abc"u8);
            }
            public static class Test { public static void Run()
            {
                Check.BothWays<M>("616263" + "2009" + "3D0D" + "01" + "63" + "2E", new M { Name = "abc"u8, Space = " \t"u8, Flag = 1, More = "c"u8 }, (scoped in M m) =>
                {
                    Assert.True(m.Name.SequenceEqual("abc"u8)); Assert.Equal(2, m.Space.Length); Assert.Equal(1, m.More.Length); Assert.True(m.Last.IsEmpty);
                });
                Check.BothWays<M>("3D0D" + "00" + "5A5A2E", new M { Last = "ZZ"u8 }, (scoped in M m) => { Assert.True(m.Name.IsEmpty); Assert.Equal(2, m.Last.Length); });
                Check.Fails<M>("6161616161", ParseError.Limit, "Name", 0);
                Check.Fails<M>("6158", ParseError.Syntax, "Space", 1);
                Check.Fails<M>("613D0A", ParseError.Syntax, "Space", 1);
                Check.Reads<Bounded>("02" + "6162", (scoped in Bounded m) => Assert.Equal(2, m.Name.Length));
                Check.Reads<Bounded>("03" + "61622C", (scoped in Bounded m) => Assert.Equal(2, m.Name.Length));
                Check.Fails<Bounded>("02" + "612D", ParseError.Syntax, "Last", 2);
                Check.Fails<Bounded>("03" + "612C61", ParseError.Length, "Length", 0);
                Assert.Throws<InvalidOperationException>(() => new M { Name = "abX"u8 }.ToArray());
                Assert.Throws<InvalidOperationException>(() => new M { Name = "aaaaa"u8 }.ToArray());
                Assert.Throws<InvalidOperationException>(() => new M { Space = "\r"u8 }.ToArray());
                Assert.Throws<InvalidOperationException>(() => new M { More = "a"u8 }.ToArray());
                Assert.Contains("abc", new M { Name = "abc"u8 }.ToString());
            } }
            """,
        ["words of text enums"] = """
            [Token] public enum Verb { None, [Token("GET")] Get, [Token("PUT", IgnoreCase = true)] Put }
            [Token(IgnoreCase = true)] public enum Header { [Token("\u00C4-b")] Odd, Host, [Token("content-length")] ContentLength }
            [Message, Tag(Verb.Put)] public readonly partial record struct Upper { public partial byte X { get; init; } }
            [Message] public readonly ref partial struct M
            {
                [Terminated(" ")] public partial Token<Verb> Verb { get; init; }
                [Prefixed<byte>] public partial Token<Header> Header { get; init; }
                [Bytes(3)] public partial Token<Verb> Fixed { get; init; }
                public partial byte End { get; init; }
            }
            [Message] public readonly ref partial struct Carrier
            {
                [Prefixed<byte>, TagOf(nameof(Data))] public partial Token<Verb> Verb { get; init; }
                [Case<Upper>] public partial ReadOnlySpan<byte> Data { get; init; }
            }
            [Message] public readonly ref partial struct Open
            {
                [Bits(8), PresenceOf(nameof(Word))] public partial bool HasWord { get; }
                [While(nameof(IsLetter))] public partial Optional<Token<Verb>> Word { get; init; }
                [LengthOf(nameof(Rest))] public partial byte Length { get; }
                public partial Token<Header> Rest { get; init; }
                private static bool IsLetter(byte b) => char.IsAsciiLetter((char)b);
            }
            public static class Test { public static void Run()
            {
                Check.BothWays<M>("47455420" + "04" + "486F7374" + "505554" + "07", new M { Verb = Verb.Get, Header = Header.Host, Fixed = Verb.Put, End = 7 }, (scoped in M m) =>
                {
                    Assert.Equal(Verb.Get, m.Verb.Value); Assert.Equal(Header.Host, m.Header.Value); Assert.True(m.Fixed.IsKnown); Assert.Equal(4, m.Header.Bytes.Length);
                    Assert.Contains("Verb = \"GET\"", m.ToString());
                });
                // In another case where that does not matter, or not known: the bytes stay.
                Check.Reads<M>("67455420" + "0E" + "434F4E54454E542D6C656E677468" + "507574" + "07", (scoped in M m) =>
                {
                    Assert.False(m.Verb.IsKnown); Assert.Equal(Verb.None, m.Verb.Value); Assert.Equal(Header.ContentLength, m.Header.Value); Assert.Equal(Verb.Put, m.Fixed.Value);
                    Assert.Equal("67455420" + "04" + "486F7374" + "507574" + "07", Convert.ToHexString((m with { Header = Header.Host }).ToArray()));
                });
                Check.Reads<M>("20" + "03" + "C42D42" + "414243" + "07", (scoped in M m) => Assert.True(m.Header is { IsKnown: true, Value: Header.Odd }));
                Check.Reads<M>("20" + "03" + "E42D42" + "414243" + "07", (scoped in M m) => Assert.False(m.Header.IsKnown));
                Check.Writes("416220" + "00" + "505554" + "00", new M { Verb = new("Ab"u8), Fixed = new("PUT"u8) });
                Assert.Equal(Verb.Put, new M { Verb = new("pUt"u8) }.Verb.Value);
                Assert.Throws<ArgumentOutOfRangeException>(() => new M { Verb = (Verb)9 }.ToArray());
                Check.BothWays<Carrier>("03" + "505554" + "09", new Carrier { Verb = Verb.Put, Data = [9] }, (scoped in Carrier m) => { Assert.True(m.TryGet(out Upper upper)); Assert.Equal(9, upper.X); }, isWhole: true);
                Assert.Equal("0350555409", Convert.ToHexString((new Carrier() / new Upper { X = 9 }).ToArray()));
                Check.Reads<Carrier>("03" + "474554" + "09", (scoped in Carrier m) => Assert.Equal(ParseError.NotCarried, m.TryGet(out Upper _).Error), isWhole: true);
                Check.BothWays<Open>("00" + "00", new Open(), (scoped in Open m) => Assert.False(m.Word.HasValue));
                Check.BothWays<Open>("01" + "476574" + "04" + "486F7374", new Open { Word = new Token<Verb>("Get"u8), Rest = Header.Host }, (scoped in Open m) => { Assert.False(m.Word.Value.IsKnown); Assert.Equal(Header.Host, m.Rest.Value); });
            } }
            """,
        ["words told by a number"] = """
            [Token(IgnoreCase = true)] public enum W : byte
            {
                None, A, B, C, D, [Token("-")] Dash, Ab, [Token("1b")] OneB, [Token("-c")] DashC, [Token("d\u00E4")] Umlaut, Abc, Abd, [Token("a-c")] AHyphenC, Bcd,
                Ehlo, Helo, Mail, Rcpt, Data, Rset, [Token("8bit")] EightBit, [Token("x-op")] XOp, Alpha, Bravo, Gamma, [Token("d-lta")] Delta, Quebec, Sierra, Yankee, Zambia, Charlie, Foxtrot, Uniform, Whiskey,
                StartTls, EndOfAll, [Token("8bitmime")] EightBitMime, [Token("digest-1")] Digest, Pipelines, [Token("cram-md55")] Cram, [Token("x-express")] Express, Telephone,
                [Token("abcdefghXabcdefgh")] X, [Token("abcdefghYabcdefgh")] Y,
            }
            [Token] public enum Exact { [Token("get")] Get, [Token("Get")] Capital, [Token("put")] Put, [Token("del")] Del, [Token("top")] Top }
            [Message] public readonly ref partial struct M { [Prefixed<byte>] public partial Token<W> Word { get; init; } }
            [Message] public readonly ref partial struct E { [Prefixed<byte>] public partial Token<Exact> Word { get; init; } }
            public static class Test { public static void Run()
            {
                foreach (var value in System.Enum.GetValues<W>())
                {
                    byte[] bytes = new M { Word = value }.ToArray();
                    Assert.True(M.TryParse(bytes, out var read) && read.Word is { IsKnown: true } word && word.Value == value);
                    // A letter may change its case; nothing else may be another byte, unless it gives another word.
                    for (int at = 1; at < bytes.Length; at++)
                    {
                        byte right = bytes[at];
                        for (int wrong = 0; wrong < 256; wrong++)
                        {
                            bytes[at] = (byte)wrong;
                            Assert.True(M.TryParse(bytes, out read));
                            bool isSame = wrong == right || (wrong ^ right) == 0x20 && char.IsAsciiLetter((char)right);
                            Assert.True(isSame ? read.Word.IsKnown && read.Word.Value == value : !read.Word.IsKnown || read.Word.Value != value && IsWord(bytes, read.Word.Value), $"{value}: {wrong} at {at}");
                        }
                        bytes[at] = right;
                    }
                }
                foreach (var (text, value) in new[] { ("get", Exact.Get), ("Get", Exact.Capital), ("del", Exact.Del), ("top", Exact.Top) })
                    Assert.True(E.TryParse(Bytes(text), out var e) && e.Word.IsKnown && e.Word.Value == value, text);
                foreach (string text in new[] { "GET", "gET", "Del", "TOP", "to", "topp", "" })
                    Assert.True(E.TryParse(Bytes(text), out var e) && !e.Word.IsKnown, text);
            }
            private static bool IsWord(byte[] bytes, W value) => TextOf(value).Equals(System.Text.Encoding.Latin1.GetString(bytes, 1, bytes.Length - 1), StringComparison.OrdinalIgnoreCase);
            private static string TextOf(W value) => System.Text.Encoding.Latin1.GetString(new M { Word = value }.ToArray().AsSpan(1));
            private static byte[] Bytes(string text) => [(byte)text.Length, .. System.Text.Encoding.ASCII.GetBytes(text)]; }
            """,
        ["constant bytes"] = """
            [Message] public readonly ref partial struct M
            {
                [Const("HI ")] public partial ReadOnlySpan<byte> Magic { get; }
                public partial byte Flag { get; init; }
                [When(nameof(HasMark)), Const("\u00FF\u0000")] public partial ReadOnlySpan<byte> Mark { get; }
                [Const(new byte[] { 1, 2 }), Terminated("\r\n")] private partial ReadOnlySpan<byte> Array { get; }
                [Terminated(".")] public partial ReadOnlySpan<byte> Last { get; init; }
                private bool HasMark => Flag == 1;
            }
            [Message] public readonly ref partial struct Tail
            {
                public partial ReadOnlySpan<byte> Open { get; init; }
                [Const("END")] public partial ReadOnlySpan<byte> End { get; }
            }
            public static class Test { public static void Run()
            {
                Check.BothWays<M>("484920" + "00" + "01020D0A" + "2E", new M(), (scoped in M m) => { Assert.True(m.Magic.SequenceEqual("HI "u8)); Assert.True(m.Mark.IsEmpty); });
                Check.BothWays<M>("484920" + "01" + "FF00" + "01020D0A" + "412E", new M { Flag = 1, Last = "A"u8 }, (scoped in M m) => { Assert.Equal(2, m.Mark.Length); Assert.Equal(255, m.Mark[0]); });
                Check.Fails<M>("4859", ParseError.Value, "Magic", 0);
                Check.Fails<M>("484920" + "01" + "FF01", ParseError.Value, "Mark", 4);
                Check.Fails<M>("484920" + "00" + "01020A", ParseError.Syntax, "Array", 6);
                Check.BothWays<Tail>("4142" + "454E44", new Tail { Open = "AB"u8 }, (scoped in Tail m) => Assert.Equal(2, m.Open.Length), isWhole: true);
                Check.Fails<Tail>("4142" + "454E45", ParseError.Value, "End", 2);
                Assert.Contains("HI ", new M().ToString());
            } }
            """,
        ["constant letters in either case"] = """
            [Message] public readonly ref partial struct M
            {
                [Const("From\u00C4@:", IgnoreCase = true)] public partial ReadOnlySpan<byte> Keyword { get; }
                public partial byte Flag { get; init; }
                [When(nameof(HasMore)), Const("To", IgnoreCase = true), Terminated("\r\n")] public partial ReadOnlySpan<byte> More { get; }
                [Terminated(".")] public partial ReadOnlySpan<byte> Last { get; init; }
                private bool HasMore => Flag == 1;
            }
            public static class Test { public static void Run()
            {
                Check.BothWays<M>("46726F6DC4403A" + "00" + "2E", new M(), (scoped in M m) => { Assert.Equal(0xC4, m.Keyword[4]); Assert.True(m.More.IsEmpty); });
                Check.BothWays<M>("46726F6DC4403A" + "01" + "546F0D0A" + "412E", new M { Flag = 1, Last = "A"u8 }, (scoped in M m) => Assert.True(m.More.SequenceEqual("To"u8)));
                // What was received is shown and kept as it was; written anew, it is spelled as it should be.
                Check.Reads<M>("66524F4DC4403A" + "01" + "744F0D0A" + "2E", (scoped in M m) =>
                {
                    Assert.Equal(0x66, m.Keyword[0]);
                    Assert.True(m.More.SequenceEqual("tO"u8));
                    Assert.Contains("tO", m.ToString());
                    Check.Writes("46726F6DC4403A" + "01" + "546F0D0A" + "2E", m);
                    Check.Writes("46726F6DC4403A" + "00" + "2E", m with { Flag = 0 });
                });
                Assert.True(new M { Flag = 1 }.More.SequenceEqual("To"u8));
                // Only ASCII letters have two cases.
                Check.Fails<M>("46726F6DE4403A", ParseError.Value, "Keyword", 0);
                Check.Fails<M>("46726F6DC4603A", ParseError.Value, "Keyword", 0);
                Check.Fails<M>("46726F6DC4401A", ParseError.Value, "Keyword", 0);
                Check.Fails<M>("58", ParseError.Value, "Keyword", 0);
                Check.Fails<M>("46726F6DC4403A" + "01" + "7478", ParseError.Value, "More", 8);
            } }
            """,
        ["optional terminators at the end of the source"] = """
            [Message] public readonly ref partial struct Words
            {
                [Terminated(" ", Optional = true)] public partial ReadOnlySpan<byte> Name { get; init; }
                [Digits, Terminated(", ", Optional = true)] public partial ushort Number { get; init; }
                public partial ReadOnlySpan<byte> Rest { get; init; }
            }
            [Message] public readonly ref partial struct Pair
            {
                [While(nameof(IsLetter)), Terminated("=", Optional = true)] public partial ReadOnlySpan<byte> Name { get; init; }
                public partial ReadOnlySpan<byte> Value { get; init; }
                private static bool IsLetter(byte b) => char.IsAsciiLetter((char)b);
            }
            [Message] public readonly ref partial struct Alone
            {
                [Terminated("\r\n", Optional = true)] public partial ReadOnlySpan<byte> Line { get; init; }
            }
            [Message, Terminated("\n")] public readonly ref partial struct Enclosed
            {
                [Terminated(" ", Optional = true)] public partial ReadOnlySpan<byte> Name { get; init; }
                public partial ReadOnlySpan<byte> Rest { get; init; }
            }
            public static class Test { public static void Run()
            {
                Check.BothWays<Words>(Convert.ToHexString("ab 7"u8), new Words { Name = "ab"u8, Number = 7 }, (scoped in Words m) => { Assert.Equal(7, m.Number); Assert.True(m.Rest.IsEmpty); }, isWhole: true);
                Check.BothWays<Words>(Convert.ToHexString("ab 7, x y"u8), new Words { Name = "ab"u8, Number = 7, Rest = "x y"u8 }, (scoped in Words m) => Assert.Equal(3, m.Rest.Length), isWhole: true);
                // One that nothing follows is kept, and not written anew.
                Check.Reads<Words>(Convert.ToHexString("ab 07, "u8), (scoped in Words m) => Check.Writes(Convert.ToHexString("ab 7"u8), m), isWhole: true);
                // There must be digits, and nothing else.
                Assert.Equal(3, Words.TryParse("ab"u8, out _).BytesNeeded);
                Assert.Equal(4, Words.TryParse("ab "u8, out _).BytesNeeded);
                Check.Fails<Words>(Convert.ToHexString("ab 7x"u8), ParseError.Syntax, "Number", 4);
                Assert.Equal(6, Words.TryParse("ab 7,"u8, out _).BytesNeeded);
                Assert.Throws<InvalidOperationException>(() => new Words { Name = "a b"u8, Number = 1 }.ToArray());
                Check.BothWays<Pair>(Convert.ToHexString("ab"u8), new Pair { Name = "ab"u8 }, (scoped in Pair m) => Assert.True(m.Value.IsEmpty), isWhole: true);
                Check.BothWays<Pair>(Convert.ToHexString("ab=1"u8), new Pair { Name = "ab"u8, Value = "1"u8 }, (scoped in Pair m) => Assert.Equal(1, m.Value.Length), isWhole: true);
                Check.Reads<Pair>(Convert.ToHexString("ab="u8), (scoped in Pair m) => Assert.Equal(2, m.Name.Length), isWhole: true);
                Check.Fails<Pair>(Convert.ToHexString("ab1"u8), ParseError.Syntax, "Name", 2);
                Check.BothWays<Alone>(Convert.ToHexString("ab"u8), new Alone { Line = "ab"u8 }, (scoped in Alone m) => Assert.Equal(2, m.Line.Length), isWhole: true);
                Check.Reads<Alone>(Convert.ToHexString("ab\r"u8), (scoped in Alone m) => Assert.Equal(3, m.Line.Length), isWhole: true);
                Check.Reads<Alone>(Convert.ToHexString("ab\r\n"u8), (scoped in Alone m) => Assert.Equal(2, m.Line.Length), isWhole: true);
                Assert.Equal(4, Alone.TryParse("ab\r\ncd"u8, out _).BytesConsumed);
                Assert.True(IsWhole<Words>() && IsWhole<Pair>() && IsWhole<Alone>() && !IsWhole<Enclosed>());
                // What is enclosed ends where that does, and not where the source does.
                Check.BothWays<Enclosed>(Convert.ToHexString("ab\n"u8), new Enclosed { Name = "ab"u8 }, (scoped in Enclosed m) => Assert.Equal(2, m.Name.Length));
            } private static bool IsWhole<T>() where T : IMessage<T>, allows ref struct => T.IsWhole; }
            """,
        ["what a word carries is text"] = """
            [Token] public enum Verb { [Token("SAY")] Say }
            public enum Number : byte { One = 1 }
            [Message, Tag(Verb.Say)] public readonly ref partial struct Said { public partial ReadOnlySpan<byte> What { get; init; } }
            [Message, Tag(Number.One)] public readonly ref partial struct Counted { public partial ReadOnlySpan<byte> What { get; init; } }
            [Message, Tag(Verb.Say)] public readonly partial record struct Times { [Digits] public partial int Count { get; init; } }
            [Message] public readonly ref partial struct Line
            {
                [Terminated(" ", Optional = true), TagOf(nameof(Rest))] public partial Token<Verb> Verb { get; init; }
                public partial ReadOnlySpan<byte> Rest { get; init; }
            }
            public static class Test { public static void Run()
            {
                Assert.Contains("What = \"hi\"", new Said { What = "hi"u8 }.ToString());
                Assert.DoesNotContain("\"hi\"", new Counted { What = "hi"u8 }.ToString());
                Assert.Contains("Rest = \"3\"", new Line { Verb = Verb.Say, Rest = "3"u8 }.ToString());
                // Nothing may follow what a word is about.
                Assert.True(new Line { Verb = Verb.Say, Rest = "-30"u8 }.TryGet(out Times times) && times.Count == -30);
                var result = new Line { Verb = Verb.Say, Rest = "30x"u8 }.TryGet(out times);
                Assert.Equal((ParseError.Syntax, 2, 0), (result.Error, result.Offset, times.Count));
                Assert.Equal(1, Times.TryParse(""u8, out _).BytesNeeded);
                Assert.Equal(2, Times.TryParse("-"u8, out _).BytesNeeded);
            } }
            """,
        ["bytes that stand nowhere but in the terminator"] = """
            [Message, Terminated("\r\n", Except = "\r\n\0"), Limit(8)] public readonly ref partial struct Line
            {
                [Terminated(" ", Optional = true)] public partial ReadOnlySpan<byte> Verb { get; init; }
                public partial ReadOnlySpan<byte> Rest { get; init; }
            }
            [Message, Terminated("\r\n", Except = "\n")] public readonly ref partial struct Loose { public partial ReadOnlySpan<byte> Text { get; init; } }
            [Message, Terminated("abcab", Except = "b")] public readonly ref partial struct Long { public partial ReadOnlySpan<byte> Text { get; init; } }
            [Message] public readonly ref partial struct Fields
            {
                [Terminated(":", Except = ":\n")] public partial ReadOnlySpan<byte> Name { get; init; }
                [Terminated(" ", Optional = true, Except = " \t")] public partial ReadOnlySpan<byte> Value { get; init; }
                public partial ReadOnlySpan<byte> Rest { get; init; }
            }
            public static class Test { public static void Run()
            {
                Check.BothWays<Line>(Convert.ToHexString("A bc\r\n"u8), new Line { Verb = "A"u8, Rest = "bc"u8 }, (scoped in Line m) => Assert.Equal(2, m.Rest.Length));
                Check.BothWays<Line>(Convert.ToHexString("\r\n"u8), new Line(), (scoped in Line m) => Assert.True(m.Verb.IsEmpty));
                Check.Fails<Line>(Convert.ToHexString("A b\nc\r\n"u8), ParseError.Syntax, "Rest", 3);
                Check.Fails<Line>(Convert.ToHexString("A\rb"u8), ParseError.Syntax, "Rest", 1);
                Check.Fails<Line>(Convert.ToHexString("\r\r\n"u8), ParseError.Syntax, "Rest", 0);
                Check.Fails<Line>(Convert.ToHexString("\n\r\n"u8), ParseError.Syntax, "Rest", 0);
                Check.Fails<Line>(Convert.ToHexString("ab\0"u8), ParseError.Syntax, "Rest", 2);
                // The limit counts what is before the end.
                Check.Reads<Line>(Convert.ToHexString("A bcdefg\r\n"u8), (scoped in Line m) => Assert.Equal(6, m.Rest.Length));
                Check.Fails<Line>(Convert.ToHexString("A bcdefgh\r\n"u8), ParseError.Limit, "Verb", 0);
                foreach (string text in new[] { "a\rb", "a\nb", "a\0", "\r", "a\r\nb" })
                {
                    Assert.Contains("Line.Rest", Assert.Throws<InvalidOperationException>(() => new Line { Verb = "A"u8, Rest = System.Text.Encoding.ASCII.GetBytes(text) }.ToArray()).Message);
                    Assert.Contains("Line.Verb", Assert.Throws<InvalidOperationException>(() => new Line { Verb = System.Text.Encoding.ASCII.GetBytes(text), Rest = "x"u8 }.ToArray()).Message);
                }
                Check.BothWays<Loose>(Convert.ToHexString("a\rb\0\r\r\n"u8), new Loose { Text = "a\rb\0\r"u8 }, (scoped in Loose m) => Assert.Equal(5, m.Text.Length));
                Check.Fails<Loose>(Convert.ToHexString("a\n"u8), ParseError.Syntax, "Text", 1);
                Check.Fails<Loose>(Convert.ToHexString("\n"u8), ParseError.Syntax, "Text", 0);
                Check.Fails<Loose>(Convert.ToHexString("a\r\0\n"u8), ParseError.Syntax, "Text", 3);
                Assert.Throws<InvalidOperationException>(() => new Loose { Text = "a\nb"u8 }.ToArray());
                Assert.Throws<InvalidOperationException>(() => new Loose { Text = "a\r\n"u8 }.ToArray());
                Check.BothWays<Long>(Convert.ToHexString("xaabcab"u8), new Long { Text = "xa"u8 }, (scoped in Long m) => Assert.Equal(2, m.Text.Length));
                Check.Fails<Long>(Convert.ToHexString("xababcab"u8), ParseError.Syntax, "Text", 2);
                Check.Fails<Long>(Convert.ToHexString("abcb"u8), ParseError.Syntax, "Text", 1);
                Check.BothWays<Fields>(Convert.ToHexString("a:b c d"u8), new Fields { Name = "a"u8, Value = "b"u8, Rest = "c d"u8 }, (scoped in Fields m) => Assert.Equal(3, m.Rest.Length), isWhole: true);
                Check.Fails<Fields>(Convert.ToHexString("a\n:b"u8), ParseError.Syntax, "Name", 1);
                Check.Fails<Fields>(Convert.ToHexString("a:b\tc"u8), ParseError.Syntax, "Value", 3);
                Assert.Contains("Fields.Name", Assert.Throws<InvalidOperationException>(() => new Fields { Name = "\n"u8 }.ToArray()).Message);
                Assert.Contains("Fields.Value", Assert.Throws<InvalidOperationException>(() => new Fields { Value = "\t"u8 }.ToArray()).Message);
            } }
            """,
        ["digits that nothing need follow"] = """
            [Message] public readonly ref partial struct M
            {
                [Bytes(1)] public partial ReadOnlySpan<byte> Mark { get; init; }
                [When(nameof(HasNumber)), Digits] public partial byte Number { get; init; }
                [When(nameof(HasText))] public partial ReadOnlySpan<byte> Rest { get; init; }
                private bool HasNumber => Mark is [(byte)'n'];
                private bool HasText => !HasNumber;
            }
            public static class Test { public static void Run()
            {
                Check.BothWays<M>(Convert.ToHexString("n36"u8), new M { Mark = "n"u8, Number = 36 }, (scoped in M m) => Assert.Equal(36, m.Number), isWhole: true);
                Check.BothWays<M>(Convert.ToHexString("x36"u8), new M { Mark = "x"u8, Rest = "36"u8 }, (scoped in M m) => Assert.Equal(0, m.Number), isWhole: true);
                Assert.Equal(2, M.TryParse("n"u8, out _).BytesNeeded);
            } }
            """,
        ["digits under a condition"] = """
            [Message, Terminated("\n")] public readonly ref partial struct M
            {
                [Bytes(1)] public partial ReadOnlySpan<byte> Mark { get; init; }
                [When(nameof(HasNumber)), Digits, Terminated(" ")] public partial ushort Number { get; init; }
                [Require(nameof(IsText))] public partial ReadOnlySpan<byte> Run1 { get; init; }
                private bool HasNumber => Mark is [(byte)'n'];
                private bool IsText => !Run1.Contains((byte)0);
            }
            [Message] public readonly ref partial struct Sum
            {
                [ChecksumOf<InternetChecksum>(nameof(Total), nameof(Rest))] public partial ushort Total { get; }
                public partial ushort TotalIsValid { get; init; }
                public partial ReadOnlySpan<byte> Rest { get; init; }
            }
            public static class Test { public static void Run()
            {
                Check.BothWays<M>(Convert.ToHexString("n12 ab\n"u8), new M { Mark = "n"u8, Number = 12, Run1 = "ab"u8 }, (scoped in M m) => Assert.Equal(12, m.Number));
                Check.BothWays<M>(Convert.ToHexString("xab\n"u8), new M { Mark = "x"u8, Run1 = "ab"u8 }, (scoped in M m) => Assert.Equal(0, m.Number));
                Check.Fails<M>("78000A", ParseError.Requirement, "Run1", 1);
                Assert.Throws<InvalidOperationException>(() => new M { Mark = "x"u8, Number = 1 }.ToArray());
                // A field may be called as the member that says whether a checksum is right.
                Assert.True(Sum.TryParse(new Sum { TotalIsValid = 7, Rest = [1, 2] }.ToArray(), out var sum) && sum.TotalIsRight && sum.TotalIsValid == 7);
            } }
            """,
    };
}

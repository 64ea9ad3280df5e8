namespace Codecs.Generators.Tests;

// What may be absent, and padding; slots, numbers of a told width, digests.
internal static partial class RunSources
{
    private static Dictionary<string, string> Absent => new()
    {
        ["a length that says absent"] = """
            [Message] public readonly ref partial struct M
            {
                [Prefixed<short>(Null = -1)] public partial Optional<ReadOnlySpan<byte>> Name { get; init; }
                [LengthOf(nameof(Data), Null = 255)] public partial byte Length { get; }
                public partial Optional<ReadOnlySpan<byte>> Data { get; init; }
                [CountOf(nameof(List), Bias = 1, Null = 0)] public partial byte Count { get; }
                public partial Optional<MessageList<Item>> List { get; init; }
                public partial byte After { get; init; }
            }
            [Message] public readonly partial record struct Item { public partial ushort X { get; init; } }
            public static class Test { public static void Run()
            {
                Check.BothWays<M>("FFFF" + "FF" + "00" + "07", new M { After = 7 }, (scoped in M m) => { Assert.False(m.Name.HasValue || m.Data.HasValue || m.List.HasValue); Assert.Equal(7, m.After); });
                Check.BothWays<M>("0000" + "00" + "01" + "07", new M { Name = new(default), Data = new(default), List = new(default), After = 7 }, (scoped in M m) => { Assert.True(m.Name.HasValue && m.Data.HasValue && m.List.HasValue); Assert.True(m.Name.Value.IsEmpty); });
                Check.BothWays<M>("0002" + "4142" + "01" + "FE" + "02" + "0102" + "07", new M { Name = new("AB"u8), Data = new([0xFE]), List = new(new ListBuilder<Item> { new() { X = 0x102 } }), After = 7 },
                    (scoped in M m) => { Assert.Equal("AB"u8, m.Name.Value); Assert.Equal(0xFE, m.Data.Value[0]); Assert.Equal(0x102, m.List.Value.First.X); });
                Check.Fails<M>("FFFE" + "0000", ParseError.Length, "NameLength", 0);
            } }
            """,
        ["a prefix that may be absent"] = """
            [Message] public readonly ref partial struct M
            {
                [LengthOf(nameof(A), nameof(Extensions))] public partial byte Length { get; }
                public partial byte A { get; init; }
                [Prefixed<ushort>] public partial Optional<ReadOnlySpan<byte>> Extensions { get; init; }
            }
            public static class Test { public static void Run()
            {
                Check.BothWays<M>("01" + "05", new M { A = 5 }, (scoped in M m) => Assert.False(m.Extensions.HasValue));
                Check.BothWays<M>("03" + "05" + "0000", new M { A = 5, Extensions = new(default) }, (scoped in M m) => Assert.True(m.Extensions.HasValue));
                Check.BothWays<M>("05" + "05" + "0002" + "AABB", new M { A = 5, Extensions = new([0xAA, 0xBB]) }, (scoped in M m) => Assert.Equal(0xBB, m.Extensions.Value[1]));
            } }
            """,
        ["a length of variable width"] = """
            public readonly record struct VarInt(uint Value) : ICodec<VarInt>, IScalar<VarInt, uint>
            {
                public static VarInt FromInteger(uint value) => new(value);
                public uint ToInteger() => Value;
                public int GetMaxSize() => Value < 0x80 ? 1 : Value < 0x4000 ? 2 : 5;
                public int Write(Span<byte> message, int offset, scoped WriteContext context)
                {
                    int at = offset;
                    for (uint rest = Value; ; rest >>= 7)
                    {
                        message[at++] = (byte)(rest >= 0x80 ? rest | 0x80 : rest);
                        if (rest < 0x80)
                            return at - offset;
                    }
                }
                public static ParseResult TryParse(ReadOnlySpan<byte> message, int offset, scoped ParseContext context, out VarInt value)
                {
                    uint sum = 0;
                    value = default;
                    for (int at = offset, shift = 0; shift < 28; at++, shift += 7)
                    {
                        if (at == message.Length)
                            return ParseResult.NeedMore(at - offset + 1, 0);
                        sum |= (uint)(message[at] & 0x7F) << shift;
                        if (message[at] >= 0x80)
                            continue;
                        value = new(sum);
                        return ParseResult.Done(at - offset + 1);
                    }
                    return ParseResult.Invalid(ParseError.Value, 0, 0);
                }
            }
            [Message] public readonly ref partial struct M
            {
                public partial byte Type { get; init; }
                [LengthOf(nameof(Id), nameof(Body))] public partial VarInt Remaining { get; }
                public partial ushort Id { get; init; }
                [Prefixed<VarInt>] public partial ReadOnlySpan<byte> Name { get; init; }
                public partial ReadOnlySpan<byte> Body { get; init; }
            }
            public static class Test { public static void Run()
            {
                Check.BothWays<M>("10" + "05" + "0001" + "01" + "41" + "FF", new M { Type = 16, Id = 1, Name = "A"u8, Body = [0xFF] }, (scoped in M m) => { Assert.Equal(5u, m.Remaining.Value); Assert.Equal(1, m.Body.Length); });
                byte[] bytes = new M { Type = 16, Body = new byte[200] }.ToArray();
                Assert.Equal([16, 0xCB, 0x01, 0, 0, 0], bytes[..6]);
                Assert.Equal(206, bytes.Length);
                Assert.True(M.TryParse(bytes, out var m));
                Assert.Equal(200, m.Body.Length);
            } }
            """,
        ["padding with a minimum, from and to"] = """
            [Message] public readonly ref partial struct Ssh
            {
                [Parameter] public partial int BlockSize { get; init; }
                [Parameter] public partial int MacLength { get; init; }
                [LengthOf(nameof(PaddingLength), nameof(Padding))] public partial uint PacketLength { get; }
                [LengthOf(nameof(Padding))] public partial byte PaddingLength { get; }
                public partial ReadOnlySpan<byte> Payload { get; init; }
                [Align(nameof(BlockSize), Min = 4)] public partial ReadOnlySpan<byte> Padding { get; init; }
                [Bytes(nameof(MacLength))] public partial ReadOnlySpan<byte> Mac { get; init; }
            }
            [Message] public readonly ref partial struct Esp
            {
                public partial ReadOnlySpan<byte> Payload { get; init; }
                [Align(4, To = nameof(Next))] public partial ReadOnlySpan<byte> Padding { get; init; }
                [LengthOf(nameof(Padding))] public partial byte PaddingLength { get; }
                public partial byte Next { get; init; }
            }
            public static class Test { public static void Run()
            {
                // 4 + 1 + 2 bytes, then 9 of padding: 5 would be due without the minimum ... 7 + 9 = 16.
                var built = new Ssh { BlockSize = 8, MacLength = 2, Payload = [1, 2], Mac = [0xEE, 0xFF] };
                string hex = "0000000C" + "09" + "0102" + "000000000000000000" + "EEFF";
                Check.Writes(hex, in built);
                Assert.True(Ssh.TryParse(Convert.FromHexString(hex), 8, 2, out var ssh));
                Assert.Equal((9, 2, 2), (ssh.Padding.Length, ssh.Payload.Length, ssh.Mac.Length));
                // Longer padding is kept, and checked when it is set.
                string longer = "0000000C" + "09" + "0102" + "010203040506070809" + "EEFF";
                Assert.True(Ssh.TryParse(Convert.FromHexString(longer), 8, 2, out ssh));
                Assert.Equal(longer, Convert.ToHexString(ssh.ToArray(new WriteOptions { Mode = WriteMode.Preserve })));
                Assert.Throws<InvalidOperationException>(() => new Ssh { BlockSize = 8, Payload = [1, 2], Padding = new byte[5] }.ToArray());
                Check.Writes("00000014" + "11" + "0102" + "0000000000000000000000000000000000", new Ssh { BlockSize = 8, Payload = [1, 2], Padding = new byte[17] });
                Check.BothWays<Esp>("AABBCC" + "000000" + "03" + "06", new Esp { Payload = [0xAA, 0xBB, 0xCC], Next = 6 }, (scoped in Esp e) => { Assert.Equal(3, e.Payload.Length); Assert.Equal(3, e.Padding.Length); }, isWhole: true);
                Check.BothWays<Esp>("AABB" + "" + "00" + "06", new Esp { Payload = [0xAA, 0xBB], Next = 6 }, (scoped in Esp e) => Assert.True(e.Padding.IsEmpty), isWhole: true);
            } }
            """,
        ["slots and numbers of a told width"] = """
            [Message] public readonly ref partial struct Slot
            {
                [LengthOf(nameof(Address))] public partial byte Length { get; }
                [Bytes(8)] public partial ReadOnlySpan<byte> Address { get; init; }
                public partial byte After { get; init; }
            }
            [Message] public readonly partial record struct Sized
            {
                [Bits(2), LengthOf(nameof(Number), Bias = -1)] public partial byte Length { get; }
                [Bits(6)] public partial byte Type { get; init; }
                public partial uint Number { get; init; }
                [LengthOf(nameof(Signed))] public partial byte SignedLength { get; }
                public partial long Signed { get; init; }
            }
            public static class Test { public static void Run()
            {
                Check.BothWays<Slot>("02" + "AABB000000000000" + "07", new Slot { Address = [0xAA, 0xBB], After = 7 }, (scoped in Slot s) => Assert.Equal(2, s.Address.Length));
                Check.Reads<Slot>("02" + "AABB000000EE0000" + "07", (scoped in Slot s) => { Assert.Equal(2, s.Address.Length); Assert.Equal("02AABB00000000000007", Convert.ToHexString(s.ToArray())); });
                Check.Fails<Slot>("09" + "AABB000000000000" + "07", ParseError.Length, "Length", 0);
                Assert.Throws<InvalidOperationException>(() => new Slot { Address = new byte[9] }.ToArray());
                Check.BothWays<Sized>("05" + "07" + "01" + "80", new Sized { Type = 5, Number = 7, Signed = -128 }, (scoped in Sized s) => { Assert.Equal(7u, s.Number); Assert.Equal(-128, s.Signed); });
                Check.BothWays<Sized>("85" + "010203" + "02" + "0080", new Sized { Type = 5, Number = 0x10203, Signed = 128 }, (scoped in Sized s) => { Assert.Equal(0x10203u, s.Number); Assert.Equal(128, s.Signed); });
                // Longer than it need be: kept when preserved.
                Check.Reads<Sized>("C5" + "00000007" + "01" + "00", (scoped in Sized s) => { Assert.Equal(7u, s.Number); Assert.Equal("05" + "07" + "0100", Convert.ToHexString(s.ToArray())); });
                Check.Fails<Sized>("05" + "07" + "00", ParseError.Length, "SignedLength", 2);
            } }
            """,
        ["digests, keys and checksums anywhere"] = """
            public struct Xor() : IDigest<Xor>
            {
                private byte _sum;
                public Xor(byte key) : this() => _sum = key;
                public void Append(ReadOnlySpan<byte> bytes) { foreach (byte b in bytes) _sum ^= b; }
                public readonly void CopyTo(Span<byte> destination) => destination.Fill(_sum);
                public static bool IsValid(ReadOnlySpan<byte> stored, Xor computed) { foreach (byte b in stored) if (b != computed._sum) return false; return true; }
            }
            [Message] public readonly ref partial struct M
            {
                [Parameter] public partial byte Key { get; init; }
                [Digits, Terminated(" ")] public partial ushort Number { get; init; }
                [Prefixed<byte>] public partial ReadOnlySpan<byte> Data { get; init; }
                [Bytes(3), ChecksumOf<Xor>(nameof(Number), nameof(Data), Seed = nameof(Seed))] public partial ReadOnlySpan<byte> Digest { get; }
                public partial bool HasSum { get; init; }
                [Bits(7), Reserved] private partial byte Space { get; }
                [When(nameof(HasSum)), LittleEndian, ChecksumOf<InternetChecksum>(nameof(Data), nameof(Digest))] public partial ushort Sum { get; }
                private Xor Seed => new(Key);
            }
            public static class Test { public static void Run()
            {
                // '1' ^ '2' ^ ' ' ^ 02 ^ AA ^ BB with the key 0: 31^32=03, ^20=23, ^02=21, ^AA=8B, ^BB=30
                var built = new M { Number = 12, Data = [0xAA, 0xBB] };
                Check.Writes("313220" + "02AABB" + "303030" + "00", in built);
                Check.Writes("313220" + "02AABB" + "313131" + "00", new M { Key = 1, Number = 12, Data = [0xAA, 0xBB] });
                // ~(02AA + BB30 + 3030) = ~EE0A = 11F5, least significant byte first
                const string summed = "313220" + "02AABB" + "303030" + "80" + "F511";
                Check.Writes(summed, built with { HasSum = true });
                Assert.True(M.TryParse(Convert.FromHexString(summed), 0, out var sum));
                Assert.True(sum.DigestIsValid && sum.SumIsValid);
                Assert.Equal(0x11F5, sum.Sum);
                Assert.True(M.TryParse(Convert.FromHexString("303132" + "20" + "02AABB" + "000000" + "00"), 0, out var m));
                // Spelled with a zero in front, as it was received: 30 ^ 30.
                Assert.True(m.DigestIsValid);
                Assert.True(M.TryParse(Convert.FromHexString("313220" + "02AABB" + "303031" + "00"), 0, out m));
                Assert.False(m.DigestIsValid);
            } }
            """,
        ["constants that may be absent, and space that does not matter"] = """
            [Message, Terminated("\n")] public readonly ref partial struct M
            {
                [Const("IP ")] public partial Optional<ReadOnlySpan<byte>> Mark { get; init; }
                [Terminated(":")] public partial ReadOnlySpan<byte> Name { get; init; }
                [While(nameof(Blank)), Reserved(" ")] private partial ReadOnlySpan<byte> Space { get; }
                public partial ReadOnlySpan<byte> Value { get; init; }
                private static readonly System.Buffers.SearchValues<byte> Blank = System.Buffers.SearchValues.Create(" \t"u8);
            }
            public static class Test { public static void Run()
            {
                Check.BothWays<M>(Convert.ToHexString("IP a: b\n"u8), new M { Mark = new("IP "u8), Name = "a"u8, Value = "b"u8 }, (scoped in M m) => { Assert.True(m.Mark.HasValue); Assert.Equal("b"u8, m.Value); });
                Check.BothWays<M>(Convert.ToHexString("a: b\n"u8), new M { Name = "a"u8, Value = "b"u8 }, (scoped in M m) => Assert.False(m.Mark.HasValue));
                Check.Reads<M>(Convert.ToHexString("a:\t  b\n"u8), (scoped in M m) => { Assert.Equal("b"u8, m.Value); Assert.Equal("a: b\n"u8, m.ToArray()); });
                Check.Reads<M>(Convert.ToHexString("a:b\n"u8), (scoped in M m) => Assert.Equal("a: b\n"u8, m.ToArray()));
                Assert.False(M.TryParse("a:b\n"u8, new ParseOptions { IsStrict = true }, out _));
                Assert.True(M.TryParse("a: b\n"u8, new ParseOptions { IsStrict = true }, out _));
                Assert.Throws<InvalidOperationException>(() => new M { Mark = new("no"u8), Name = "a"u8 }.ToArray());
            } }
            """,
        ["spans under a flag, terminators behind lengths"] = """
            [Message] public readonly ref partial struct M
            {
                [Bits(1), PresenceOf(nameof(Body))] public partial bool HasBody { get; }
                [Bits(7), LengthOf(nameof(Name))] public partial byte Length { get; }
                [Terminated(";")] public partial ReadOnlySpan<byte> Name { get; init; }
                [Bits(8)] public partial bool? Flag { get; init; }
                [Bytes(2)] public partial ReadOnlySpan<byte> Body { get; init; }
            }
            public static class Test { public static void Run()
            {
                Check.BothWays<Netstring>("323A" + "413B" + "2C", new Netstring { Data = "A;"u8 }, (scoped in Netstring n) => Assert.Equal("A;"u8, n.Data));
                Check.Fails<Netstring>("323A" + "413B" + "2D", ParseError.Syntax, "Data", 4);
            } }
            [Message] public readonly ref partial struct Netstring
            {
                [Digits, Terminated(":"), LengthOf(nameof(Data))] public partial uint Length { get; }
                [Terminated(",")] public partial ReadOnlySpan<byte> Data { get; init; }
            }
            """,
    };
}

using System.Buffers.Binary;

namespace Codecs.Tests;

public class InternetChecksumTests
{
    private readonly Random _random = new(1071);

    // RFC 1071 section 3: 00 01 f2 03 f4 f5 f6 f7 add up to 2ddf0, folded ddf2.
    [Theory]
    [InlineData("0001f203f4f5f6f7", 0xDDF2)]
    // By hand: 4500 + 0034 = 4534; with the odd byte 12 as 1200: 5734
    [InlineData("4500003412", 0x5734)]
    // ffff + 0001 = 10000, folded 0001
    [InlineData("ffff0001", 0x0001)]
    [InlineData("ffff", 0xFFFF)]
    [InlineData("ffffffff", 0xFFFF)]
    [InlineData("0000", 0x0000)]
    [InlineData("ab", 0xAB00)]
    [InlineData("", 0x0000)]
    public void The_checksum_is_the_complement_of_the_folded_sum(string bytes, int sum) =>
        Assert.Equal((ushort)~sum, InternetChecksum.Compute(Convert.FromHexString(bytes)));

    // By hand: 4500 + 0073 + 0000 + 4000 + 4011 + c0a8 + 0001 + c0a8 + 00c7 = 2479c, folded 479e
    [Fact]
    public void A_header_with_the_right_checksum_is_valid()
    {
        var header = Convert.FromHexString("45000073000040004011" + "0000" + "c0a80001c0a800c7");
        var computed = new InternetChecksum();
        computed.Append(header);

        Assert.Equal(0xB861, computed.Value);
        Assert.True(InternetChecksum.IsValid(0xB861, computed));
        Assert.False(InternetChecksum.IsValid(0xB862, computed));
        Assert.False(InternetChecksum.IsValid(0, computed));
    }

    [Fact]
    public void All_lengths_agree_with_adding_word_by_word()
    {
        var bytes = RandomBytes(2003);
        for (int length = 0; length <= 2000; length++)
        {
            // The offset moves what is read over all alignments.
            var piece = bytes.AsSpan(length % 3, length);
            Assert.Equal(Naive(piece), InternetChecksum.Compute(piece));
        }
    }

    [Theory]
    [InlineData(0x00)]
    [InlineData(0xFF)]
    public void Carries_are_not_lost(byte value)
    {
        foreach (int length in (int[])[1, 7, 8, 20, 31, 32, 63, 64, 65, 127, 128, 255, 256, 257, 1500, 65535, 1 << 20])
        {
            var bytes = new byte[length];
            bytes.AsSpan().Fill(value);
            Assert.Equal(Naive(bytes), InternetChecksum.Compute(bytes));
        }
    }

    [Fact]
    public void Bytes_that_are_copied_on_the_way_have_the_same_sum()
    {
        var bytes = RandomBytes(2003);
        var copy = new byte[2010];
        for (int length = 0; length <= 700; length++)
        {
            var piece = bytes.AsSpan(length % 3, length);
            // After an odd piece too, where bytes change places within their words.
            foreach (int before in (int[])[0, 1, 2])
            {
                InternetChecksum expected = default, computed = default;
                expected.Append(bytes.AsSpan(1000, before));
                expected.Append(piece);
                expected.Append(bytes.AsSpan(1100, 5));
                copy.AsSpan().Fill(0xA5);
                computed.Append(bytes.AsSpan(1000, before));
                computed.AppendAndCopy(piece, copy.AsSpan(1));
                computed.Append(bytes.AsSpan(1100, 5));
                Assert.Equal(expected.Value, computed.Value);
                Assert.True(piece.SequenceEqual(copy.AsSpan(1, length)));
                Assert.Equal((0xA5, 0xA5), (copy[0], copy[length + 1]));
            }
        }
    }

    [Theory]
    [InlineData(0, 3)]
    [InlineData(3, 0)]
    [InlineData(0, 100)]
    [InlineData(100, 0)]
    public void Bytes_are_copied_over_themselves(int from, int to)
    {
        var bytes = RandomBytes(700);
        byte[] expected = bytes.AsSpan(from, 500).ToArray();
        InternetChecksum computed = default;
        computed.AppendAndCopy(bytes.AsSpan(from, 500), bytes.AsSpan(to));
        Assert.Equal(Naive(expected), computed.Value);
        Assert.Equal(expected, bytes.AsSpan(to, 500).ToArray());
    }

    [Fact]
    public void Too_short_a_destination_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => default(InternetChecksum).AppendAndCopy(new byte[65], new byte[64]));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void The_value_with_words_is_that_of_their_bytes(int before)
    {
        var bytes = RandomBytes(300);
        for (int length = 0; length <= 200; length += 2)
        {
            InternetChecksum expected = default, computed = default;
            expected.Append(bytes.AsSpan(0, before));
            computed.Append(bytes.AsSpan(0, before));
            expected.Append(bytes.AsSpan(before, length));
            Assert.Equal(Network(expected.Value), computed.NetworkValueWith(InternetChecksum.SumOf(bytes.AsSpan(before, length))));
            var copy = new byte[length];
            Assert.Equal(Network(expected.Value), computed.NetworkValueWith(InternetChecksum.SumAndCopy(bytes.AsSpan(before, length), copy)));
            Assert.True(bytes.AsSpan(before, length).SequenceEqual(copy));
        }
    }

    [Fact]
    public void Words_are_added_as_the_bytes_that_they_are()
    {
        var bytes = RandomBytes(8);
        foreach (int before in (int[])[0, 1])
        {
            InternetChecksum expected = default, computed = default;
            expected.Append(new byte[before]);
            expected.Append(bytes);
            computed.Append(new byte[before]);
            computed.AppendWords((ulong)BitConverter.ToUInt16(bytes) + BitConverter.ToUInt16(bytes, 2) + BitConverter.ToUInt32(bytes, 4));
            Assert.Equal(expected.Value, computed.Value);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(67)]
    [InlineData(300)]
    public void Any_two_pieces_have_the_sum_of_the_whole(int length)
    {
        var bytes = RandomBytes(length);
        ushort whole = InternetChecksum.Compute(bytes);
        for (int split = 0; split <= length; split++)
        {
            var checksum = new InternetChecksum();
            checksum.Append(bytes.AsSpan(0, split));
            checksum.Append(bytes.AsSpan(split));
            Assert.Equal(whole, checksum.Value);
        }
    }

    [Fact]
    public void Any_three_pieces_have_the_sum_of_the_whole()
    {
        var bytes = RandomBytes(71);
        ushort whole = InternetChecksum.Compute(bytes);
        for (int first = 0; first <= bytes.Length; first++)
        {
            for (int second = first; second <= bytes.Length; second++)
            {
                var checksum = new InternetChecksum();
                checksum.Append(bytes.AsSpan(0, first));
                checksum.Append(bytes.AsSpan(first..second));
                checksum.Append(bytes.AsSpan(second));
                Assert.Equal(whole, checksum.Value);
            }
        }
    }

    [Fact]
    public void Single_bytes_have_the_sum_of_the_whole()
    {
        var bytes = RandomBytes(1000);
        var checksum = new InternetChecksum();
        foreach (byte value in bytes)
            checksum.Append([value]);
        Assert.Equal(InternetChecksum.Compute(bytes), checksum.Value);
    }

    [Fact]
    public void A_sum_to_start_from_counts_as_words_before()
    {
        // 0x1_0203 is 0x0203 and a carry.
        var checksum = new InternetChecksum(0x1_0203);
        checksum.Append([0x10, 0x20]);
        Assert.Equal(unchecked((ushort)~(0x0204 + 0x1020)), checksum.Value);
    }

    // All words are ones, which add nothing.
    [Fact]
    public void The_largest_sum_to_start_from_leaves_room_for_words()
    {
        var bytes = RandomBytes(1000);
        var checksum = new InternetChecksum(ulong.MaxValue);
        checksum.Append(bytes.AsSpan(0, 501));
        checksum.Append(bytes.AsSpan(501));
        Assert.Equal(InternetChecksum.Compute(bytes), checksum.Value);
        Assert.Equal(InternetChecksum.Compute(bytes), Network(new InternetChecksum(ulong.MaxValue).NetworkValueWith(InternetChecksum.SumOf(bytes))));
    }

    // RFC 8200 section 8.1: two words of 0000, the length in two words, the protocol.
    [Theory]
    [InlineData(0x0014)]
    [InlineData(0xFFFF)]
    [InlineData(0x0001_FFFF)]
    [InlineData(int.MaxValue)]
    public void A_seed_has_the_length_in_two_words(int length)
    {
        byte[] pseudo = [0x0A, 1, 2, 3, 0xC0, 0xA8, 4, 5, (byte)(length >> 24), (byte)(length >> 16), (byte)(length >> 8), (byte)length, 0, 0, 0, 6];
        Assert.Equal(InternetChecksum.Compute(pseudo), new PseudoHeader(0x0A010203u, 0xC0A80405u).Seed(6, length).Value);
    }

    [Fact]
    public void Numbers_have_the_sum_of_their_words()
    {
        Assert.Equal(InternetChecksum.Compute([0x12, 0x34, 0xF6, 0x78]), new InternetChecksum(InternetChecksum.SumOf(0x1234F678u)).Value);

        var address = new UInt128(0xFE80_0000_0000_0000, 0x0202_B3FF_FE1E_8329);
        Assert.Equal(InternetChecksum.Compute(Convert.FromHexString("fe800000000000000202b3fffe1e8329")), new InternetChecksum(InternetChecksum.SumOf(address)).Value);
    }

    // RFC 1624 section 4: checksum dd2f, a word changes from 5555 to 3285, and the new checksum is 0000, not ffff.
    [Fact]
    public void An_update_gives_the_value_of_the_RFC() =>
        Assert.Equal(0x0000, InternetChecksum.Update(0xDD2F, 0x5555, 0x3285));

    [Fact]
    public void An_update_gives_what_computing_again_gives()
    {
        for (int round = 0; round < 10_000; round++)
        {
            var bytes = RandomBytes(40);
            ushort before = InternetChecksum.Compute(bytes);
            var word = bytes.AsSpan(_random.Next(20) * 2, 2);
            ushort oldWord = BinaryPrimitives.ReadUInt16BigEndian(word), newWord = (ushort)_random.Next(0x10000);
            BinaryPrimitives.WriteUInt16BigEndian(word, newWord);

            Assert.Equal(InternetChecksum.Compute(bytes), InternetChecksum.Update(before, oldWord, newWord));
        }
    }

    [Fact]
    public void An_update_of_two_words_gives_what_computing_again_gives()
    {
        for (int round = 0; round < 10_000; round++)
        {
            // The first byte stays, so that the sum is never nothing.
            byte[] bytes = [69, .. RandomBytes(39)];
            ushort before = InternetChecksum.Compute(bytes);
            var words = bytes.AsSpan(2 + _random.Next(18) * 2, 4);
            uint oldWords = BinaryPrimitives.ReadUInt32BigEndian(words), newWords = (round & 3) switch { 0 => 0, 1 => uint.MaxValue, _ => (uint)_random.NextInt64(1L << 32) };
            BinaryPrimitives.WriteUInt32BigEndian(words, newWords);

            Assert.Equal(InternetChecksum.Compute(bytes), InternetChecksum.Update(before, oldWords, newWords));
        }
    }

    [Fact]
    public void An_update_follows_other_addresses_below()
    {
        var bytes = RandomBytes(33);
        var before = new PseudoHeader(InternetChecksum.SumOf(0xC0A8_0001u), InternetChecksum.SumOf(0x0A00_0001u));
        var after = new PseudoHeader(InternetChecksum.SumOf(0xCB00_7105u), InternetChecksum.SumOf(0x0A00_0001u));

        Assert.Equal(before, new PseudoHeader(0xC0A8_0001u, 0x0A00_0001u));
        Assert.Equal(Over(after), InternetChecksum.Update(Over(before), before, after));

        ushort Over(PseudoHeader below)
        {
            var checksum = below.Seed(6, bytes.Length);
            checksum.Append(bytes);
            return checksum.Value;
        }
    }

    private byte[] RandomBytes(int length)
    {
        var bytes = new byte[length];
        _random.NextBytes(bytes);
        return bytes;
    }

    private static ushort Network(ushort value) => BitConverter.IsLittleEndian ? BinaryPrimitives.ReverseEndianness(value) : value;

    // RFC 1071 section 4.1, as it stands there
    private static ushort Naive(ReadOnlySpan<byte> bytes)
    {
        uint sum = 0;
        for (int i = 0; i < bytes.Length; i++)
        {
            sum += (i & 1) == 0 ? (uint)bytes[i] << 8 : bytes[i];
            sum = (sum & 0xFFFF) + (sum >> 16);
        }
        return (ushort)~sum;
    }
}

namespace Codecs.Tests;

/// <summary>RFC 768: "If the computed checksum is zero, it is transmitted as all ones. An all zero transmitted checksum value means that the transmitter generated no checksum."</summary>
public class UdpChecksumTests
{
    private static readonly byte[] s_bytes = [0x12, 0x34, 0x56, 0x78];

    // ffff adds up to minus zero, whose complement is zero.
    private static readonly byte[] s_sumsToZero = [0xFF, 0xFF];

    [Fact]
    public void A_computed_zero_is_stored_as_all_ones()
    {
        Assert.Equal(0x0000, InternetChecksum.Compute(s_sumsToZero));
        Assert.Equal(0xFFFF, Over(s_sumsToZero).Value);
    }

    [Fact]
    public void Any_other_value_is_stored_as_it_is() => Assert.Equal(InternetChecksum.Compute(s_bytes), Over(s_bytes).Value);

    [Fact]
    public void A_stored_zero_says_that_there_is_none() => Assert.True(UdpChecksum.IsValid(0, Over(s_bytes)));

    [Fact]
    public void All_ones_are_valid_where_zero_was_computed() => Assert.True(UdpChecksum.IsValid(0xFFFF, Over(s_sumsToZero)));

    [Fact]
    public void Other_values_must_be_right()
    {
        ushort right = Over(s_bytes).Value;
        Assert.True(UdpChecksum.IsValid(right, Over(s_bytes)));
        Assert.False(UdpChecksum.IsValid((ushort)(right + 1), Over(s_bytes)));
    }

    [Fact]
    public void A_missing_checksum_stays_missing_when_words_change()
    {
        Assert.Equal(0, UdpChecksum.Update(0, 0x1234, 0x4321));
        Assert.Equal(0, UdpChecksum.Update(0, new PseudoHeader(1, 0), new PseudoHeader(2, 0)));
    }

    [Fact]
    public void An_update_never_arrives_at_zero()
    {
        // 1234 + edcb = ffff: the second word makes the sum minus zero.
        Assert.Equal(Over([0x12, 0x34, 0xED, 0xCB]).Value, UdpChecksum.Update(Over([0x12, 0x34, 0x00, 0x00]).Value, 0x0000, 0xEDCB));
        Assert.Equal(0xFFFF, UdpChecksum.Update(Over([0x12, 0x34, 0x00, 0x00]).Value, 0x0000, 0xEDCB));
    }

    // What a checksum does with two words that says nothing of them: each that changes, and no other.
    [Theory]
    [InlineData(0x0000_0000u, 0x0000_EDCBu)]
    [InlineData(0x0000_0000u, 0xEDCB_0000u)]
    [InlineData(0x0000_0000u, 0x1111_2222u)]
    [InlineData(0xEDCB_0000u, 0x0000_0000u)]
    [InlineData(0xFFFF_FFFFu, 0x0000_0001u)]
    public void Two_words_are_followed_one_by_one(uint before, uint after)
    {
        Assert.Equal(Of(after).Value, Update<UdpChecksum>(Of(before).Value, before, after));
        Assert.Equal(0, Update<UdpChecksum>(0, before, after));

        static UdpChecksum Of(uint words) => Over([0x12, 0x34, (byte)(words >> 24), (byte)(words >> 16), (byte)(words >> 8), (byte)words]);

        static ushort Update<TChecksum>(ushort checksum, uint before, uint after) where TChecksum : struct, IIncrementalChecksum<TChecksum, ushort> =>
            TChecksum.Update(checksum, before, after);
    }

    private static UdpChecksum Over(ReadOnlySpan<byte> bytes)
    {
        var checksum = new UdpChecksum();
        checksum.Append(bytes);
        return checksum;
    }
}

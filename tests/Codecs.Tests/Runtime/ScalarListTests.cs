namespace Codecs.Tests.Runtime;

public sealed class ScalarListTests
{
    private enum Color : ushort
    {
        Red = 0x0102,
    }

    [Fact]
    public void NumbersInEitherOrder()
    {
        byte[] bytes = [1, 2, 3, 4];
        Assert.Equal([0x0102, 0x0304], Values(new ScalarList<ushort>(bytes)));
        Assert.Equal([0x0201, 0x0403], Values(new ScalarList<ushort>(bytes, isLittleEndian: true)));
        Assert.Equal([0x01020304], Values(new ScalarList<int>(bytes)));
        Assert.Equal([Color.Red, (Color)0x0304], Values(new ScalarList<Color>(bytes)));
        Assert.Equal([new UInt128(0x0001020304050607, 0x08090A0B0C0D0E0F)], Values(new ScalarList<UInt128>([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15])));
    }

    [Fact]
    public void ElementsByIndex()
    {
        var list = new ScalarList<ushort>([0, 1, 0, 2, 0, 3, 0xFF]);
        // A last byte that is no element is none.
        Assert.Equal((3, 1, 3), (list.Count, list[0], list[2]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ScalarList<ushort>([0, 1, 0xFF])[1]);
        Assert.Throws<ArgumentOutOfRangeException>(() => new ScalarList<ushort>([0, 1])[-1]);
        Assert.Equal(0, default(ScalarList<ulong>).Count);
    }

    [Fact]
    public void MadeFromValues()
    {
        ScalarList<uint> list = [1, 0xFFFFFFFF];
        Assert.Equal("00000001ffffffff", Convert.ToHexStringLower(list.Bytes));
        Assert.Equal([1, 0xFFFFFFFF], Values(list));
        list = ScalarList.Create<uint>([1], new byte[8], isLittleEndian: true);
        Assert.Equal(("01000000", 1u), (Convert.ToHexStringLower(list.Bytes), list[0]));
        Assert.Throws<ArgumentException>(() => ScalarList.Create<uint>([1, 2], new byte[7]).Count);
        ScalarList<byte> none = [];
        Assert.Equal(0, none.Count);
    }

    private static List<T> Values<T>(ScalarList<T> list) where T : unmanaged
    {
        var values = new List<T>();
        foreach (var value in list)
            values.Add(value);
        return values;
    }
}

using System.Text;

namespace Codecs.Protocols.Tests.Dns;

public sealed class DnsMnemonicTests
{
    // RFC 3597 section 5: TYPE and CLASS with a number, for those without a word; also for those with one.
    [Theory]
    [InlineData("A", 1)]
    [InlineData("aaaa", 28)]
    [InlineData("NSAP-PTR", 23)]
    [InlineData("nsec3param", 51)]
    [InlineData("ANY", 255)]
    [InlineData("*", 255)]
    [InlineData("DLV", 32769)]
    [InlineData("TYPE731", 731)]
    [InlineData("type65535", 65535)]
    [InlineData("TYPE1", 1)]
    [InlineData("TYPE0", 0)]
    public void Types(string word, int number)
    {
        Assert.True(DnsMnemonic.TryParse(Encoding.ASCII.GetBytes(word), out DnsType type));
        Assert.Equal(number, (int)type);
    }

    [Theory]
    [InlineData("")]
    [InlineData("TYPE")]
    [InlineData("TYPE65536")]
    [InlineData("TYPE99999999999999999999")]
    [InlineData("TYPE-1")]
    [InlineData("TYPE1x")]
    [InlineData("1")]
    [InlineData("AA")]
    [InlineData("NSAPPTR")]
    public void Not_types(string word)
    {
        Assert.False(DnsMnemonic.TryParse(Encoding.ASCII.GetBytes(word), out DnsType type));
        Assert.Equal(default, type);
    }

    [Fact]
    public void Every_number_goes_through_its_word()
    {
        byte[] text = new byte[DnsMnemonic.MaxLength];
        for (int number = 0; number <= ushort.MaxValue; number++)
        {
            Assert.True(DnsMnemonic.TryFormat((DnsType)number, text, out int length) && DnsMnemonic.TryParse(text.AsSpan(0, length), out DnsType type) && (int)type == number);
            Assert.Equal(Enum.IsDefined((DnsType)number), !text.AsSpan(0, length).StartsWith("TYPE"u8));
            Assert.True(DnsMnemonic.TryFormat((DnsClass)number, text, out length) && DnsMnemonic.TryParse(text.AsSpan(0, length), out DnsClass @class) && (int)@class == number);
            Assert.True(DnsMnemonic.TryFormat((DnsResponseCode)number, text, out length) && DnsMnemonic.TryParse(text.AsSpan(0, length), out DnsResponseCode code) && (int)code == number);
            Assert.True(DnsMnemonic.TryFormat((DnsServiceParameterKey)number, text, out length) && DnsMnemonic.TryParse(text.AsSpan(0, length), out DnsServiceParameterKey key) && (int)key == number);
            Assert.True(DnsMnemonic.TryFormat((DnsCertificateType)number, text, out length) && DnsMnemonic.TryParse(text.AsSpan(0, length), out DnsCertificateType certificate) && (int)certificate == number);
            if (number > byte.MaxValue)
                continue;
            Assert.True(DnsMnemonic.TryFormat((DnssecAlgorithm)number, text, out length) && DnsMnemonic.TryParse(text.AsSpan(0, length), out DnssecAlgorithm algorithm) && (int)algorithm == number);
            if (number < 16)
                Assert.True(DnsMnemonic.TryFormat((DnsOpcode)number, text, out length) && DnsMnemonic.TryParse(text.AsSpan(0, length), out DnsOpcode opcode) && (int)opcode == number);
        }
    }

    [Fact]
    public void Words_of_other_tables()
    {
        Assert.Equal(("IN", "CLASS7", "NOERROR", "SERVFAIL", "BADVERS", "24", "NOTIFY", "TYPE7777"),
            (DnsMnemonic.ToString(DnsClass.Internet), DnsMnemonic.ToString((DnsClass)7), DnsMnemonic.ToString(DnsResponseCode.NoError), DnsMnemonic.ToString(DnsResponseCode.ServerFailure),
                DnsMnemonic.ToString(DnsResponseCode.BadVersion), DnsMnemonic.ToString((DnsResponseCode)24), DnsMnemonic.ToString(DnsOpcode.Notify), DnsMnemonic.ToString((DnsType)7777)));
        Assert.True(DnsMnemonic.TryParse("chaos"u8, out DnsClass chaos) && chaos == DnsClass.Chaos);
        Assert.True(DnsMnemonic.TryParse("CLASS32"u8, out DnsClass unknown) && (int)unknown == 32);
        Assert.False(DnsMnemonic.TryFormat(DnsType.Nsec3param, new byte[9], out int length));
        Assert.Equal(0, length);
    }

    [Fact]
    public void Nothing_is_allocated()
    {
        byte[] text = new byte[DnsMnemonic.MaxLength];
        long allocated = 0;
        for (int round = 0; round < 3; round++)
        {
            allocated = GC.GetAllocatedBytesForCurrentThread();
            Assert.True(DnsMnemonic.TryFormat(DnsType.Https, text, out int length) && DnsMnemonic.TryParse(text.AsSpan(0, length), out DnsType type) && type == DnsType.Https);
            Assert.True(DnsMnemonic.TryFormat((DnsType)999, text, out length) && DnsMnemonic.TryParse(text.AsSpan(0, length), out type));
            allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        }
        Assert.Equal(0, allocated);
    }
}

using System.Text;

namespace Codecs.Protocols.Tests.Dns;

/// <summary>Field types by the examples of their RFCs.</summary>
public sealed class DnsFieldTests
{
    // RFC 4034 section 4.3.
    [Fact]
    public void Types_of_a_name()
    {
        byte[] bytes = Expect.Hex("0006 400100000003 041B" + new string('0', 52) + "20");
        Assert.Equal(ParseResult.Done(bytes.Length), DnsTypeBitmap.TryParse(bytes, 0, default, out var types));
        Assert.Equal("A MX RRSIG NSEC TYPE1234", types.ToString());
        Assert.True(types.Contains(DnsType.A) && types.Contains(DnsType.Nsec) && types.Contains((DnsType)1234));
        Assert.False(types.Contains(DnsType.Ns) || types.Contains((DnsType)1235) || types.Contains((DnsType)(1234 + 256)) || types.Contains((DnsType)255));
        Assert.Equal(bytes, DnsTypeBitmap.Create((DnsType)1234, DnsType.Nsec, DnsType.A, DnsType.Mx, DnsType.Rrsig, DnsType.A).Bytes.ToArray());
        Assert.Throws<ArgumentException>(() => DnsTypeBitmap.Create([DnsType.A], new byte[33]).Bytes.Length);
        Assert.Equal(0, DnsTypeBitmap.Create().Bytes.Length);
    }

    [Theory]
    [InlineData("00", ParseError.Length)]
    [InlineData("0000", ParseError.Length)]
    [InlineData("0021" + "010101010101010101010101010101010101010101010101010101010101010101", ParseError.Length)]
    [InlineData("000240", ParseError.Length)]
    [InlineData("000140 000101", ParseError.Value)]
    [InlineData("010140 000101", ParseError.Value)]
    public void Not_a_bitmap(string bytes, ParseError error) => Assert.Equal(error, DnsTypeBitmap.TryParse(Expect.Hex(bytes), 0, default, out _).Error);

    // RFC 1876 section 4, and what its text leaves out.
    [Theory]
    [InlineData("42 21 54 N 71 06 18 W -24m 30m", "42 21 54.000 N 71 6 18.000 W -24.00m 30.00m 10000.00m 10.00m")]
    [InlineData("42 21 43.952 N 71 5 6.344 W -24m 1m 200m", "42 21 43.952 N 71 5 6.344 W -24.00m 1.00m 200.00m 10.00m")]
    [InlineData("52 14 05 N 00 08 50 E 10m", "52 14 5.000 N 0 8 50.000 E 10.00m 1.00m 10000.00m 10.00m")]
    [InlineData("32 7 19 S 116 2 25 E 10m", "32 7 19.000 S 116 2 25.000 E 10.00m 1.00m 10000.00m 10.00m")]
    [InlineData("42 21 28.764 N 71 00 51.617 W -44m 2000m", "42 21 28.764 N 71 0 51.617 W -44.00m 2000.00m 10000.00m 10.00m")]
    [InlineData("90 n 180 w -100000.00m 90000000m 0m 0.01m", "90 0 0.000 N 180 0 0.000 W -100000.00m 90000000.00m 0.00m 0.01m")]
    [InlineData("0 S 0 E 42849672.95 0.99m", "0 0 0.000 N 0 0 0.000 E 42849672.95m 0.90m 10000.00m 10.00m")]
    [InlineData("1 2 3.4 N 5 6 7.89 E -0.5m", "1 2 3.400 N 5 6 7.890 E -0.50m 1.00m 10000.00m 10.00m")]
    public void Locations(string text, string written)
    {
        var location = Read<DnsLocation>(text);
        Assert.Equal(written, location.ToString());
        Assert.Equal(location, Read<DnsLocation>(written));
        byte[] bytes = new byte[16];
        Assert.Equal(16, location.Write(bytes, 0, default));
        Assert.Equal(ParseResult.Done(16), DnsLocation.TryParse(bytes, 0, default, out var again));
        Assert.Equal(location, again);
    }

    [Fact]
    public void Locations_on_the_wire()
    {
        // Size 1 m, precisions 10 km and 10 m (RFC 1876 section 3); 42 degrees: 2^31 + 151,200,000; -71 degrees: 2^31 - 255,600,000; 10,000,000 cm.
        byte[] bytes = new byte[16];
        new DnsLocation(42 * 3_600_000, -71 * 3_600_000).Write(bytes, 0, default);
        Assert.Equal("00121613" + "89032100" + "70C3DA80" + "00989680", Convert.ToHexString(bytes));
        default(DnsLocation).Write(bytes, 0, default);
        Assert.Equal("00000000" + "80000000" + "80000000" + "00989680", Convert.ToHexString(bytes));
        var far = new DnsLocation(-90 * 3_600_000, 180 * 3_600_000, -10_000_000, 9_000_000_000, 1, 99);
        Assert.Equal((-324_000_000, 648_000_000, -10_000_000L, 9_000_000_000UL, 1UL, 90UL),
            (far.Latitude, far.Longitude, far.Altitude, far.SphereSize, far.HorizontalPrecision, far.VerticalPrecision));
        Assert.Throws<ArgumentOutOfRangeException>(() => new DnsLocation(90 * 3_600_000 + 1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new DnsLocation(0, 0, 0, 10_000_000_000));
        Assert.Throws<ArgumentOutOfRangeException>(() => new DnsLocation(0, 0, -10_000_001));
    }

    [Theory]
    [InlineData("01121613" + "89032100" + "70C3DA80" + "00989680")]     // another version
    [InlineData("00A21613" + "89032100" + "70C3DA80" + "00989680")]     // ten is no digit
    [InlineData("001A1613" + "89032100" + "70C3DA80" + "00989680")]
    [InlineData("00121613" + "934FD901" + "70C3DA80" + "00989680")]     // 90 degrees and a thousandth of a second
    [InlineData("00121613" + "89031F00" + "59604DFF" + "00989680")]
    public void Not_a_location(string bytes) => Assert.Equal(ParseError.Value, DnsLocation.TryParse(Expect.Hex(bytes), 0, default, out _).Error);

    [Theory]
    [InlineData("42 21 54 N 71 06 18")]
    [InlineData("91 N 0 E 0m")]
    [InlineData("90 0 0.001 N 0 E 0m")]
    [InlineData("1 60 N 0 E 0m")]
    [InlineData("1 0 60 N 0 E 0m")]
    [InlineData("1 0 0.0001 N 0 E 0m")]
    [InlineData("N 0 E 0m")]
    [InlineData("1 E 1 N 0m")]
    [InlineData("1 N 1 E")]
    [InlineData("1 N 1 E -100000.01m")]
    [InlineData("1 N 1 E 0m 100000000m")]
    [InlineData("1 N 1 E 0m -1m")]
    [InlineData("1 N 1 E xm")]
    [InlineData("-1 N 1 E 0m")]
    public void Not_the_text_of_a_location(string text) => Refused<DnsLocation>(text);

    // RFC 3123 section 4 and 5.
    [Theory]
    [InlineData("1:192.168.32.0/21", "00011503C0A820")]
    [InlineData("!1:192.168.38.0/28", "00011C83C0A826")]
    [InlineData("1:224.0.0.0/4", "00010401E0")]
    [InlineData("2:ff00::/8", "00020801FF")]
    [InlineData("1:0.0.0.0/0", "00010000")]
    [InlineData("!2:2001:db8::1/128", "0002809020010DB8" + "00000000000000000000" + "0001")]
    public void Address_prefixes(string text, string bytes)
    {
        byte[] expected = Expect.Hex(bytes), written = new byte[20];
        Assert.Equal(ParseResult.Done(expected.Length), DnsAddressPrefix.TryParse(expected, 0, default, out var prefix));
        Assert.Equal(text, prefix.ToString());
        var read = Read<DnsAddressPrefix>(text);
        Assert.Equal(expected.Length, read.Write(written, 0, default));
        Assert.Equal(bytes, Convert.ToHexString(written, 0, expected.Length));
    }

    [Theory]
    [InlineData("192.168.32.0/21")]
    [InlineData("1:192.168.32.0")]
    [InlineData("1:192.168.32.0/33")]
    [InlineData("2:::/129")]
    [InlineData("1:::/1")]
    [InlineData("65536:00/1")]
    [InlineData("!!1:0.0.0.0/0")]
    public void Not_the_text_of_a_prefix(string text) => Refused<DnsAddressPrefix>(text);

    // RFC 9460 appendix D.3: what must be refused.
    [Theory]
    [InlineData("key123=abc key123=def")]
    [InlineData("mandatory")]
    [InlineData("alpn")]
    [InlineData("port")]
    [InlineData("ipv4hint")]
    [InlineData("ipv6hint")]
    [InlineData("no-default-alpn=abc")]
    [InlineData("mandatory=key123,key123")]
    [InlineData("mandatory=mandatory")]
    [InlineData("alpn=a,,b")]
    [InlineData("alpn=\\")]
    [InlineData("port=65536")]
    [InlineData("port=1,2")]
    [InlineData("ipv4hint=1.2.3")]
    [InlineData("key65536=a")]
    [InlineData("unknown=a")]
    [InlineData("key1=\"a\"b")]
    [InlineData("\"port=53\"")]
    public void Not_parameters_of_a_service(string text) => Refused<DnsServiceParameters>(text);

    [Theory]
    [InlineData("0001", ParseError.Length)]
    [InlineData("0003 0003 0035", ParseError.Length)]
    [InlineData("0003 0003 003500", ParseError.Value)]
    [InlineData("0003 0002 0035 0003 0002 0035", ParseError.Value)]
    [InlineData("0003 0002 0035 0001 0003 026832", ParseError.Value)]
    [InlineData("0000 0000", ParseError.Value)]
    [InlineData("0000 0002 0000", ParseError.Value)]
    [InlineData("0000 0004 0003 0003", ParseError.Value)]
    [InlineData("0001 0000", ParseError.Value)]
    [InlineData("0001 0003 036832", ParseError.Value)]
    [InlineData("0001 0001 00", ParseError.Value)]
    [InlineData("0002 0001 00", ParseError.Value)]
    [InlineData("0004 0003 010203", ParseError.Value)]
    [InlineData("0006 0004 01020304", ParseError.Value)]
    public void Not_parameters_on_the_wire(string bytes, ParseError error) => Assert.Equal(error, DnsServiceParameters.TryParse(Expect.Hex(bytes), 0, default, out _).Error);

    [Fact]
    public void Parameters_of_a_service_in_any_order()
    {
        byte[] scratch = new byte[200];
        Assert.True(DnsServiceParameters.TryParseText("key667=x ipv6hint=::1 port=8443 alpn=h2,h3 no-default-alpn mandatory=port,alpn ech=AAEC dohpath=\"/q{?dns}\" ohttp"u8, scratch, out var parameters));
        Assert.Equal("mandatory=alpn,port alpn=\"h2,h3\" no-default-alpn port=8443 ech=AAEC ipv6hint=::1 dohpath=\"/q{?dns}\" ohttp key667=\"x\"", parameters.ToString());
        Assert.True(parameters.TryGet(DnsServiceParameterKey.Port, out var port));
        Assert.Equal("20FB", Convert.ToHexString(port));
        Assert.False(parameters.TryGet(DnsServiceParameterKey.IPv4Hint, out _));
        Assert.Equal(ParseResult.Done(parameters.Bytes.Length), DnsServiceParameters.TryParse(parameters.Bytes, 0, default, out _));
        for (int room = 0; room < parameters.Bytes.Length; room++)
            Assert.False(DnsServiceParameters.TryParseText(Encoding.ASCII.GetBytes(parameters.ToString()), new byte[room], out _));
    }

    // RFC 4034 section 3.2 and 3.3; RFC 1982 for years after 2106.
    [Theory]
    [InlineData("20030322173103", 1048354263u)]
    [InlineData("1048354263", 1048354263u)]
    [InlineData("19700101000000", 0u)]
    [InlineData("21060207062815", uint.MaxValue)]
    [InlineData("21060207062816", 0u)]
    [InlineData("20240229235959", 1709251199u)]
    public void Times(string text, uint seconds)
    {
        Assert.True(DnsTime.TryParse(Encoding.ASCII.GetBytes(text), null, out var time));
        Assert.Equal(seconds, time.Seconds);
        Assert.Equal(time, DnsTime.Parse(Encoding.ASCII.GetBytes(time.ToString())));
        Assert.Equal(new DateTimeOffset(2300, 1, 1, 0, 0, 0, default), DnsTime.FromDateTimeOffset(new(2300, 1, 1, 0, 0, 0, default)).ToDateTimeOffset(new(2299, 1, 1, 0, 0, 0, default)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("20230229000000")]
    [InlineData("20231301000000")]
    [InlineData("20230101240000")]
    [InlineData("2023010100000")]
    [InlineData("202301010000000")]
    [InlineData("4294967296")]
    [InlineData("-1")]
    [InlineData("2003032217310x")]
    public void Not_a_time(string text) => Assert.False(DnsTime.TryParse(Encoding.ASCII.GetBytes(text), null, out _));

    [Theory]
    [InlineData("0", 0u)]
    [InlineData("4294967295", uint.MaxValue)]
    [InlineData("1w2d3h4m5s", 788645u)]
    [InlineData("1H", 3600u)]
    [InlineData("10d", 864000u)]
    public void Times_to_live(string text, uint seconds)
    {
        Assert.True(DnsTimeToLive.TryParse(Encoding.ASCII.GetBytes(text), null, out var time));
        Assert.Equal(seconds, (uint)time);
    }

    [Theory]
    [InlineData("")]
    [InlineData("1x")]
    [InlineData("h")]
    [InlineData("1h2")]
    [InlineData("4294967296")]
    [InlineData("9999999w")]
    [InlineData("-1")]
    [InlineData("1 h")]
    public void Not_a_time_to_live(string text) => Assert.False(DnsTimeToLive.TryParse(Encoding.ASCII.GetBytes(text), null, out _));

    [Fact]
    public void Times_to_live_with_the_highest_bit_are_zero()
    {
        Assert.Equal(TimeSpan.FromSeconds(int.MaxValue), new DnsTimeToLive(int.MaxValue).ToTimeSpan());
        Assert.Equal(TimeSpan.Zero, new DnsTimeToLive(0x8000_0000).ToTimeSpan());
    }

    // RFC 7043 sections 3.2 and 4.2, RFC 6742 sections 2.1.2 and 2.3.2.
    [Fact]
    public void Identifiers()
    {
        Assert.Equal((0x0000_5E00_532AUL, "00-00-5e-00-53-2a"), (DnsEui48.Parse("00-00-5E-00-53-2A"u8).Value, new DnsEui48(0x5E00_532A).ToString()));
        Assert.Equal((0x0000_5EEF_1000_002AUL, "00-00-5e-ef-10-00-00-2a"), (DnsEui64.Parse("00-00-5e-ef-10-00-00-2a"u8).Value, new DnsEui64(0x5EEF_1000_002A).ToString()));
        Assert.Equal((0x0014_4FFF_FF20_EE64UL, "0014:4fff:ff20:ee64"), (DnsIlnp64.Parse("14:4fff:FF20:ee64"u8).Value, new DnsIlnp64(0x0014_4FFF_FF20_EE64).ToString()));
        foreach (string text in new[] { "", "0-0-5e-0-53-2a", "00-00-5e-00-53", "00-00-5e-00-53-2a-", "00:00:5e:00:53:2a", "00-00-5e-00-53-2g", "00-00-5e-00-53-2a-00" })
            Assert.False(DnsEui48.TryParse(Encoding.ASCII.GetBytes(text), null, out _));
        foreach (string text in new[] { "", "1:2:3", "1:2:3:4:5", "1::2:3", "12345:1:1:1", "1:2:3:" })
            Assert.False(DnsIlnp64.TryParse(Encoding.ASCII.GetBytes(text), null, out _));
        Assert.Throws<ArgumentOutOfRangeException>(() => new DnsEui48(1UL << 48));
    }

    // RFC 5155 appendix A and section 3.3; RFC 4648 section 10 without padding.
    [Theory]
    [InlineData("2t7b4g4vsa5smi47k61mv5bv1a22bojr", "14174EB2409FE28BCB4887A1836F957F0A8425E27B")]
    [InlineData("co", "0166")]
    [InlineData("CPNMU", "03666F6F")]
    [InlineData("cpnmuog", "04666F6F62")]
    public void Hashed_names(string text, string bytes)
    {
        DnsHashedName hash = Read<DnsHashedName>(text);
        byte[] written = new byte[hash.GetMaxSize()];
        hash.Write(written, 0, default);
        Assert.Equal(bytes, Convert.ToHexString(written));
        Assert.Equal(text.ToLowerInvariant(), hash.ToString());
    }

    [Theory]
    [InlineData("c")]
    [InlineData("cp")]
    [InlineData("cw")]
    [InlineData("co=")]
    [InlineData("c\\o")]
    public void Not_a_hash(string text) => Refused<DnsHashedName>(text);

    [Theory]
    [InlineData("-", "00")]
    [InlineData("aabbccdd", "04AABBCCDD")]
    public void Salts(string text, string bytes)
    {
        var salt = Read<DnsSalt>(text);
        byte[] written = new byte[salt.GetMaxSize()];
        salt.Write(written, 0, default);
        Assert.Equal(bytes, Convert.ToHexString(written));
        Assert.Equal(text, salt.ToString());
    }

    [Fact]
    public void Strings_have_255_octets_at_most()
    {
        string most = new('x', 255);
        Assert.Equal(255, Read<DnsCharacterString>(most).Bytes.Length);
        Assert.Equal($"\"{most}\"", Read<DnsCharacterString>(most).ToString());
        Refused<DnsCharacterString>(most + "x");
        Refused<DnsWord>(most + "x");
        Refused<DnsSalt>(string.Concat(Enumerable.Repeat("00", 256)));
        Assert.Throws<ArgumentException>(() => new DnsCharacterString(new byte[256]).Bytes.Length);
        Assert.Equal(ParseResult.NeedMore(1, 0), DnsCharacterString.TryParse([], 0, default, out _));
        Assert.Equal(ParseResult.NeedMore(4, 0), DnsCharacterString.TryParse([3, 1, 2], 0, default, out _));
    }

    [Fact]
    public void Words_have_quotes_where_they_must()
    {
        Assert.Equal("issue", ((DnsWord)"issue"u8).ToString());
        Assert.Equal("\"\"", default(DnsWord).ToString());
        Assert.Equal("\"a b\"", ((DnsWord)"a b"u8).ToString());
        Assert.Equal("\"a;\"", ((DnsWord)"a;"u8).ToString());
        Assert.Equal("a b", Encoding.ASCII.GetString(Read<DnsWord>("a\\ b").Bytes));
    }

    [Fact]
    public void Ports()
    {
        // RFC 1035 section 3.4.2: SMTP is bit 25.
        var ports = DnsPortBitmap.Create(25);
        Assert.Equal("00000040", Convert.ToHexString(ports.Bytes));
        Assert.True(ports.Contains(25) && !ports.Contains(24) && !ports.Contains(65535));
        Assert.Equal("25", ports.ToString());
        Assert.Equal(8192, Read<DnsPortBitmap>("65535 0").Bytes.Length);
        Refused<DnsPortBitmap>("65536");
        Refused<DnsPortBitmap>("smtp");
        Assert.Equal(ParseError.Length, DnsPortBitmap.TryParse(new byte[8193], 0, default, out _).Error);
    }

    [Fact]
    public void Memory_that_is_too_small_is_told()
    {
        Full<DnsCharacterString>("abc", 2);
        Full<DnsHex>("0102 03", 2);
        Full<DnsBase64>("AAEC", 3);
        Full<DnsSalt>("0102", 1);
        Full<DnsHashedName>("cpnmuog", 6);
        Full<DnsTypeBitmap>("A CAA", 67);
        Full<DnsPortBitmap>("80", 10);
        Full<DnsNsapAddress>("0x0102", 1);
        Full<DnsAddressPrefix>("1:1.2.3.4/32", 7);
        Full<DnsServiceParameters>("port=53", 7);
        Full<DnsName>("a.b", 4);
        Assert.Equal("a.b.", Read<DnsName>("a.b").ToString());

        static void Full<T>(string text, int room) where T : IPresentable<T>, allows ref struct
        {
            Span<byte> scratch = new byte[room];
            Assert.Equal(ParseError.Limit, T.TryParseText(Encoding.ASCII.GetBytes(text), ref scratch, out _).Error);
        }
    }

    private static T Read<T>(string text) where T : IPresentable<T>, allows ref struct
    {
        Span<byte> scratch = new byte[10_000];
        int before = scratch.Length;
        var result = T.TryParseText(Encoding.ASCII.GetBytes($" {text} ; x"), ref scratch, out var value);
        Assert.Equal(ParseResult.Done(text.Length + 1), result);
        Assert.InRange(scratch.Length, 0, before);
        return value;
    }

    private static void Refused<T>(string text) where T : IPresentable<T>, allows ref struct
    {
        Span<byte> scratch = new byte[10_000];
        var result = T.TryParseText(Encoding.ASCII.GetBytes(text), ref scratch, out _);
        Assert.Equal(ParseError.Syntax, result.Error);
        Assert.InRange(result.Offset, 0, text.Length);
    }
}

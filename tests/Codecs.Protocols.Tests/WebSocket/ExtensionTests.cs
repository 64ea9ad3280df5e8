using System.Text;

namespace Codecs.Protocols.Tests.WebSocket;

public sealed class ExtensionTests
{
    // RFC 6455 section 9.1 and RFC 7692 section 5.1.
    [Theory]
    [InlineData("", "")]
    [InlineData("foo", "foo")]
    [InlineData("foo, bar; baz=2", "foo bar[baz:2]")]
    [InlineData("deflate-stream, mux; max-channels=4; flow-control, deflate-stream", "deflate-stream mux[max-channels:4][flow-control] deflate-stream")]
    [InlineData("private-extension", "private-extension")]
    [InlineData("permessage-deflate; use_y, permessage-deflate", "permessage-deflate[use_y] permessage-deflate")]
    [InlineData(" foo ;\ta = 1 ; b=\"2\" ,, bar , ", "foo[a:1][b:2] bar")]
    [InlineData(",foo", "foo")]
    [InlineData("foo;a=\"x\";b", "foo[a:x][b]")]
    public void Well_formed(string field, string expected) => Assert.Equal(expected, Read(field));

    [Theory]
    [InlineData("foo bar")]
    [InlineData("foo;")]
    [InlineData("foo; ,bar")]
    [InlineData("foo;a=")]
    [InlineData("foo;a=,bar")]
    [InlineData("foo;=1")]
    [InlineData("foo;a=\"")]
    [InlineData("foo;a=\"\"")]
    [InlineData("foo;a=\"1")]
    [InlineData("foo;a=\"1 2\"")]
    [InlineData("foo;a=\"1\"2")]
    [InlineData("foo;a b")]
    [InlineData("foo;a=1 2")]
    [InlineData("foo=1")]
    [InlineData(";a")]
    [InlineData("fo(o")]
    [InlineData("foo\r\nbar")]
    [InlineData("foo, b\u00E4r")]
    [InlineData("foo, \0")]
    public void Malformed(string field)
    {
        Assert.EndsWith("!", Read(field));
        // Parameters that nobody reads are checked too.
        var reader = new WebSocketExtensionReader(Encoding.Latin1.GetBytes(field));
        while (reader.ReadExtension())
        {
        }
        Assert.True(reader.IsMalformed);
        Assert.False(reader.ReadExtension());
        Assert.False(reader.ReadParameter());
    }

    private static string Read(string field)
    {
        var text = new StringBuilder();
        var reader = new WebSocketExtensionReader(Encoding.Latin1.GetBytes(field));
        while (reader.ReadExtension())
        {
            text.Append(text.Length > 0 ? " " : "").Append(Encoding.Latin1.GetString(reader.Name));
            while (reader.ReadParameter())
                text.Append('[').Append(Encoding.Latin1.GetString(reader.Parameter)).Append(reader.HasValue ? ":" : "").Append(Encoding.Latin1.GetString(reader.Value)).Append(']');
        }
        return text.Append(reader.IsMalformed ? "!" : "").ToString();
    }
}

using System.Text;

namespace Codecs.Protocols.Tests.Dns;

/// <summary>Names of every length up to and past those that fit a register, in all ways in which they are written.</summary>
public sealed class DnsNameLengthTests
{
    private const int Longest = 70;

    // Texts of one length, with dots in different places.
    public static TheoryData<string> Texts
    {
        get
        {
            var texts = new TheoryData<string>();
            for (int length = 1; length <= Longest; length++)
            {
                for (int every = 2; every <= 24; every += every < 8 ? 1 : 8)
                    texts.Add(string.Concat(Enumerable.Range(0, length).Select(i => i % every == every - 1 && i < length - 1 ? '.' : (char)('a' + (i * 7 + every) % 26))));
            }
            return texts;
        }
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_text_is_expanded(string text)
    {
        byte[] expected = Wire(text), utf8 = Encoding.ASCII.GetBytes(text), dotted = [.. utf8, (byte)'.'];
        DnsName name = (ReadOnlySpan<byte>)utf8, absolute = (ReadOnlySpan<byte>)dotted;
        Assert.Equal(expected.Length, name.Length);
        Assert.Equal(text.Split('.').Length, name.LabelCount);
        Assert.True(name == absolute);
        Assert.Equal(text.Split('.'), Labels(name));
        // Exactly as much room as it takes, a little more, and enough.
        foreach (int room in (ReadOnlySpan<int>)[expected.Length, expected.Length + 1, expected.Length + 30, DnsName.MaxLength, DnsName.MaxLength + 64])
        {
            byte[] output = new byte[room];
            Assert.True(absolute.TryExpand(output, out int written));
            Assert.Equal(expected, output[..written]);
        }
        Assert.False(name.TryExpand(new byte[expected.Length - 1], out _));
    }

    // A name of a text, then the same of a message, then one below it: each ends with a pointer to the first, whatever they are made of.
    [Theory]
    [MemberData(nameof(Texts))]
    public void What_stands_there_is_referred_to(string text)
    {
        byte[] wire = Wire(text), utf8 = Encoding.ASCII.GetBytes(text), below = Encoding.ASCII.GetBytes($"b.{text}");
        Assert.True(DnsName.TryParse(wire, 0, default, out var received));
        byte[] output = new byte[512];
        var references = new BackReferences();
        var context = default(WriteContext).WithBackReferences(ref references);
        DnsName name = (ReadOnlySpan<byte>)utf8;
        int at = 12 + name.Write(output, 12, context);
        Assert.Equal(wire, output[12..at]);
        int next = at + received.Write(output, at, context);
        Assert.Equal((byte[])[0xC0, 12], output[at..next]);
        int last = next + ((DnsName)(ReadOnlySpan<byte>)below).Write(output, next, context);
        Assert.Equal((byte[])[1, (byte)'b', 0xC0, 12], output[next..last]);
        // The one below is itself found, through its pointer, in no more room than the pointer takes.
        Assert.Equal(2, ((DnsName)(ReadOnlySpan<byte>)below).Write(output.AsSpan(0, last + 2), last, context));
        Assert.Equal((byte[])[0xC0, (byte)next], output[last..(last + 2)]);
        references.Dispose();
    }

    // Names that differ in one octet are other names.
    [Theory]
    [MemberData(nameof(Texts))]
    public void What_differs_is_not_referred_to(string text)
    {
        byte[] output = new byte[512], utf8 = Encoding.ASCII.GetBytes(text);
        for (int i = 0; i < utf8.Length; i++)
        {
            if (utf8[i] == (byte)'.')
                continue;
            byte[] other = [.. utf8];
            other[i] = (byte)'-';
            var references = new BackReferences();
            var context = default(WriteContext).WithBackReferences(ref references);
            int at = ((DnsName)(ReadOnlySpan<byte>)utf8).Write(output, 0, context);
            int written = ((DnsName)(ReadOnlySpan<byte>)other).Write(output, at, context);
            Assert.True(DnsName.TryParse(output.AsSpan(0, at + written), at, default, out var name));
            Assert.Equal(Encoding.ASCII.GetString(other) + ".", name.ToString());
            references.Dispose();
        }
    }

    private static List<string> Labels(DnsName name)
    {
        var labels = new List<string>();
        foreach (var label in name)
            labels.Add(Encoding.ASCII.GetString(label));
        return labels;
    }

    // RFC 1035 section 3.1: each label behind its length, and the root.
    private static byte[] Wire(string text) => [.. text.Split('.').SelectMany(label => (IEnumerable<byte>)[(byte)label.Length, .. Encoding.ASCII.GetBytes(label)]), 0];
}

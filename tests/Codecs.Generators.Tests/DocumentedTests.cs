using System.Xml.Linq;

namespace Codecs.Generators.Tests;

/// <summary>What an editor shows of a message: the words of the definition, and the header as the specification draws it.</summary>
public sealed class DocumentedTests
{
    // RFC 768 draws it so, with spaces in the names.
    private const string Udp = """
         0                   1                   2                   3
         0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
        +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
        |          SourcePort           |        DestinationPort        |
        +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
        |            Length             |           Checksum            |
        +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
        /                            Payload                            /
        +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
        """;

    private const string Source = """
        using Codecs;
        namespace N;
        /// <summary>User datagram protocol (RFC 768).</summary>
        [Message("RFC 768")]
        public readonly ref partial struct Udp
        {
            /// <summary>The sender's port.</summary>
            public partial ushort SourcePort { get; init; }
            public partial ushort DestinationPort { get; init; }
            [LengthOf(nameof(SourcePort), nameof(Payload))] public partial ushort Length { get; }
            [ChecksumOf<InternetChecksum>(nameof(SourcePort), nameof(Payload))] public partial ushort Checksum { get; }
            public partial ReadOnlySpan<byte> Payload { get; init; }
        }
        [Message("A & B <2>")]
        public readonly partial record struct Wide
        {
            [Bits(4), Const(4)] public partial byte Version { get; }
            [Bits(1)] public partial bool IsLast { get; init; }
            [Bits(3), Reserved] private partial byte Reserved { get; }
            public partial ulong Identifier { get; init; }
            [When(nameof(IsLast))] public partial ushort Extra { get; init; }
            [ChecksumOf<InternetChecksum>(nameof(Version), nameof(Identifier))] public partial ushort Sum { get; }
        }
        """;

    [Fact]
    public void The_header_is_drawn_in_the_documentation_of_the_type()
    {
        var type = Documentation("T:N.Udp");
        Assert.Equal("User datagram protocol (RFC 768).", type.Element("summary")!.Value);
        Assert.Equal(Udp.ReplaceLineEndings("\n"), string.Join('\n', Lines(type.Element("remarks")!.Element("code")!)));
    }

    [Fact]
    public void What_goes_on_in_the_next_row_is_open_between_them_and_what_may_be_absent_is_in_brackets()
    {
        var lines = Lines(Documentation("T:N.Wide").Element("remarks")!.Element("code")!);
        Assert.Equal(
        [
            "+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+",
            "|Version|I|Rsrvd|                                               |",
            "+-+-+-+-+-+-+-+-+                                               +",
            "|                          Identifier                           |",
            "+               +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+",
            "|               |            [Extra]            |      Sum      |",
            "+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+",
            "|               |",
            "+-+-+-+-+-+-+-+-+",
        ], lines.Skip(2));
    }

    [Fact]
    public void Members_say_which_field_of_which_specification_they_are_about()
    {
        Assert.Equal("Is Checksum (RFC 768) right? False for a message that was not parsed, or was changed since.", Documentation("P:N.Udp.ChecksumIsValid").Element("summary")!.Value);
        Assert.Equal("Length (RFC 768) as it is on the wire.", Documentation("P:N.Udp.RawEditor.Length").Element("summary")!.Value);
        Assert.Equal("The sender's port.", Documentation("P:N.Udp.SourcePort").Element("summary")!.Value);
        Assert.Equal("Identifier (A & B <2>) as it is on the wire.", Documentation("P:N.Wide.RawEditor.Identifier").Element("summary")!.Value);
    }

    private static XElement Documentation(string id)
    {
        var output = Compiler.Generate(Compiler.Create(Source));
        using MemoryStream image = new(), documentation = new();
        Assert.True(output.Emit(image, xmlDocumentationStream: documentation).Success);
        documentation.Position = 0;
        return XDocument.Load(documentation, LoadOptions.PreserveWhitespace).Descendants("member").Single(m => m.Attribute("name")!.Value == id);
    }

    // The compiler indents what it copies.
    private static List<string> Lines(XElement code)
    {
        var lines = code.Value.ReplaceLineEndings("\n").Trim('\n').Split('\n').Where(l => l.Trim().Length > 0).ToList();
        int indent = lines.Min(l => l.Length - l.TrimStart().Length);
        return [.. lines.Select(l => l[indent..].TrimEnd())];
    }
}

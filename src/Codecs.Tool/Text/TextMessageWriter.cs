using System.Globalization;
using System.Text;
using System.Text.Unicode;
using Codecs.Capture.Streams;
using Codecs.Tool.Streams;

namespace Codecs.Tool.Text;

/// <summary>Writes the messages of one connection for people, one a line: the connection, who sent it, where it is in that stream, what it is, and what it says.</summary>
internal sealed class TextMessageWriter(TextOutput output, long connection) : MessageWriter
{
    private const int OffsetWidth = 9;
    private const int TypeWidth = 13;

    public override void Text(string name, ReadOnlySpan<byte> bytes, bool isDetail = false)
    {
        if (!isDetail && !bytes.IsEmpty)
            output.Spaces(1).Write(Ink.Text, Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : Encoding.Latin1.GetString(bytes));
    }

    public override void Hex(string name, ReadOnlySpan<byte> bytes, bool isDetail = false)
    {
        if (isDetail)
            return;
        output.Spaces(1).Write(Ink.Dim, name).Write(" ");
        TextValues.BytesInline(output, bytes);
    }

    public override void Number(string name, UInt128 value, bool isDetail = false)
    {
        if (!isDetail)
            output.Spaces(1).Write(Ink.Dim, name).Write(" ").Write(value.ToString("N0", CultureInfo.InvariantCulture));
    }

    public override void Flag(string name, bool value, bool isDetail = false)
    {
        if (!isDetail && value)
            output.Spaces(1).Write(Ink.Symbol, name);
    }

    public override void End()
    {
        output.Line();
        output.Bytes.FlushIfLarge();
    }

    protected override void Start(TcpRole sender, string type, long offset, long length)
    {
        string number = connection.ToString(CultureInfo.InvariantCulture), place = offset.ToString(CultureInfo.InvariantCulture);
        output.Spaces(TextDissector.NumberWidth - number.Length).Write(Ink.Strong, number).Write(sender == TcpRole.Client ? "  > " : "  < ");
        output.Spaces(OffsetWidth - place.Length).Write(Ink.Dim, place).Spaces(2).Write(Ink.Layer, type.Replace('_', ' ')).Spaces(TypeWidth - type.Length);
    }
}

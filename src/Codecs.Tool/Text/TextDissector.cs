using System.Globalization;
using Codecs.Capture;
using Codecs.Tool.Definitions;

namespace Codecs.Tool.Text;

/// <summary>Writes frames for people: a line that sums up, and below it the layers with all their fields.</summary>
public sealed class TextDissector : IDisposable
{
    internal const int NumberWidth = 6;
    private const long MostAligned = 1_000_000;
    internal const int TimeColumn = 8;
    internal const int AddressColumn = 24;
    internal const int ProtocolColumn = 68;

    private readonly TextPen _pen;
    private readonly Summary _summary;
    private readonly PacketStack _stack;
    private readonly DateText _date = new();
    private CaptureTimestamp? _first;

    /// <summary>Writes to a stream, which stays open.</summary>
    /// <param name="output">Receives UTF-8.</param>
    /// <param name="isColored">With the escape sequences of a terminal?</param>
    public TextDissector(Stream output, bool isColored)
        : this(output, isColored, PacketStack.Shipped)
    {
    }

    internal TextDissector(Stream output, bool isColored, PacketStack stack)
    {
        ArgumentNullException.ThrowIfNull(output);
        _stack = stack;
        _summary = new(stack);
        _pen = new TextPen(new TextOutput(new ByteOutput(output), isColored));
    }

    /// <summary>Is the line that sums up all that is written?</summary>
    public bool IsBrief { get; init; }

    /// <summary>Takes note of the first frame: the times in summary lines count from it. Frames that are written do this by themselves.</summary>
    public void Note(in CapturedFrame frame) => _first ??= frame.Timestamp;

    /// <summary>Writes one frame.</summary>
    public void Write(in CapturedFrame frame)
    {
        Note(frame);
        WriteSummary(frame);
        if (IsBrief)
        {
            _pen.Output.Bytes.FlushIfLarge();
            return;
        }
        WriteCaption(frame);
        var visitor = new TextLayerVisitor(_pen, frame.Data, start: 0, TextFieldVisitor.Step, isQuote: false);
        _stack.Walk(frame.LinkType, frame.Data, ref visitor);
        visitor.Close();
        _pen.Output.Line();
        _pen.Output.Bytes.FlushIfLarge();
    }

    /// <summary>Passes on what has been written so far.</summary>
    public void Flush() => _pen.Output.Bytes.Flush();

    /// <summary>Gives back the memory; what was not flushed is lost.</summary>
    public void Dispose() => _pen.Dispose();

    private void WriteSummary(in CapturedFrame frame)
    {
        _summary.Read(frame.LinkType, frame.Data);
        var output = _pen.Output;
        for (long least = 10; least < MostAligned; least *= 10)
            output.Spaces(frame.Number < least ? 1 : 0);
        output.Use(Ink.Strong);
        output.Write(frame.Number).Use(Ink.Plain);
        output.Align(TimeColumn);
        if (frame.Timestamp is { } time && _first is { } first)
            output.Write(time - first, frame.Interface.TimestampDecimals);
        output.Align(AddressColumn);
        if (!_summary.Source.IsEmpty || !_summary.Destination.IsEmpty)
        {
            AddressText.Write(output, _summary.Source, _summary.SourcePort);
            output.Write(Ink.Dim, " > ");
            AddressText.Write(output, _summary.Destination, _summary.DestinationPort);
        }
        output.Align(ProtocolColumn).Write(Ink.Layer, _summary.Protocol);
        if (_summary.IsMalformed)
            output.Write(" ").Write(Ink.Fault, "malformed");
        var info = _summary.Info.Text();
        if (info.Length > 0)
            output.Spaces(2).Write(info);
        if (_summary.Rest > 0)
            output.Write(Ink.Dim, info.Length > 0 ? ", " : "  ").Write(Ink.Dim, "carries ").Count(_summary.Rest, "byte");
        output.Spaces(2).Use(Ink.Dim);
        output.Write("[").Grouped(frame.OriginalLength).Write("]").Use(Ink.Plain);
        if (frame.IsTruncated || _summary.IsCut)
            output.Write(" ").Write(Ink.Warning, frame.IsTruncated ? "cut" : "incomplete");
        output.Line();
    }

    private void WriteCaption(in CapturedFrame frame)
    {
        var output = _pen.Output;
        output.Spaces(TextFieldVisitor.Step).Write(Ink.Layer, "Frame");
        output.Use(Ink.Dim);
        output.Spaces(2);
        if (frame.Timestamp is { } time)
        {
            _date.Write(output, time, frame.Interface.TimestampDecimals);
            output.Write(", "u8);
        }
        output.Write(ScalarTypes.TryGetName(frame.LinkType, out string? name) ? name : "link type " + ((int)frame.LinkType).ToString(CultureInfo.InvariantCulture));
        if (frame.Interface.Name is { Length: > 0 } device)
            output.Write(" on ").Write(device);
        output.Write(", ").Count(frame.OriginalLength, "byte");
        output.Use(Ink.Plain);
        if (frame.IsTruncated)
            output.Write(", ").Write(Ink.Warning, string.Create(CultureInfo.InvariantCulture, $"of which {frame.Data.Length:N0} were captured"));
        output.Line();
    }
}

using System.Globalization;
using Codecs.Capture;
using Codecs.Capture.Streams;
using Codecs.Tool.Streams;

namespace Codecs.Tool.Text;

/// <summary>Writes connections for people: a line that sums up, and below it both ends and what was wrong.</summary>
internal sealed class TextConnections(TextOutput output, TimestampDecimals decimals) : IConnectionWriter
{
    private const int Step = TextFieldVisitor.Step;

    private CaptureTimestamp? _first;

    /// <summary>Takes note of the first frame: times count from it.</summary>
    public void Note(in CapturedFrame frame) => _first ??= frame.Timestamp;

    public void Write(TcpConnection connection)
    {
        WriteSummary(connection);
        WriteCaption(connection);
        WriteEnd("Client", connection.Client, connection.FromClient);
        WriteEnd("Server", connection.Server, connection.FromServer);
        foreach (var anomaly in connection.Anomalies)
        {
            output.Spaces(Step).Write(TcpWords.IsFault(anomaly.Kind) ? Ink.Fault : Ink.Warning, "! " + TcpWords.Of(anomaly.Kind)).Write(": ").Count(anomaly.Count, "segment")
                .Write(anomaly.Count == 1 ? ", frame " : ", the first is frame ").Write(anomaly.FirstFrame).Line();
        }
        output.Line();
        output.Bytes.FlushIfLarge();
    }

    private void WriteSummary(TcpConnection connection)
    {
        string number = connection.Number.ToString(CultureInfo.InvariantCulture);
        output.Spaces(TextDissector.NumberWidth - number.Length).Write(Ink.Strong, number).Align(TextDissector.TimeColumn);
        if (connection.FirstTime is { } time && _first is { } first)
            output.Write(TimeText.Seconds(time - first, decimals.Most));
        output.Align(TextDissector.AddressColumn);
        Write(connection.Client);
        output.Write(Ink.Dim, " > ");
        Write(connection.Server);
        output.Align(TextDissector.ProtocolColumn).Write(Ink.Layer, ApplicationProtocol.Text(connection)).Spaces(2).Write(TcpWords.Of(connection));
        output.Write(", ").Count(connection.FromClient.Bytes, "byte").Write(" sent, ").Count(connection.FromServer.Bytes, "byte").Write(" received");
        long missing = connection.FromClient.MissingBytes + connection.FromServer.MissingBytes;
        if (missing > 0)
            output.Spaces(2).Write(Ink.Warning, string.Create(CultureInfo.InvariantCulture, $"{missing:N0} missing"));
        if (connection.FromClient.Conflicts + connection.FromServer.Conflicts > 0)
            output.Spaces(2).Write(Ink.Fault, "conflicting");
        output.Line();
    }

    private void WriteCaption(TcpConnection connection)
    {
        output.Spaces(Step).Write(Ink.Layer, "Connection");
        output.Use(Ink.Dim);
        output.Spaces(2);
        if (connection.FirstTime is { } time)
            output.Write(TimeText.Date(time, decimals.Most)).Write(", ");
        if (connection.FirstTime is { } first && connection.LastTime is { } last)
            output.Write(TimeText.Seconds(last - first, decimals.Most)).Write(" s, ");
        output.Write(connection.FirstFrame == connection.LastFrame ? "frame " : "frames ").Write(connection.FirstFrame);
        if (connection.FirstFrame != connection.LastFrame)
            output.Write(" to ").Write(connection.LastFrame);
        output.Use(Ink.Plain);
        if (!connection.IsOpeningSeen)
            output.Write(Ink.Dim, ", the opening was not captured");
        output.Line();
    }

    private void WriteEnd(string name, IpEndpoint end, TcpDirection sent)
    {
        output.Spaces(Step).Write(Ink.Layer, name).Spaces(2);
        Write(end);
        output.Line();
        int width = sent.KeepAlives > 0 ? "Keep-alives".Length : sent.OutOfOrderSegments + sent.Conflicts > 0 ? "Reordered".Length : sent.RetransmittedSegments + sent.Gaps > 0 ? "Repeated".Length : "State".Length;
        Name("State", width).Write(Ink.Symbol, TcpWords.Of(sent.State)).Line();
        Name("Sent", width).Count(sent.Bytes, "byte").Write(" in ").Count(sent.Segments, "segment").Line();
        if (sent.OutOfOrderSegments > 0)
            Name("Reordered", width).Count(sent.OutOfOrderSegments, "segment").Line();
        if (sent.RetransmittedSegments > 0)
            Name("Repeated", width).Count(sent.RetransmittedBytes, "byte").Write(" in ").Count(sent.RetransmittedSegments, "segment").Line();
        if (sent.Conflicts > 0)
            Name("Conflicts", width).Write(Ink.Fault, string.Create(CultureInfo.InvariantCulture, $"in {sent.Conflicts:N0} of them")).Line();
        if (sent.KeepAlives > 0)
            Name("Keep-alives", width).Count(sent.KeepAlives, "segment").Line();
        if (sent.FirstGap is { } first)
        {
            Name("Missing", width).Write(Ink.Warning, string.Create(CultureInfo.InvariantCulture, $"{sent.MissingBytes:N0}")).Write(" bytes in ").Count(sent.Gaps, "gap")
                .Write(sent.Gaps == 1 ? ", behind byte " : ", the first behind byte ").Write(first).Line();
        }
    }

    private TextOutput Name(string name, int width) => output.Spaces(2 * Step).Write(Ink.Dim, name).Align(2 * Step + width + 2);

    private void Write(IpEndpoint end) => AddressText.Write(output, end.AddressText, end.Port.ToString(CultureInfo.InvariantCulture));
}

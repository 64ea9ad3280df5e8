using System.Text;
using Codecs.Capture.Streams;

namespace Codecs.Tests.Streams;

/// <summary>Keeps what a reassembler tells, and fails if it tells it in an impossible order.</summary>
internal sealed class RecordingSink : ITcpStreamSink
{
    private readonly Dictionary<TcpDirection, Recording> _recordings = [];
    private readonly HashSet<TcpConnection> _open = [];

    public List<TcpConnection> Connections { get; } = [];

    public List<TcpConnection> Closed { get; } = [];

    public TcpConnection Only => Assert.Single(Connections);

    public string FromClient => Text(Only.FromClient);

    public string FromServer => Text(Only.FromServer);

    /// <summary>The bytes as Latin-1, with gaps as <c>&lt;offset+length cause&gt;</c> and a full stop at the end.</summary>
    public string Text(TcpDirection direction) => _recordings.GetValueOrDefault(direction)?.Text.ToString() ?? "";

    /// <summary>The bytes before the first gap.</summary>
    public byte[] Bytes(TcpDirection direction) => _recordings[direction].BeforeGap.ToArray();

    /// <summary>The same by the number of the connection.</summary>
    public byte[] Bytes(long number, TcpRole sender) => Bytes(Connections[(int)number - 1].From(sender));

    public void Opened(TcpConnection connection)
    {
        Assert.Equal(Connections.Count + 1, connection.Number);
        Assert.Equal(TcpEnding.None, connection.Ending);
        Connections.Add(connection);
        Assert.True(_open.Add(connection));
        _recordings.Add(connection.FromClient, new());
        _recordings.Add(connection.FromServer, new());
    }

    public void Data(TcpDirection direction, ReadOnlySpan<byte> bytes)
    {
        var recording = Of(direction);
        Assert.False(bytes.IsEmpty);
        recording.Bytes += bytes.Length;
        if (!recording.HasGap)
            recording.BeforeGap.Write(bytes);
        if (recording.Text.Length < 4096)
            recording.Text.Append(Encoding.Latin1.GetString(bytes));
        Assert.Equal(recording.Bytes, direction.Bytes);
    }

    public void Gap(TcpDirection direction, TcpGap gap)
    {
        var recording = Of(direction);
        Assert.True(gap.Length > 0);
        Assert.Equal(recording.Bytes + recording.Missing, gap.Offset);
        if (!recording.HasGap)
            Assert.Equal(gap.Offset, direction.FirstGap);
        recording.HasGap = true;
        recording.Missing += gap.Length;
        if (recording.Text.Length < 4096)
            recording.Text.Append($"<{gap.Offset}+{gap.Length} {gap.Cause}>");
        Assert.Equal(recording.Missing, direction.MissingBytes);
    }

    public void Ended(TcpDirection direction)
    {
        var recording = Of(direction);
        recording.HasEnded = true;
        recording.Text.Append('.');
        Assert.True(direction.IsEnded);
    }

    void ITcpStreamSink.Closed(TcpConnection connection)
    {
        Assert.True(_open.Remove(connection));
        Assert.NotEqual(TcpEnding.None, connection.Ending);
        Assert.True(_recordings[connection.FromClient].HasEnded);
        Assert.True(_recordings[connection.FromServer].HasEnded);
        Closed.Add(connection);
    }

    private Recording Of(TcpDirection direction)
    {
        Assert.Contains(direction.Connection, _open);
        var recording = _recordings[direction];
        Assert.False(recording.HasEnded);
        return recording;
    }

    private sealed class Recording
    {
        public MemoryStream BeforeGap { get; } = new();

        public StringBuilder Text { get; } = new();

        public long Bytes { get; set; }

        public long Missing { get; set; }

        public bool HasGap { get; set; }

        public bool HasEnded { get; set; }
    }
}

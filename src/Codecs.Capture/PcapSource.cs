using Codecs.Capture.Formats;
using Codecs.Protocols;

namespace Codecs.Capture;

/// <summary>The frames of a pcap file.</summary>
internal sealed class PcapSource : FrameSource
{
    private const int RecordHeaderLength = 16;
    private const int ModifiedRecordHeaderLength = 24;
    private const uint UsualSnapLength = 1 << 18;

    private readonly PcapFileHeader _header;
    private readonly CaptureInterface _interface;
    private readonly int _recordHeaderLength;
    private readonly uint _mostCaptured;
    private int _consumed;

    /// <summary>Starts behind the file header.</summary>
    public PcapSource(CaptureBuffer input, in PcapFileHeader header)
        : base(input)
    {
        _header = header;
        _recordHeaderLength = header.IsModified ? ModifiedRecordHeaderLength : RecordHeaderLength;
        // Files are known that have longer frames than they say; a length far beyond is no length.
        _mostCaptured = Math.Clamp(header.SnapLength, UsualSnapLength, MostBytes);
        _interface = new(section: 0, index: 0, (LinkType)header.LinkType, header.SnapLength)
        {
            FrameCheckLength = header.FrameCheckLength,
            TimestampDecimals = header.IsNanoseconds ? 9 : 6,
        };
        Add(_interface);
    }

    public override bool TryRead(out CapturedFrame frame)
    {
        frame = default;
        if (Damage is not null)
            return false;
        Input.Advance(_consumed);
        _consumed = 0;
        if (!Input.Fill(_recordHeaderLength))
            return (Input.Unread.Length > 0 || Input.Failure is not null) && FailAtEnd($"the header of frame {Count + 1}");
        if (PcapRecordHeader.TryParse(Input.Unread, _header.IsLittleEndian, out var record) is { Success: false } result)
            return Fail(Input.Position, $"Frame {Count + 1} is not readable: {result.Describe<PcapRecordHeader>()}");
        if (record.CapturedLength > _mostCaptured)
            return Fail(Input.Position, $"Frame {Count + 1} claims to have {record.CapturedLength:N0} bytes, but no frame of this file may have more than {_mostCaptured:N0}");
        int length = (int)record.CapturedLength;
        if (!Input.Fill(_recordHeaderLength + length))
            return FailAtEnd($"frame {Count + 1}", _recordHeaderLength + length);
        _consumed = _recordHeaderLength + length;
        Count++;
        frame = new()
        {
            Number = Count,
            Timestamp = CaptureTimestamp.FromFraction(record.Seconds, record.Fraction, _header.IsNanoseconds),
            Interface = _interface,
            OriginalLength = record.OriginalLength,
            Data = Input.Unread.Slice(_recordHeaderLength, length),
        };
        return true;
    }
}

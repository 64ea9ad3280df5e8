using System.Buffers;
using System.IO.Pipelines;

namespace Codecs.Pipelines;

/// <summary>Frames from a pipe of which the bytes are stuffed: SLIP, PPP on a serial line.</summary>
/// <example>
/// <code>
/// using var frames = new StuffedFrameReader(pipe.Input, PppFraming.Default, maxFrameSize: 1504);
/// while (await frames.WaitToReadAsync(cancellationToken))
/// {
///     while (frames.TryRead(out var frame))
///     {
///         if (PppFrame.TryParse(frame, out var ppp) &amp;&amp; ppp.FrameCheckSequenceIsValid)
///             ...
///     }
/// }
/// </code>
/// </example>
/// <remarks>
/// Frames that are broken are dropped and counted, as is usual on such lines: what comes after the next delimiter is a frame again. A frame without escapes that lies in one segment of the pipe is not
/// copied, and none allocates. The PipeReader is not completed. For one caller at a time.
/// </remarks>
public sealed class StuffedFrameReader : IDisposable
{
    private readonly PipeInput _input;
    private readonly ByteStuffing _rule;
    private readonly int _maxFrameSize;
    private ByteStuffingDecoder _decoder;
    private byte[]? _buffer;
    private int _length;
    private Progress _progress;
    private long _start;

    /// <summary>Reads frames.</summary>
    /// <param name="input">The pipe. It is not completed by this reader.</param>
    /// <param name="rule">How the bytes are stuffed.</param>
    /// <param name="maxFrameSize">Most bytes of a frame, without escapes. Of a longer one nothing is kept.</param>
    public StuffedFrameReader(PipeReader input, ByteStuffing rule, int maxFrameSize)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxFrameSize);
        _input = new PipeInput(input, EndedEarly);
        _rule = rule;
        _maxFrameSize = maxFrameSize;
        _decoder = new(rule);
    }

    private enum Progress : byte
    {
        /// <summary>Behind a delimiter, or behind nothing at all.</summary>
        Between,

        /// <summary>Within a frame.</summary>
        Within,

        /// <summary>Within a frame that is broken.</summary>
        Invalid,

        /// <summary>Within a frame that is too long.</summary>
        TooLong,
    }

    /// <summary>Frames that were dropped because their sender gave them up, or because a byte behind an escape was no code.</summary>
    public long InvalidFrames { get; private set; }

    /// <summary>Frames that were dropped because they were too long.</summary>
    public long TooLongFrames { get; private set; }

    /// <summary>Bytes of the pipe that were read, with delimiters and escapes.</summary>
    public long Offset => _input.Offset;

    /// <summary>Waits until more has arrived. Frames that were read before are no longer valid.</summary>
    /// <returns>False if the input has ended behind a frame.</returns>
    /// <exception cref="MessageReadException">The input has ended within a frame (<see cref="MessageReadError.Incomplete"/>).</exception>
    /// <exception cref="OperationCanceledException">By the token or by <see cref="PipeReader.CancelPendingRead"/>. Nothing is lost: one can wait again.</exception>
    public ValueTask<bool> WaitToReadAsync(CancellationToken cancellationToken = default) => _input.FillAsync(1, mayEnd: _progress == Progress.Between, cancellationToken);

    /// <summary>Reads the next frame that is not broken.</summary>
    /// <param name="frame">The frame, its escapes undone; never empty. Valid until the next frame is read or waited for.</param>
    /// <returns>False if no complete one has arrived: wait.</returns>
    public bool TryRead(out ReadOnlySpan<byte> frame)
    {
        while (!_input.FirstSegment.IsEmpty)
        {
            bool isRead = _progress switch
            {
                Progress.Between => TryReadInPlace(out frame),
                Progress.Within => TryDecode(out frame),
                _ => Skip(out frame),
            };
            if (isRead)
                return true;
        }
        frame = default;
        return false;
    }

    /// <summary>Gives the pipe what was not read. The PipeReader is not completed.</summary>
    public void Dispose()
    {
        _input.End();
        if (_buffer is { } buffer)
        {
            _buffer = null;
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    // If all of the frame is there, and nothing in it is escaped, its bytes are those of the pipe.
    private bool TryReadInPlace(out ReadOnlySpan<byte> frame)
    {
        frame = default;
        var source = _input.FirstSegment.Span;
        int delimiters = source.IndexOfAnyExcept(_rule.Delimiter);
        _input.Consume(delimiters < 0 ? source.Length : delimiters);
        if (delimiters < 0)
            return false;
        source = source[delimiters..];
        int run = source.IndexOfAny(_rule.Marks);
        if (run >= 0 && run <= _maxFrameSize && source[run] == _rule.Delimiter)
        {
            frame = source[..run];
            _input.Consume(run + 1);
            return true;
        }
        _progress = Progress.Within;
        _start = _input.Offset;
        _length = 0;
        return false;
    }

    private bool TryDecode(out ReadOnlySpan<byte> frame)
    {
        _buffer ??= ArrayPool<byte>.Shared.Rent(_maxFrameSize);
        var status = _decoder.Decode(_input.FirstSegment.Span, _buffer.AsSpan(_length, _maxFrameSize - _length), out int consumed, out int written);
        _length += written;
        _input.Consume(consumed);
        frame = _buffer.AsSpan(0, _length);
        if (status == OperationStatus.NeedMoreData)
            return false;
        _decoder = new(_rule);
        _progress = status switch { OperationStatus.Done => Progress.Between, OperationStatus.InvalidData => Progress.Invalid, _ => Progress.TooLong };
        // A frame of nothing but bytes that are ignored is none.
        return status == OperationStatus.Done && _length > 0;
    }

    private bool Skip(out ReadOnlySpan<byte> frame)
    {
        frame = default;
        var source = _input.FirstSegment.Span;
        int end = source.IndexOf(_rule.Delimiter);
        _input.Consume(end < 0 ? source.Length : end + 1);
        if (end < 0)
            return false;
        if (_progress == Progress.Invalid)
            InvalidFrames++;
        else
            TooLongFrames++;
        _progress = Progress.Between;
        return false;
    }

    private MessageReadException EndedEarly() => new(MessageReadError.Incomplete, "The input ends within a frame", _start, Offset);
}

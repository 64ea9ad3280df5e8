using System.Buffers;
using System.IO.Pipelines;

namespace Codecs.Tests.Pipelines;

/// <summary>
/// A pipe of which the test says what arrives when: each piece is a segment of its own and comes with a read of its own, as soon as all before it was examined.
/// It insists on the rules of <see cref="PipeReader"/>, and overwrites what was consumed.
/// </summary>
internal sealed class ScriptedPipe(IEnumerable<byte[]> pieces, bool isSlow = false, bool isForeign = false) : PipeReader
{
    private readonly Queue<byte[]> _pieces = new(pieces);
    private Segment? _first;
    private Segment? _last;
    private long _length;
    private long _examined;
    private bool _isReading;
    private bool _isCanceled;
    private SequencePosition _start;

    /// <summary>How often the pipe was advanced.</summary>
    public int Advances { get; private set; }

    /// <summary>How often somebody looked at a piece; counted if the pieces are foreign.</summary>
    public long Looks { get; private set; }

    /// <summary>Has somebody completed this? No reader of ours may.</summary>
    public bool IsCompleted { get; private set; }

    /// <summary>What the writer completes with.</summary>
    public Exception? Failure { get; init; }

    public override async ValueTask<ReadResult> ReadAsync(CancellationToken cancellationToken = default)
    {
        Assert.False(_isReading, "read within a read");
        if (isSlow)
            await Task.Yield();
        cancellationToken.ThrowIfCancellationRequested();
        if (_examined == _length && !_isCanceled)
        {
            if (_pieces.TryDequeue(out byte[]? piece))
                Append(piece);
            else if (Failure is not null)
                throw Failure;
        }
        _isReading = true;
        bool isCanceled = _isCanceled;
        _isCanceled = false;
        var buffer = _last is null ? default : new ReadOnlySequence<byte>((Segment)_start.GetObject()!, _start.GetInteger(), _last, _last.Memory.Length);
        return new ReadResult(buffer, isCanceled, isCompleted: _pieces.Count == 0 && Failure is null);
    }

    public override bool TryRead(out ReadResult result) => throw new NotSupportedException();

    public override void AdvanceTo(SequencePosition consumed) => AdvanceTo(consumed, consumed);

    public override void AdvanceTo(SequencePosition consumed, SequencePosition examined)
    {
        Assert.True(_isReading, "advanced without a read");
        _isReading = false;
        Advances++;
        if (_last is null)
            return;
        long to = Index(consumed), seen = Index(examined);
        Assert.InRange(to, Index(_start), _length);
        Assert.InRange(seen, Math.Max(to, Math.Min(_examined, _length)), _length);
        _examined = seen;
        for (var segment = _first!; segment.RunningIndex < to; segment = (Segment)segment.Next!)
        {
            segment.Bytes.AsSpan(0, (int)Math.Min(segment.Bytes.Length, to - segment.RunningIndex)).Fill(0xDD);
            if (segment.Next is null)
                break;
        }
        _start = consumed;
    }

    public override void CancelPendingRead() => _isCanceled = true;

    public override void Complete(Exception? exception = null) => IsCompleted = true;

    private static long Index(SequencePosition position) => ((Segment)position.GetObject()!).RunningIndex + position.GetInteger();

    private void Append(byte[] piece)
    {
        _last = new Segment([.. piece], _last, isForeign ? this : null);
        _length += piece.Length;
        if (_first is not null)
            return;
        _first = _last;
        _start = new SequencePosition(_first, 0);
    }

    /// <summary>A piece.</summary>
    internal sealed class Segment : ReadOnlySequenceSegment<byte>
    {
        public Segment(byte[] bytes, Segment? previous, ScriptedPipe? counter = null)
        {
            Bytes = bytes;
            Memory = counter is null ? bytes : new ForeignMemory(bytes, counter).Memory;
            if (previous is null)
                return;
            RunningIndex = previous.RunningIndex + previous.Memory.Length;
            previous.Next = this;
        }

        public byte[] Bytes { get; }
    }

    /// <summary>Memory that does not say that it is an array, as that of other systems is not.</summary>
    private sealed class ForeignMemory(byte[] bytes, ScriptedPipe counter) : MemoryManager<byte>
    {
        public override Span<byte> GetSpan()
        {
            counter.Looks++;
            return bytes;
        }

        public override MemoryHandle Pin(int elementIndex = 0) => throw new NotSupportedException();

        public override void Unpin()
        {
        }

        protected override void Dispose(bool disposing)
        {
        }
    }
}

using System.Buffers;
using System.IO.Pipelines;
using Codecs.Pipelines;
using Codecs.Tool.Definitions;

namespace Codecs.Tool.Measurement;

/// <summary>What is measured with messages of one type.</summary>
internal abstract class MessageBenchmark(ProtocolInfo protocol, SampleMessages messages)
{
    public ProtocolInfo Protocol => protocol;

    public SampleMessages Messages => messages;

    /// <summary>Messages that do not parse, and are left out.</summary>
    public int Malformed { get; protected set; }

    /// <summary>Are they also read from a stream? For that they must say where they end.</summary>
    public bool IsStreamed { get; protected init; }

    /// <summary>What is measured, in order. A stream of messages needs messages that say where they end.</summary>
    public IReadOnlyList<(string Name, Func<TimeSpan, Timing> Measure)> Operations { get; protected init; } = [];

    /// <summary>Prepares to measure.</summary>
    /// <exception cref="DefinitionException">Messages of this type cannot be read by themselves, or none of them can be read.</exception>
    public static MessageBenchmark Create(ProtocolInfo protocol, SampleMessages messages)
    {
        bool isMessage = protocol.Type.GetInterfaces().Any(item => item.IsGenericType && item.GetGenericTypeDefinition() == typeof(IMessage<>));
        if (!isMessage)
            throw new DefinitionException($"{protocol.Description.Name} has a [Parameter], so it cannot be read without what carries it.");
        var benchmark = (MessageBenchmark)Activator.CreateInstance(typeof(MessageBenchmark<>).MakeGenericType(protocol.Type), protocol, messages)!;
        return benchmark.Messages.Count > 0 ? benchmark : throw new DefinitionException($"None of {messages.Count} messages can be read as {protocol.Description.Name}.");
    }

    /// <summary>Of the messages those that pass a test.</summary>
    protected static SampleMessages Filter(SampleMessages messages, Predicate<int> test)
    {
        var passed = new SampleMessages();
        for (int i = 0; i < messages.Count; i++)
        {
            if (test(i))
                passed.Add(messages[i]);
        }
        return passed;
    }
}

/// <inheritdoc cref="MessageBenchmark"/>
internal sealed class MessageBenchmark<T> : MessageBenchmark where T : IMessage<T>, allows ref struct
{
    // A message is written several times for each time that it is parsed, to which that can be put down.
    private const int Writes = 8;
    // What a read from a socket gives.
    private const int SegmentSize = 4096;
    private const int LeastStream = 1 << 20;

    private readonly ReadOnlySequence<byte> _stream;
    private readonly byte[] _buffer;
    private int _sink;

    public MessageBenchmark(ProtocolInfo protocol, SampleMessages messages)
        : base(protocol, Filter(messages, i => T.TryParse(messages[i], out _)))
    {
        Malformed = messages.Count - Messages.Count;
        _buffer = new byte[Messages.Count == 0 ? 0 : Enumerable.Range(0, Messages.Count).Max(MaxSize)];
        var operations = new List<(string, Func<TimeSpan, Timing>)>
        {
            ("parse", time => Timing.Measure(Messages, 1, time, Parse)),
            ("parse, read all", time => Timing.Measure(Messages, 1, time, Read)),
            ("write", MeasureWriting),
        };
        _stream = Repeat(Messages);
        int streamed = Messages.Count == 0 || T.IsWhole ? 0 : CountStreamed();
        IsStreamed = streamed > 0;
        if (IsStreamed)
            operations.Add(("stream", time => Timing.Measure(Messages, streamed / Messages.Count, time, () => CountStreamed())));
        Operations = operations;
    }

    private int MaxSize(int index) => T.TryParse(Messages[index], out var message) ? message.GetMaxSize() : 0;

    private void Parse()
    {
        int sum = 0;
        for (int i = 0; i < Messages.Count; i++)
            sum += T.TryParse(Messages[i], out _).BytesConsumed;
        _sink += sum;
    }

    private void Read()
    {
        var visitor = new ReadingVisitor();
        for (int i = 0; i < Messages.Count; i++)
        {
            if (T.TryParse(Messages[i], out var message))
                message.Visit(ref visitor);
        }
        _sink += visitor.Sum;
    }

    private void Write(int times)
    {
        int sum = 0;
        for (int i = 0; i < Messages.Count; i++)
        {
            if (!T.TryParse(Messages[i], out var message))
                continue;
            for (int n = 0; n < times; n++)
                sum += message.Write(_buffer, 0, default);
        }
        _sink += sum;
    }

    private Timing MeasureWriting(TimeSpan time)
    {
        var parsing = Timing.Measure(Messages, Writes, time / 4, () => Write(0));
        var both = Timing.Measure(Messages, Writes, time * 3 / 4, () => Write(Writes));
        return both with { Nanoseconds = Math.Max(both.Nanoseconds - parsing.Nanoseconds, 0.01) };
    }

    /// <summary>Messages that a pipe with all of them gives; 0 if it does not give them all.</summary>
    private int CountStreamed()
    {
        int count = 0, wanted = (int)(_stream.Length / Math.Max(Messages.Length, 1)) * Messages.Count;
        using var reader = PipeReader.Create(_stream).AsMessageReader<T>(Math.Max(Messages.Longest, 1));
        try
        {
            while (reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
            {
                while (reader.TryRead(out _))
                    count++;
            }
        }
        catch (MessageReadException)
        {
            return 0;
        }
        return count == wanted ? count : 0;
    }

    private static ReadOnlySequence<byte> Repeat(SampleMessages messages)
    {
        if (messages.Length == 0)
            return default;
        byte[] all = new byte[Math.Max(1, LeastStream / messages.Length) * messages.Length];
        for (int at = 0; at < all.Length; at += messages.Length)
            messages.Bytes.CopyTo(all.AsMemory(at));
        Segment first = new(all.AsMemory(0, Math.Min(SegmentSize, all.Length)), null), last = first;
        for (int at = SegmentSize; at < all.Length; at += SegmentSize)
            last = new(all.AsMemory(at, Math.Min(SegmentSize, all.Length - at)), last);
        return new(first, 0, last, last.Memory.Length);
    }

    private sealed class Segment : ReadOnlySequenceSegment<byte>
    {
        public Segment(ReadOnlyMemory<byte> memory, Segment? before)
        {
            Memory = memory;
            if (before is null)
                return;
            RunningIndex = before.RunningIndex + before.Memory.Length;
            before.Next = this;
        }
    }
}

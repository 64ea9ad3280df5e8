using System.Collections.Concurrent;

namespace Codecs.Tool.Measurement;

/// <summary>Keeps the layers of packets, by type; or those of one type, wherever a tag says that a payload is one.</summary>
internal sealed class MessageCollector(Type? wanted)
{
    private readonly Dictionary<Type, SampleMessages> _messages = [];
    private readonly List<(Type Type, SampleMessages Messages)> _found = [];
    private readonly ConcurrentDictionary<Type, PayloadProbe[]> _probes = new();

    // Where, in the frame at hand, a payload was found by a tag: a stack that knows it shows it again as a layer.
    private int _payload = -1;

    private Type? Wanted => wanted;

    /// <summary>Bytes that are kept.</summary>
    public long Length { get; private set; }

    public IReadOnlyList<(Type Type, SampleMessages Messages)> Found => _found;

    private void Add(Type type, ReadOnlySpan<byte> message)
    {
        if (!_messages.TryGetValue(type, out var messages))
        {
            _messages.Add(type, messages = new());
            _found.Add((type, messages));
        }
        messages.Add(message);
        Length += message.Length;
    }

    // Carriers of which the wanted message is no layer: the stack does not know it.
    private void AddPayload(Type carrier, ReadOnlySpan<byte> bytes, int offset)
    {
        foreach (var probe in _probes.GetOrAdd(carrier, static (type, wanted) => PayloadProbe.For(type, wanted), wanted!))
        {
            var place = probe.Find(bytes);
            var payload = bytes[place];
            _payload = offset + place.Start.Value;
            while (!payload.IsEmpty)
            {
                int length = probe.Measure(payload);
                if (length <= 0)
                    break;
                Add(wanted!, payload[..length]);
                payload = payload[length..];
            }
        }
    }

    /// <summary>Looks at one frame.</summary>
    public readonly ref struct Visitor(MessageCollector collector, ReadOnlySpan<byte> frame) : ILayerVisitor
    {
        private readonly ReadOnlySpan<byte> _frame = frame;

        void ILayerVisitor.Layer<T>(scoped in T message, int offset, ParseResult result)
        {
            // What is cut short is not what one measures.
            if (!result)
                return;
            var bytes = _frame.Slice(offset, result.BytesConsumed);
            if (collector.Wanted is not null && collector.Wanted != typeof(T))
                collector.AddPayload(typeof(T), bytes, offset);
            else if (offset == 0 || offset != collector._payload)
                collector.Add(typeof(T), bytes);
        }

        void ILayerVisitor.Malformed<T>(ReadOnlySpan<byte> bytes, int offset, ParseResult result)
        {
        }

        void ILayerVisitor.Rest(ReadOnlySpan<byte> bytes, int offset)
        {
        }
    }
}

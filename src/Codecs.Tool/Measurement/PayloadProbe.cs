namespace Codecs.Tool.Measurement;

/// <summary>Finds messages of one type in the payload of a carrier by the carrier's tags.</summary>
internal abstract class PayloadProbe
{
    /// <summary>One for each table that both have: the carrier to select by, the message to be selected.</summary>
    public static PayloadProbe[] For(Type carrier, Type message) =>
    [
        .. Tables(carrier, typeof(ICarrier<>)).Intersect(Tables(message, typeof(ICarried<>)))
            .Select(table => (PayloadProbe)Activator.CreateInstance(typeof(Probe<,,>).MakeGenericType(carrier, message, table))!),
    ];

    /// <summary>The payload of a carrier if a tag says that it is the message; else nothing.</summary>
    public abstract Range Find(ReadOnlySpan<byte> carrier);

    /// <summary>Bytes of the message at the start of a payload; 0 if there is none.</summary>
    public abstract int Measure(ReadOnlySpan<byte> payload);

    private static IEnumerable<Type> Tables(Type type, Type definition) =>
        type.GetInterfaces().Where(item => item.IsGenericType && item.GetGenericTypeDefinition() == definition).Select(static item => item.GenericTypeArguments[0]);

    private sealed class Probe<TCarrier, TMessage, TTag> : PayloadProbe
        where TCarrier : IMessage<TCarrier>, ICarrier<TTag>, allows ref struct
        where TMessage : IMessage<TMessage>, ICarried<TTag>, allows ref struct
        where TTag : struct, Enum
    {
        public override Range Find(ReadOnlySpan<byte> carrier)
        {
            if (!TCarrier.TryParse(carrier, out var message))
                return default;
            var payload = message.Payload;
            for (int i = 0; i < TCarrier.TagCount; i++)
            {
                bool selects = message.TryGetTag(i, out var tag) && TMessage.IsCarriedAs(tag) && TMessage.IsCarriedBy<TCarrier>(TCarrier.GetTagField(i));
                if (selects && carrier.Overlaps(payload, out int offset))
                    return offset..(offset + payload.Length);
            }
            return default;
        }

        public override int Measure(ReadOnlySpan<byte> payload)
        {
            var result = TMessage.TryParse(payload, out _);
            return result ? result.BytesConsumed : 0;
        }
    }
}

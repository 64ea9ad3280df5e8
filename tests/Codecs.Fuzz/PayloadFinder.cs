namespace Codecs.Fuzz;

/// <summary>Finds what a message carries: the types that are carried under the values of its tags.</summary>
internal sealed class PayloadFinder
{
    private readonly Dictionary<Type, Carrier[]> _carriers;
    private readonly Dictionary<Type, Carried[]> _carried;

    public PayloadFinder(IReadOnlyList<MessageContract> contracts)
    {
        _carriers = contracts.ToDictionary(
            contract => contract.Type,
            contract => contract.ArgumentLength > 0 ? [] : Arguments(contract.Type, typeof(ICarrier<>)).Select(tag => Make<Carrier>(typeof(Carrier<,>), contract.Type, tag)).ToArray());
        _carried = contracts
            .SelectMany(contract => Arguments(contract.Type, typeof(ICarried<>)).Select(tag => (Tag: tag, Carried: Make<Carried>(typeof(Carried<,>), contract.Type, tag))))
            .GroupBy(pair => pair.Tag, pair => pair.Carried)
            .ToDictionary(group => group.Key, group => group.ToArray());
    }

    /// <summary>The payload of a message, once for each type that it may be.</summary>
    public IEnumerable<(Type Type, byte[] Payload)> Find(MessageContract contract, byte[] message)
    {
        foreach (var carrier in _carriers[contract.Type])
        {
            var (tags, payload) = carrier.Read(message);
            foreach (var carried in _carried.GetValueOrDefault(carrier.Tag) ?? [])
            {
                if (payload.Length != 0 && tags.Any(carried.IsCarriedAs))
                    yield return (carried.Type, payload);
            }
        }
    }

    private static IEnumerable<Type> Arguments(Type type, Type definition) =>
        type.GetInterfaces().Where(face => face.IsGenericType && face.GetGenericTypeDefinition() == definition).Select(face => face.GenericTypeArguments[0]);

    private static T Make<T>(Type definition, Type message, Type tag) => (T)Activator.CreateInstance(definition.MakeGenericType(message, tag))!;

    private abstract class Carrier
    {
        public abstract Type Tag { get; }

        public abstract (List<object> Tags, byte[] Payload) Read(ReadOnlySpan<byte> message);
    }

    private sealed class Carrier<T, TTag> : Carrier where T : IMessage<T>, ICarrier<TTag>, allows ref struct where TTag : struct, Enum
    {
        public override Type Tag => typeof(TTag);

        public override (List<object> Tags, byte[] Payload) Read(ReadOnlySpan<byte> message)
        {
            List<object> tags = [];
            if (!T.TryParse(message, out var carrier))
                return (tags, []);
            for (int i = 0; i < T.TagCount; i++)
            {
                if (carrier.TryGetTag(i, out var tag))
                    tags.Add(tag);
            }
            return (tags, carrier.Payload.ToArray());
        }
    }

    private abstract class Carried
    {
        public abstract Type Type { get; }

        public abstract bool IsCarriedAs(object tag);
    }

    private sealed class Carried<T, TTag> : Carried where T : ICarried<TTag>, allows ref struct where TTag : struct, Enum
    {
        public override Type Type => typeof(T);

        public override bool IsCarriedAs(object tag) => T.IsCarriedAs((TTag)tag);
    }
}

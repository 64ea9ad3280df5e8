using System.Reflection;

namespace Codecs.Fuzz;

/// <summary>What holds of a stack for every input: its layers are messages, each within what carries it, and nothing is allocated.</summary>
internal abstract class StackContract(Type type, MessageContract bottom) : Contract
{
    /// <inheritdoc/>
    public override string Name => type.Name;

    /// <summary>The lowest layer: inputs for it are inputs for the stack.</summary>
    public MessageContract Bottom => bottom;

    /// <summary>The contracts of all stacks of an assembly.</summary>
    public static StackContract[] Of(Assembly assembly, IReadOnlyList<MessageContract> messages) =>
    [
        .. assembly.GetTypes().Where(type => type.IsDefined(typeof(StackAttribute))).OrderBy(type => type.Name, StringComparer.Ordinal)
            .Select(type => (Type: type, Bottom: type.GetProperties().Select(property => messages.FirstOrDefault(message => message.Type == property.PropertyType)).OfType<MessageContract>().First()))
            .Select(pair => (StackContract)Activator.CreateInstance(typeof(StackContract<>).MakeGenericType(pair.Type), pair.Type, pair.Bottom)!),
    ];
}

/// <inheritdoc/>
/// <typeparam name="T">The stack.</typeparam>
internal sealed class StackContract<T>(Type type, MessageContract bottom) : StackContract(type, bottom) where T : allows ref struct
{
    private static readonly Parser s_parse = typeof(T).GetMethod("TryParse", [typeof(ReadOnlySpan<byte>), typeof(T).MakeByRefType()])!.CreateDelegate<Parser>();

    private static readonly Walker s_walk = typeof(T).GetMethods()
        .Single(method => method.Name == "Walk" && method.GetParameters().Length == 2).MakeGenericMethod(typeof(LayerChecker)).CreateDelegate<Walker>();

    private delegate ParseResult Parser(ReadOnlySpan<byte> source, out T packet);

    private delegate void Walker(ReadOnlySpan<byte> source, ref LayerChecker visitor);

    private protected override string? CheckOnce(ReadOnlySpan<byte> input)
    {
        input = Scratch.OfThread.Guard(input, isAtEnd: input.Length % 4 != 0);
        ParseResult result;
        LayerChecker checker;
        long allocated;
        int attempts = 0;
        do
        {
            allocated = GC.GetAllocatedBytesForCurrentThread();
            result = s_parse(input, out _);
            checker = new LayerChecker(input);
            s_walk(input, ref checker);
            allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        }
        while (allocated != 0 && ++attempts < 4);
        return (result ? result.BytesConsumed > input.Length ? $"{input.Length} bytes give {result}" : null : result.BytesNeeded != 0 && result.BytesNeeded <= input.Length ? $"{input.Length} bytes give {result}" : null)
            ?? (checker.Fault is { } fault ? $"{checker.FaultLayer}: {fault}" : null)
            ?? (result && checker.Layers == 0 ? $"{result}, but a walk finds nothing" : null)
            ?? (allocated != 0 ? $"parsing and walking allocates {allocated} bytes" : null);
    }

    private ref struct LayerChecker(ReadOnlySpan<byte> packet) : ILayerVisitor
    {
        private readonly ReadOnlySpan<byte> _packet = packet;
        private int _last;

        public int Layers { get; private set; }

        public string? Fault { get; private set; }

        public string? FaultLayer { get; private set; }

        public void Layer<TLayer>(scoped in TLayer message, int offset, ParseResult result) where TLayer : IMessage<TLayer>, allows ref struct
        {
            Layers++;
            if (!IsNext<TLayer>(offset))
                return;
            var there = _packet[offset..];
            if (result && result.BytesConsumed > there.Length)
            {
                Fail<TLayer>("a layer that is longer than the packet");
                return;
            }
            var places = new PlaceVisitor(result ? there[..result.BytesConsumed] : there, TLayer.Description, Marks<TLayer>.Value);
            message.Visit(ref places);
            if (places.Fault is { } fault)
                Fail<TLayer>(fault);
        }

        public void Malformed<TLayer>(ReadOnlySpan<byte> bytes, int offset, ParseResult result) where TLayer : IMessage<TLayer>, allows ref struct
        {
            if (IsNext<TLayer>(offset) && (bytes.Length > _packet.Length - offset || result))
                Fail<TLayer>("a broken layer that is none");
        }

        public void Rest(ReadOnlySpan<byte> bytes, int offset)
        {
            if (offset < _last || offset + bytes.Length > _packet.Length || !bytes.SequenceEqual(_packet.Slice(offset, bytes.Length)))
                (Fault, FaultLayer) = ("outside of the packet", nameof(Rest));
        }

        // A layer starts where the one that carries it starts, or behind that: some have no header.
        private bool IsNext<TLayer>(int offset) where TLayer : IMessage<TLayer>, allows ref struct
        {
            if (offset < _last || offset > _packet.Length)
            {
                Fail<TLayer>("outside of the packet");
                return false;
            }
            _last = offset;
            return true;
        }

        private void Fail<TLayer>(string fault) where TLayer : IMessage<TLayer>, allows ref struct
        {
            Fault ??= fault;
            FaultLayer ??= TLayer.Description.Name;
        }
    }
}

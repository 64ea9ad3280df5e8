using System.Reflection;

namespace Codecs.Fuzz;

/// <summary>
/// What holds of every message type for every input, whatever the definition says: nothing throws, nothing is allocated,
/// results are honest, and what was parsed can be written.
/// </summary>
public abstract class MessageContract : Contract
{
    /// <summary>The message type.</summary>
    public abstract Type Type { get; }

    /// <summary>Its name and fields.</summary>
    public abstract MessageDescription Description { get; }

    /// <summary>Name of the message type: that of its samples.</summary>
    public override string Name => Type.Name;

    /// <summary>The bytes of an input that are no part of the message, but what it is told: see <see cref="ArgumentContract{T, TArgument}"/>. They come first.</summary>
    public virtual int ArgumentLength => 0;

    /// <summary>Checks the contract for all beginnings of a message, and that none of them is taken for something broken.</summary>
    /// <param name="sample">Bytes that start with a message.</param>
    /// <returns>Null, or what is broken.</returns>
    public abstract string? CheckPrefixes(ReadOnlySpan<byte> sample);

    /// <summary>Checks the least that holds for an input, in a tenth of the time that <see cref="Contract.Check"/> takes: it is parsed without an exception and without an allocation, and the result is honest.</summary>
    /// <returns>Null, or what is broken.</returns>
    public abstract string? TryParsing(ReadOnlySpan<byte> input);

    /// <summary>What parsing gives.</summary>
    public abstract ParseResult Parse(ReadOnlySpan<byte> input);

    /// <summary>What parsing gives, as strictly as <paramref name="options"/> say.</summary>
    public abstract ParseResult Parse(ReadOnlySpan<byte> input, ParseOptions options);

    /// <summary>Shows the message at the start of <paramref name="input"/> to a visitor; false if there is none.</summary>
    public abstract bool Visit<TVisitor>(ReadOnlySpan<byte> input, ref TVisitor visitor) where TVisitor : IFieldVisitor, allows ref struct;

    /// <summary>Inputs that hold a message: the bytes themselves, or behind what it may be told.</summary>
    /// <param name="message">The bytes of the message.</param>
    public virtual IEnumerable<byte[]> InputsOf(byte[] message) => [message];

    /// <summary>The contracts of all message types of an assembly that need not be told anything, in order of their names.</summary>
    public static MessageContract[] Of(Assembly assembly) =>
    [
        .. assembly.GetTypes().Where(IsMessage).OrderBy(type => type.Name, StringComparer.Ordinal)
            .Select(type => (MessageContract)Activator.CreateInstance(typeof(MessageContract<>).MakeGenericType(type))!),
    ];

    /// <summary>The contracts of all others, in order of their names. Values that are references or spans are not made; no message type asks for one.</summary>
    public static MessageContract[] WithArgumentOf(Assembly assembly) =>
    [
        .. assembly.GetTypes().OrderBy(type => type.Name, StringComparer.Ordinal).Select(type => (Type: type, Argument: GetArgument(type))).Where(pair => pair.Argument is { IsByRefLike: false, IsValueType: true })
            .Select(pair => (MessageContract)Activator.CreateInstance(typeof(ArgumentContract<,>).MakeGenericType(pair.Type, pair.Argument!))!),
    ];

    private static bool IsMessage(Type type) =>
        type.IsValueType && type.GetInterfaces().Any(face =>
            face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IMessage<>) && face.GenericTypeArguments[0] == type);

    // A field type that is told something is no message: nobody can visit it.
    private static Type? GetArgument(Type type) =>
        !type.IsValueType || !type.GetInterfaces().Any(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IVisitable<>)) ? null
        : type.GetInterfaces().FirstOrDefault(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(ICodec<,>) && face.GenericTypeArguments[0] == type)?.GenericTypeArguments[1];
}

using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Codecs.CompilerServices;

// Values of field types, and what carriers carry.
public static partial class Wire
{
    /// <summary>Parses a value of a field type.</summary>
    public static ParseResult Parse<T>(ReadOnlySpan<byte> message, int offset, scoped ParseContext context, out T value) where T : ICodec<T>, allows ref struct =>
        T.TryParse(message, offset, context, out value);

    /// <summary>Parses a value of a field type that takes an argument.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ParseResult Parse<T, TArgument>(ReadOnlySpan<byte> message, int offset, TArgument argument, scoped ParseContext context, out T value)
        where T : ICodec<T, TArgument>, allows ref struct
        where TArgument : allows ref struct =>
        T.TryParse(message, offset, argument, context, out value);

    // Values are written not through the readonly reference, of which the compiler would make a copy for each call.

    /// <summary>The most bytes that a value of a field type takes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int SizeOf<T>(scoped in T value) where T : IPresentable<T>, allows ref struct => Unsafe.AsRef(in value).GetMaxSize();

    /// <summary>The bytes that a value of a field type, or a message, takes where it was parsed.</summary>
    public static int ParsedSizeOf<T>(scoped in T value) where T : IPresentable<T>, allows ref struct => T.GetParsedSize(in value);

    /// <summary>The most bytes that a value of a field type takes that takes an argument.</summary>
    public static int SizeOf<T, TArgument>(scoped in T value, TArgument argument)
        where T : ICodec<T, TArgument>, allows ref struct
        where TArgument : allows ref struct =>
        Unsafe.AsRef(in value).GetMaxSize(argument);

    /// <summary>Writes a value of a field type that takes an argument.</summary>
    public static int Write<T, TArgument>(scoped in T value, Span<byte> message, int offset, TArgument argument, scoped WriteContext context)
        where T : ICodec<T, TArgument>, allows ref struct
        where TArgument : allows ref struct =>
        Unsafe.AsRef(in value).Write(message, offset, argument, context);

    /// <summary>Writes a value of a field type.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Write<T>(scoped in T value, Span<byte> message, int offset, scoped WriteContext context) where T : IWritable, allows ref struct =>
        Unsafe.AsRef(in value).Write(message, offset, context);

    /// <summary>Is T carried under that value of the table by that field of the carrier?</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsCarried<T, TTag, TCarrier>(TTag tag, string tagField)
        where T : ICarried<TTag>, allows ref struct
        where TTag : struct, Enum
        where TCarrier : allows ref struct =>
        T.IsCarriedAs(tag) && T.IsCarriedBy<TCarrier>(tagField);

    /// <summary>Shows a payload as the message that it is; as far as it goes, if it was cut short.</summary>
    public static void VisitCase<TVisitor, T>(ref TVisitor visitor, in FieldDescription field, int bitOffset, ReadOnlySpan<byte> message, int offset)
        where TVisitor : IFieldVisitor, allows ref struct
        where T : IMessage<T>, allows ref struct
    {
        var result = T.TryParse(message, offset, default, out var value);
        if (result || (result.Status == System.Buffers.OperationStatus.NeedMoreData && T.TryParse(message, offset, new ParseContext { HeaderOnly = true }, out value)))
            visitor.Message(in field, bitOffset, message.Length - offset, in value);
        else
            visitor.Malformed<T>(in field, bitOffset, message[offset..], result);
    }

    /// <inheritdoc cref="VisitCase{TVisitor, T}"/>
    public static void VisitCase<TVisitor, T, TArgument>(ref TVisitor visitor, in FieldDescription field, int bitOffset, ReadOnlySpan<byte> message, int offset, TArgument argument)
        where TVisitor : IFieldVisitor, allows ref struct
        where T : ICodec<T, TArgument>, IVisitable<T>, allows ref struct
        where TArgument : allows ref struct
    {
        var result = T.TryParse(message, offset, argument, default, out var value);
        if (result || (result.Status == System.Buffers.OperationStatus.NeedMoreData && T.TryParse(message, offset, argument, new ParseContext { HeaderOnly = true }, out value)))
            visitor.Message(in field, bitOffset, message.Length - offset, in value);
        else
            visitor.Malformed<T>(in field, bitOffset, message[offset..], result);
    }

    /// <summary>The carrier's tag with that of what it is to carry: filled if it is 0, kept if it matches.</summary>
    /// <exception cref="ArgumentException">It is set to something else.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TTag Tag<TTag, TUpper>(TTag tag, string carrier)
        where TTag : struct, Enum
        where TUpper : ICarried<TTag>, allows ref struct
    {
        if (TUpper.IsCarriedAs(tag))
            return tag;
        if (!EqualityComparer<TTag>.Default.Equals(tag, default))
            ThrowOtherTag<TTag, TUpper>(tag, carrier);
        return TUpper.Tag;
    }

    [DoesNotReturn]
    private static void ThrowOtherTag<TTag, TUpper>(TTag tag, string carrier)
        where TTag : struct, Enum
        where TUpper : ICarried<TTag>, allows ref struct =>
        throw new ArgumentException($"{carrier} says that it carries {tag}; {typeof(TUpper).Name} is carried as {TUpper.Tag}.");
}

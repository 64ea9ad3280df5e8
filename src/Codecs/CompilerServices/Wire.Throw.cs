using System.Diagnostics.CodeAnalysis;

namespace Codecs.CompilerServices;

// Why a message cannot be written, and what a packet has not.
public static partial class Wire
{
    /// <summary>Throws: the field is set although its condition says that it is absent.</summary>
    [DoesNotReturn]
    public static void ThrowAbsent(string field, string condition) => throw new InvalidOperationException($"{field} is set, but {condition} is false.");

    /// <summary>Throws: the field is not set although its condition says that it is there.</summary>
    [DoesNotReturn]
    public static void ThrowMissing(string field) => throw new InvalidOperationException($"{field} is not set, but the message says that it is there.");

    /// <summary>Throws: bytes of a field that has a width are not of that width.</summary>
    [DoesNotReturn]
    public static void ThrowWidth(string field, int length, int width) => throw new InvalidOperationException($"{field}: {length} bytes, must be {width}.");

    /// <summary>Throws: the last element of a list is not whole.</summary>
    [DoesNotReturn]
    public static void ThrowPart(string field, int length, int width) => throw new InvalidOperationException($"{field}: {length} bytes are no whole number of elements of {width} bytes.");

    /// <summary>Throws: the field is longer than the definition allows.</summary>
    [DoesNotReturn]
    public static void ThrowLimit(string field, int limit) => throw new InvalidOperationException($"{field} is longer than {limit}.");

    /// <summary>Throws: an optional constant is set to something else.</summary>
    [DoesNotReturn]
    public static void ThrowConstant(string field) => throw new InvalidOperationException($"{field} is a constant: set it to that, or leave it out.");

    /// <summary>Throws: elements are added to a list behind which another one has begun.</summary>
    [DoesNotReturn]
    public static void ThrowOrder(string list) => throw new InvalidOperationException($"{list}: a later list was begun.");

    /// <summary>Throws: what was received does not mean anything outside of the message that it was in.</summary>
    [DoesNotReturn]
    public static void ThrowMalformed(string field, ParseResult result) => throw new InvalidOperationException($"{field} is malformed ({result}) and cannot be written anew.");

    /// <summary>Throws: the packet has no such layer.</summary>
    [DoesNotReturn]
    public static void ThrowNoLayer(string layer) => throw new InvalidOperationException($"There is no {layer} in this packet.");

    [DoesNotReturn]
    private static void ThrowTooLarge(ulong value, ulong max, string field) =>
        throw new ArgumentOutOfRangeException(field, value, $"The field holds at most {max}.");

    [DoesNotReturn]
    private static void ThrowLength(long length, int unit, int bias, ulong max, long own, string range, string field)
    {
        decimal most = (decimal)max * unit - bias, others = length - own;
        throw new InvalidOperationException(length > most
            ? $"{range}: {own} bytes, {field} allows {Math.Max(most - others, 0)}."
            : $"{range}: {own} bytes cannot be said by {field}, which counts in units of {unit} from {-bias - others}.");
    }
}

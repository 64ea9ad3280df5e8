using System.Buffers;

namespace Codecs.Fuzz;

/// <summary>The contract of one message type.</summary>
/// <typeparam name="T">The message type.</typeparam>
public sealed partial class MessageContract<T> : MessageContract where T : IMessage<T>, allows ref struct
{
    // What refers to the message around it is something else in another one.
    private static readonly bool s_refersToOthers = typeof(T).IsDefined(typeof(BackReferencesAttribute), inherit: false);

    // Of text, what is written may be shorter than it could be: white space that does not matter, zeros in front of a number.
    private static readonly bool s_isText =
        Marks<T>.AreThere || T.Description.Fields.Any(static field => field.Kind == FieldKind.Text) || (T.Description.RoundTrip & (RoundTrip.Reserved | RoundTrip.Digits | RoundTrip.Terminator)) != 0;

    /// <inheritdoc/>
    public override Type Type => typeof(T);

    /// <inheritdoc/>
    public override MessageDescription Description => T.Description;

    /// <inheritdoc/>
    public override ParseResult Parse(ReadOnlySpan<byte> input) => T.TryParse(input, out _);

    /// <inheritdoc/>
    public override ParseResult Parse(ReadOnlySpan<byte> input, ParseOptions options) => T.TryParse(input, options, out _);

    /// <inheritdoc/>
    public override bool Visit<TVisitor>(ReadOnlySpan<byte> input, ref TVisitor visitor)
    {
        if (!T.TryParse(input, out var message))
            return false;
        message.Visit(ref visitor);
        return true;
    }

    /// <inheritdoc/>
    private protected override string? CheckOnce(ReadOnlySpan<byte> input)
    {
        var scratch = Scratch.OfThread;
        // What lies where differs from input to input, and is the same for the same one.
        int choice = Choice(input);
        input = scratch.Guard(input, isAtEnd: choice % 4 != 0);
        string? fault = CheckParsing(input, scratch, choice, out var result);
        if (fault is null && result)
            fault = CheckWriting(input, scratch, result, choice) ?? CheckRestoring(input[..result.BytesConsumed], scratch) ?? CheckText(input);
        return fault;
    }

    /// <inheritdoc/>
    public override string? CheckPrefixes(ReadOnlySpan<byte> sample)
    {
        var whole = T.TryParse(sample, out _);
        if (!whole)
            return $"the sample does not parse: {whole.Describe<T>()}";
        int length = whole.BytesConsumed;
        byte[] longer = [.. sample[..length], 0xA5, 0x5A, 0xFF, 0x00];
        // A message that does not take what follows it says itself where it ends: a part of it is unfinished, never broken.
        bool isSelfDelimiting = T.TryParse(longer, out _).BytesConsumed == length;
        for (int cut = 0; cut < length; cut++)
        {
            if ((CheckCut(sample[..cut], length, isSelfDelimiting) ?? Check(sample[..cut])) is { } fault)
                return fault;
        }
        return null;
    }

    private static string? CheckCut(ReadOnlySpan<byte> cut, int length, bool isSelfDelimiting)
    {
        var result = T.TryParse(cut, out _);
        return result.Status == OperationStatus.NeedMoreData && result.BytesNeeded > length ? $"cut at {cut.Length} of {length}: wants {result.BytesNeeded}"
            : isSelfDelimiting && result.Status == OperationStatus.InvalidData ? $"cut at {cut.Length} of {length}: {result.Describe<T>()}"
            : null;
    }

    private static int Choice(ReadOnlySpan<byte> input)
    {
        uint hash = (uint)input.Length;
        foreach (byte value in input[..Math.Min(input.Length, 64)])
            hash = hash * 16777619 ^ value;
        return (int)(hash >> 1);
    }
}

using System.Buffers;
using System.Diagnostics;

namespace Codecs.Fuzz;

/// <summary>The contract of one message type.</summary>
/// <typeparam name="T">The message type.</typeparam>
public sealed class MessageContract<T> : MessageContract where T : IMessage<T>, allows ref struct
{
    // The text for people: some thousand characters, and the element that goes past them.
    private const int MaxText = 16 * 1024;

    // Ten thousand times what an input takes; on a loaded machine a thread may well wait a while.
    private static readonly TimeSpan s_maxTime = TimeSpan.FromSeconds(5);

    // What refers to the message around it is something else in another one.
    private static readonly bool s_refersToOthers = typeof(T).IsDefined(typeof(BackReferencesAttribute), inherit: false);

    // Of text, what is written may be shorter than it could be: white space that does not matter, zeros in front of a number.
    private static readonly bool s_isText = T.Description.Fields.Any(static field => field.Kind == FieldKind.Text);

    /// <inheritdoc/>
    public override Type Type => typeof(T);

    /// <inheritdoc/>
    public override MessageDescription Description => T.Description;

    /// <inheritdoc/>
    public override ParseResult Parse(ReadOnlySpan<byte> input) => T.TryParse(input, out _);

    /// <inheritdoc/>
    public override bool Visit<TVisitor>(ReadOnlySpan<byte> input, ref TVisitor visitor)
    {
        if (!T.TryParse(input, out var message))
            return false;
        message.Visit(ref visitor);
        return true;
    }

    /// <inheritdoc/>
    public override string? Check(ReadOnlySpan<byte> input)
    {
        var scratch = Scratch.OfThread;
        long start = Stopwatch.GetTimestamp();
        string? fault = CheckParsing(input, scratch, out var result);
        if (fault is null && result)
            fault = CheckWriting(input, scratch, result) ?? CheckText(input);
        return fault ?? (Stopwatch.GetElapsedTime(start) > s_maxTime ? "takes too long" : null);
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
            var result = T.TryParse(sample[..cut], out _);
            if (result.Status == OperationStatus.NeedMoreData && result.BytesNeeded > length)
                return $"cut at {cut} of {length}: wants {result.BytesNeeded}";
            if (isSelfDelimiting && result.Status == OperationStatus.InvalidData)
                return $"cut at {cut} of {length}: {result.Describe<T>()}";
            if (Check(sample[..cut]) is { } fault)
                return $"cut at {cut} of {length}: {fault}";
        }
        return null;
    }

    private static string? CheckParsing(ReadOnlySpan<byte> input, Scratch scratch, out ParseResult result)
    {
        input.CopyTo(scratch.Shifted.AsSpan(Scratch.Shift));
        var shifted = scratch.Shifted.AsSpan(0, Scratch.Shift + input.Length);
        ParseResult general, strict, lenient, header, inside, same;
        var visitor = default(PlaceVisitor);
        long allocated;
        // What runs for the first time may allocate: types are loaded, delegates made. What allocates again and again is a fault.
        int attempts = 0;
        do
        {
            allocated = GC.GetAllocatedBytesForCurrentThread();
            result = T.TryParse(input, out var message);
            general = T.TryParse(input, default(ParseOptions), out _);
            strict = T.TryParse(input, new ParseOptions { ValidateLists = true }, out _);
            lenient = T.TryParse(input, new ParseOptions { IgnoreRequirements = true }, out _);
            header = T.TryParseHeader(input, out var beginning);
            inside = T.TryParse(shifted, Scratch.Shift, default, out _);
            if (header)
            {
                visitor = new PlaceVisitor(input, T.Description);
                beginning.Visit(ref visitor);
            }
            same = result;
            if (result && visitor.Fault is null)
            {
                visitor = new PlaceVisitor(input[..Math.Clamp(result.BytesConsumed, 0, input.Length)], T.Description);
                message.Visit(ref visitor);
                same = T.TryParse(input[..Math.Clamp(result.BytesConsumed, 0, input.Length)], out _);
            }
            allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        }
        while (allocated != 0 && ++attempts < 4);

        return CheckResult(input, result)
            ?? (general != result ? $"fast path {result}, general {general}" : null)
            ?? (inside != result && !s_refersToOthers ? $"alone {result}, within something {inside}" : null)
            ?? (same != result ? $"{result}, but without what follows {same}" : null)
            ?? CheckResult(input, strict) ?? CheckResult(input, lenient)
            ?? (strict ? strict != result ? $"{result}, strictly {strict}" : null : result && strict.Status != OperationStatus.InvalidData ? $"{result}, strictly {strict}" : null)
            ?? (result && lenient != result ? $"{result}, leniently {lenient}" : null)
            ?? (result && header != result ? $"{result}, as a header {header}" : null)
            ?? (result.Status == OperationStatus.InvalidData && result.Error != ParseError.Limit && header ? $"{result}, as a header {header}" : null)
            ?? (visitor.Fault is { } fault ? $"{fault}: {visitor.FaultField}" : null)
            ?? (result && !visitor.IsWhole(result.BytesConsumed) ? $"{result.BytesConsumed} bytes, but fields of {visitor.Bits / 8.0}" : null)
            ?? (allocated != 0 ? $"parsing and reading allocates {allocated} bytes" : null);
    }

    private static string? CheckResult(ReadOnlySpan<byte> input, ParseResult result)
    {
        bool isHonest = result.Status switch
        {
            OperationStatus.Done => result.BytesConsumed >= 0 && result.BytesConsumed <= input.Length,
            OperationStatus.NeedMoreData => result.BytesNeeded > input.Length,
            _ => result.Error != ParseError.None && result.Offset >= 0 && result.Offset <= input.Length,
        };
        return isHonest && result.Field < Math.Max(T.Description.Fields.Length, 1) ? null : $"{input.Length} bytes give {result}";
    }

    private static string? CheckWriting(ReadOnlySpan<byte> input, Scratch scratch, ParseResult result)
    {
        int length = result.BytesConsumed, written = 0, size = 0;
        long allocated;
        int attempts = 0;
        do
        {
            allocated = GC.GetAllocatedBytesForCurrentThread();
            T.TryParse(input, out var message);
            size = message.GetMaxSize();
            if (T.IsCompressed || s_isText ? size < length : size != length)
                return $"{length} bytes, but a size of {size}";
            if (T.IsCompressed)
                size = length;
            scratch.Kept.AsSpan(0, size).Fill(0xEE);
            written = message.Write(scratch.Kept.AsSpan(0, size), 0, new WriteContext { Mode = WriteMode.Preserve });
            allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        }
        while (allocated != 0 && ++attempts < 4);
        if (allocated != 0)
            return $"writing as it was allocates {allocated} bytes";
        if (written != length || !scratch.Kept.AsSpan(0, written).SequenceEqual(input[..length]))
            return $"was {Convert.ToHexStringLower(input[..length])}, preserved {Convert.ToHexStringLower(scratch.Kept.AsSpan(0, Math.Clamp(written, 0, size)))}";
        return CheckComputed(input[..length], scratch);
    }

    /// <summary>What was parsed is written anew. What comes out is a message, and writing that gives the same again.</summary>
    private static string? CheckComputed(ReadOnlySpan<byte> input, Scratch scratch)
    {
        long allocated;
        int attempts = 0, size, written;
        do
        {
            allocated = GC.GetAllocatedBytesForCurrentThread();
            T.TryParse(input, out var message);
            size = message.GetMaxSize();
            try
            {
                written = message.Write(scratch.Computed.AsSpan(0, Math.Min(size, scratch.Computed.Length)), 0, default);
            }
            catch (InvalidOperationException)
            {
                // A message that was received may be one that cannot be sent: a length that its field cannot say.
                return null;
            }
            allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        }
        while (allocated != 0 && ++attempts < 4);
        if (allocated != 0)
            return $"writing allocates {allocated} bytes";
        if (T.IsCompressed && written <= size)
        {
            // Names that were compressed may be much longer than the message, and then there is no room for them.
            if (written < 0)
                return size > scratch.Computed.Length ? null : $"wrote nothing, said {size}";
            if (CheckRoom(input, scratch, written) is { } fault)
                return fault;
        }
        else if (written != size && !(s_isText && written < size))
        {
            return $"wrote {written} bytes, said {size}";
        }
        var first = scratch.Computed.AsSpan(0, written);
        if (T.Description.RoundTrip == RoundTrip.Exact && !first.SequenceEqual(input))
            return $"was {Convert.ToHexStringLower(input)}, written {Convert.ToHexStringLower(first)}";

        var again = T.TryParse(first, out var second);
        if (again.BytesConsumed != written)
            return $"wrote {Convert.ToHexStringLower(first)}, which gives {again}";
        int rewritten = second.Write(scratch.Kept.AsSpan(0, Math.Min(second.GetMaxSize(), scratch.Kept.Length)), 0, default);
        return scratch.Kept.AsSpan(0, rewritten).SequenceEqual(first)
            ? null
            : $"wrote {Convert.ToHexStringLower(first)}, then {Convert.ToHexStringLower(scratch.Kept.AsSpan(0, Math.Max(rewritten, 0)))}";
    }

    /// <summary>What is compressed needs no more room than it takes, and with less it says so.</summary>
    private static string? CheckRoom(ReadOnlySpan<byte> input, Scratch scratch, int length)
    {
        T.TryParse(input, out var message);
        int written = message.Write(scratch.Kept.AsSpan(0, length), 0, default);
        if (written != length || !scratch.Kept.AsSpan(0, length).SequenceEqual(scratch.Computed.AsSpan(0, length)))
            return $"into {length} bytes goes {written}, other than with more room";
        int less = length == 0 ? -1 : message.Write(scratch.Kept.AsSpan(0, length - 1), 0, default);
        return less < 0 ? null : $"wrote {less} bytes into {length - 1}";
    }

    private static string? CheckText(ReadOnlySpan<byte> input)
    {
        // Text is the one thing that allocates, and slow: of short inputs, and of a few of the long ones.
        if (input.Length > 64 && input[^1] % 16 != 0)
            return null;
        T.TryParse(input, out var message);
        string? text = message.ToString();
        return text is null || text.Length is 0 or > MaxText ? $"text of {text?.Length} characters" : null;
    }
}

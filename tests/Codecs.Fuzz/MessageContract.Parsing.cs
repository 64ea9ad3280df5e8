using System.Buffers;
using Codecs.Pipelines;

namespace Codecs.Fuzz;

// What holds of every input, whether it is a message or not.
public sealed partial class MessageContract<T>
{
    // The text for people: some thousand characters, and the element that goes past them.
    private const int MaxText = 16 * 1024;

    // What runs for the first time may allocate: types are loaded, delegates made. What allocates again and again is a fault.
    private const int MaxAttempts = 4;

    /// <inheritdoc/>
    public override string? TryParsing(ReadOnlySpan<byte> input)
    {
        input = Scratch.OfThread.Guard(input, isAtEnd: true);
        try
        {
            ParseResult result = default;
            for (int attempt = 0; attempt < MaxAttempts; attempt++)
            {
                long allocated = GC.GetAllocatedBytesForCurrentThread();
                result = T.TryParse(input, out _);
                if (GC.GetAllocatedBytesForCurrentThread() == allocated)
                    return CheckResult(input, result);
            }
            return $"{result}, and parsing allocates";
        }
        catch (Exception e)
        {
            return e.ToString();
        }
    }

    private static string? CheckParsing(ReadOnlySpan<byte> input, Scratch scratch, int choice, out ParseResult result)
    {
        input.CopyTo(scratch.Shifted.AsSpan(Scratch.Shift));
        var shifted = scratch.Shifted.AsSpan(0, Scratch.Shift + input.Length);
        var sequence = scratch.Cut(input.Length, choice % (input.Length + 1));
        ParseResult general, strict, lenient, header, inside, same, pieces;
        var visitor = default(PlaceVisitor);
        long allocated;
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
            pieces = SequenceParsing.TryParse<T>(sequence, scratch.Joined, out _);
            if (header)
            {
                visitor = new PlaceVisitor(input, T.Description, Marks<T>.Value);
                beginning.Visit(ref visitor);
            }
            same = result;
            if (result && visitor.Fault is null)
            {
                visitor = new PlaceVisitor(input[..Math.Clamp(result.BytesConsumed, 0, input.Length)], T.Description, Marks<T>.Value);
                message.Visit(ref visitor);
                PropertyReader<T>.Values(ref message);
                same = T.TryParse(input[..Math.Clamp(result.BytesConsumed, 0, input.Length)], out _);
            }
            allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        }
        while (allocated != 0 && ++attempts < MaxAttempts);

        return CheckResult(input, result)
            ?? (general != result ? $"fast path {result}, general {general}" : null)
            ?? (inside != result && !s_refersToOthers ? $"alone {result}, within something {inside}" : null)
            ?? (pieces != result ? $"in one piece {result}, in two {pieces}" : null)
            ?? (same != result ? $"{result}, but without what follows {same}" : null)
            ?? CheckResult(input, strict) ?? CheckResult(input, lenient)
            ?? (strict ? strict != result ? $"{result}, strictly {strict}" : null : result && strict.Status != OperationStatus.InvalidData ? $"{result}, strictly {strict}" : null)
            ?? (result && lenient != result ? $"{result}, leniently {lenient}" : null)
            ?? (result && header != result ? $"{result}, as a header {header}" : null)
            ?? (result.Status == OperationStatus.InvalidData && result.Error != ParseError.Limit && header ? $"{result}, as a header {header}" : null)
            ?? (visitor.Fault is { } fault ? $"{fault}: {visitor.FaultField}" : null)
            ?? (result && !visitor.IsWhole(result.BytesConsumed) ? $"{result.BytesConsumed} bytes, but fields of {visitor.Bits / 8.0}" : null)
            ?? (allocated != 0 ? $"parsing and reading allocates {allocated} bytes" : null)
            ?? (result && result.BytesConsumed > 0 ? CheckCut(input[..(choice % result.BytesConsumed)], result.BytesConsumed, result.BytesConsumed < input.Length) : null)
            ?? CheckStrictly(input, result);
    }

    // Whoever asks for more refuses more, and finds nothing that others do not.
    private static string? CheckStrictly(ReadOnlySpan<byte> input, ParseResult result)
    {
        var strict = T.TryParse(input, new ParseOptions { IsStrict = true }, out _);
        return CheckResult(input, strict)
            ?? (strict && strict != result ? $"{result}, most strictly {strict}" : null)
            ?? (result && strict.Status == OperationStatus.NeedMoreData ? $"{result}, most strictly {strict}" : null);
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

    private static string? CheckText(ReadOnlySpan<byte> input)
    {
        // Text is the one thing that allocates, and slow: of short inputs, and of a few of the long ones.
        if (input.Length > 64 && input[^1] % 16 != 0)
            return null;
        T.TryParse(input, out var message);
        PropertyReader<T>.Objects(ref message);
        string? text = message.ToString();
        return text is null || text.Length is 0 or > MaxText ? $"text of {text?.Length} characters" : null;
    }
}

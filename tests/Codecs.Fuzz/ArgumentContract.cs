using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Codecs.Fuzz;

/// <summary>
/// The contract of a message type that is told something by who carries it (<see cref="ParameterAttribute"/>). An input begins with that, most significant byte first, and is changed there as
/// anywhere else; the message follows.
/// </summary>
/// <typeparam name="T">The message type.</typeparam>
/// <typeparam name="TArgument">What it is told.</typeparam>
public sealed class ArgumentContract<T, TArgument> : MessageContract
    where T : ICodec<T, TArgument>, IVisitable<T>, allows ref struct
    where TArgument : unmanaged
{
    // The text for people: some thousand characters, and the element that goes past them.
    private const int MaxText = 16 * 1024;

    // What runs for the first time may allocate: types are loaded, delegates made. What allocates again and again is a fault.
    private const int MaxAttempts = 4;

    private static readonly bool s_isText = Marks<T>.AreThere || T.Description.Fields.Any(static field => field.Kind == FieldKind.Text);

    // What transport checksums cover of some layer below.
    private static readonly PseudoHeader s_below = new(0xC000 + 0x0201, 0xC000 + 0x0202);

    /// <inheritdoc/>
    public override Type Type => typeof(T);

    /// <inheritdoc/>
    public override MessageDescription Description => T.Description;

    /// <inheritdoc/>
    public override int ArgumentLength => Unsafe.SizeOf<TArgument>();

    /// <inheritdoc/>
    public override ParseResult Parse(ReadOnlySpan<byte> input) => Parse(input, default);

    /// <inheritdoc/>
    public override ParseResult Parse(ReadOnlySpan<byte> input, ParseOptions options)
    {
        if (input.Length < ArgumentLength)
            return ParseResult.NeedMore(ArgumentLength, 0);
        var result = T.TryParse(input[ArgumentLength..], 0, ReadArgument(input), new ParseContext { Options = options }, out _);
        return result.Status switch
        {
            OperationStatus.Done => ParseResult.Done(ArgumentLength + result.BytesConsumed),
            OperationStatus.NeedMoreData => ParseResult.NeedMore(ArgumentLength + result.BytesNeeded, result.Field),
            _ => ParseResult.Invalid(result.Error, result.Field, ArgumentLength + result.Offset),
        };
    }

    /// <inheritdoc/>
    public override bool Visit<TVisitor>(ReadOnlySpan<byte> input, ref TVisitor visitor)
    {
        if (input.Length < ArgumentLength || !T.TryParse(input[ArgumentLength..], 0, ReadArgument(input), default, out var message))
            return false;
        message.Visit(ref visitor);
        return true;
    }

    /// <summary>Of all that fits a byte, the least and the most that makes a message of all bytes: what counts something counts no more than there is.</summary>
    public override IEnumerable<byte[]> InputsOf(byte[] message)
    {
        byte[]? last = null;
        for (int value = 0; value <= byte.MaxValue; value++)
        {
            byte[] input = [.. new byte[ArgumentLength - 1], (byte)value, .. message];
            if (Parse(input).BytesConsumed != input.Length)
                continue;
            if (last is null)
                yield return input;
            last = input;
        }
        if (last is not null)
            yield return last;
    }

    /// <inheritdoc/>
    public override string? CheckPrefixes(ReadOnlySpan<byte> sample)
    {
        var argument = ReadArgument(sample);
        var bytes = sample[ArgumentLength..];
        var whole = T.TryParse(bytes, 0, argument, default, out _);
        if (!whole)
            return $"the sample does not parse: {whole.Describe<T>()}";
        int length = whole.BytesConsumed;
        byte[] longer = [.. bytes[..length], 0xA5, 0x5A, 0xFF, 0x00];
        bool isSelfDelimiting = T.TryParse(longer, 0, argument, default, out _).BytesConsumed == length;
        for (int cut = 0; cut < length; cut++)
        {
            if ((CheckCut(bytes[..cut], argument, length, isSelfDelimiting) ?? Check(sample[..(ArgumentLength + cut)])) is { } fault)
                return fault;
        }
        return null;
    }

    /// <inheritdoc/>
    public override string? TryParsing(ReadOnlySpan<byte> input)
    {
        if (input.Length < ArgumentLength)
            return null;
        var argument = ReadArgument(input);
        var bytes = Scratch.OfThread.Guard(input[ArgumentLength..], isAtEnd: true);
        try
        {
            ParseResult result = default;
            for (int attempt = 0; attempt < MaxAttempts; attempt++)
            {
                long allocated = GC.GetAllocatedBytesForCurrentThread();
                result = T.TryParse(bytes, 0, argument, default, out _);
                if (GC.GetAllocatedBytesForCurrentThread() == allocated)
                    return CheckResult(bytes, result);
            }
            return $"{result}, and parsing allocates";
        }
        catch (Exception e)
        {
            return e.ToString();
        }
    }

    /// <inheritdoc/>
    private protected override string? CheckOnce(ReadOnlySpan<byte> input)
    {
        if (input.Length < ArgumentLength)
            return null;
        var argument = ReadArgument(input);
        var scratch = Scratch.OfThread;
        var bytes = scratch.Guard(input[ArgumentLength..], isAtEnd: input.Length % 4 != 0);
        string? fault = CheckParsing(bytes, argument, scratch, out var result);
        if (fault is null && result)
            fault = CheckWriting(bytes, argument, scratch, result.BytesConsumed) ?? CheckText(bytes, argument);
        return fault is null ? null : string.Create(CultureInfo.InvariantCulture, $"told {argument}: {fault}");
    }

    private static string? CheckParsing(ReadOnlySpan<byte> bytes, TArgument argument, Scratch scratch, out ParseResult result)
    {
        bytes.CopyTo(scratch.Shifted.AsSpan(Scratch.Shift));
        var shifted = scratch.Shifted.AsSpan(0, Scratch.Shift + bytes.Length);
        ParseResult strict, strictest, lenient, header, inside, same, resumed;
        var visitor = default(PlaceVisitor);
        long allocated;
        int attempts = 0;
        do
        {
            allocated = GC.GetAllocatedBytesForCurrentThread();
            result = T.TryParse(bytes, 0, argument, default, out var message);
            strict = T.TryParse(bytes, 0, argument, new ParseContext { Options = new() { ValidateLists = true } }, out _);
            strictest = T.TryParse(bytes, 0, argument, new ParseContext { Options = new() { IsStrict = true } }, out _);
            lenient = T.TryParse(bytes, 0, argument, new ParseContext { Options = new() { IgnoreRequirements = true } }, out _);
            header = T.TryParse(bytes, 0, argument, new ParseContext { HeaderOnly = true }, out var beginning);
            inside = T.TryParse(shifted, Scratch.Shift, argument, default, out _);
            var progress = default(ParseProgress);
            resumed = T.TryParse(bytes[..(bytes.Length / 2)], 0, argument, ParseContext.Resuming(ref progress), out _).Status == OperationStatus.NeedMoreData
                ? T.TryParse(bytes, 0, argument, ParseContext.Resuming(ref progress), out _)
                : result;
            if (header)
            {
                visitor = new PlaceVisitor(bytes, T.Description, Marks<T>.Value);
                beginning.Visit(ref visitor);
            }
            same = result;
            if (result && visitor.Fault is null)
            {
                var whole = bytes[..Math.Clamp(result.BytesConsumed, 0, bytes.Length)];
                visitor = new PlaceVisitor(whole, T.Description, Marks<T>.Value);
                message.Visit(ref visitor);
                PropertyReader<T>.Values(ref message);
                same = T.TryParse(whole, 0, argument, default, out _);
            }
            allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        }
        while (allocated != 0 && ++attempts < MaxAttempts);

        return CheckResult(bytes, result) ?? CheckResult(bytes, strict) ?? CheckResult(bytes, strictest) ?? CheckResult(bytes, lenient)
            ?? (inside != result ? $"alone {result}, within something {inside}" : null)
            ?? (resumed != result ? $"at once {result}, resumed {resumed}" : null)
            ?? (same != result ? $"{result}, but without what follows {same}" : null)
            ?? (strict && strict != result ? $"{result}, strictly {strict}" : null)
            ?? (strictest && strictest != result ? $"{result}, most strictly {strictest}" : null)
            ?? (result && (lenient != result || header != result) ? $"{result}, leniently {lenient}, as a header {header}" : null)
            ?? (visitor.Fault is { } fault ? $"{fault}: {visitor.FaultField}" : null)
            ?? (result && !visitor.IsWhole(result.BytesConsumed) ? $"{result.BytesConsumed} bytes, but fields of {visitor.Bits / 8.0}" : null)
            ?? (allocated != 0 ? $"parsing and reading allocates {allocated} bytes" : null);
    }

    private static string? CheckWriting(ReadOnlySpan<byte> bytes, TArgument argument, Scratch scratch, int length)
    {
        bytes = bytes[..length];
        T.TryParse(bytes, 0, argument, default, out var message);
        int size = message.GetMaxSize(argument);
        if (T.IsCompressed || s_isText ? size < length : size != length)
            return $"{length} bytes, but a size of {size}";
        if (T.IsCompressed)
            size = length;
        long allocated;
        int attempts = 0, written;
        do
        {
            allocated = GC.GetAllocatedBytesForCurrentThread();
            written = message.Write(scratch.Kept(size), 0, argument, new WriteContext { Mode = WriteMode.Preserve });
            allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        }
        while (allocated != 0 && ++attempts < MaxAttempts);
        if (allocated != 0)
            return $"writing allocates {allocated} bytes";
        var preserved = scratch.Kept(size)[..Math.Clamp(written, 0, size)];
        if (written != length || !preserved.SequenceEqual(bytes))
            return $"was {Convert.ToHexStringLower(bytes)}, preserved {Convert.ToHexStringLower(preserved)}";

        var first = scratch.Computed(message.GetMaxSize(argument));
        try
        {
            first = first[..Math.Max(message.Write(first, 0, argument, new WriteContext { PseudoHeader = s_below }), 0)];
        }
        catch (InvalidOperationException)
        {
            // A message that was received may be one that cannot be sent: a length that its field cannot say.
            return null;
        }
        if (T.Description.RoundTrip == RoundTrip.Exact && !first.SequenceEqual(bytes))
            return $"was {Convert.ToHexStringLower(bytes)}, written {Convert.ToHexStringLower(first)}";
        if (T.TryParse(first, 0, argument, default, out var second).BytesConsumed != first.Length)
            return $"wrote {Convert.ToHexStringLower(first)}, which is no such message";
        var again = scratch.Kept(second.GetMaxSize(argument));
        again = again[..Math.Max(second.Write(again, 0, argument, new WriteContext { PseudoHeader = s_below }), 0)];
        return again.SequenceEqual(first) ? null : $"wrote {Convert.ToHexStringLower(first)}, then {Convert.ToHexStringLower(again)}";
    }

    private static string? CheckText(ReadOnlySpan<byte> bytes, TArgument argument)
    {
        // Text is slow: of short inputs, and of a few of the long ones.
        if (bytes.Length > 64 && bytes[^1] % 16 != 0)
            return null;
        T.TryParse(bytes, 0, argument, default, out var message);
        PropertyReader<T>.Objects(ref message);
        string? text = message.ToString();
        return text is null || text.Length is 0 or > MaxText ? $"text of {text?.Length} characters" : null;
    }

    private static string? CheckCut(ReadOnlySpan<byte> cut, TArgument argument, int length, bool isSelfDelimiting)
    {
        var result = T.TryParse(cut, 0, argument, default, out _);
        return result.Status == OperationStatus.NeedMoreData && result.BytesNeeded > length ? $"cut at {cut.Length} of {length}: wants {result.BytesNeeded}"
            : isSelfDelimiting && result.Status == OperationStatus.InvalidData ? $"cut at {cut.Length} of {length}: {result.Describe<T>()}"
            : null;
    }

    private static string? CheckResult(ReadOnlySpan<byte> bytes, ParseResult result)
    {
        bool isHonest = result.Status switch
        {
            OperationStatus.Done => result.BytesConsumed >= 0 && result.BytesConsumed <= bytes.Length,
            OperationStatus.NeedMoreData => result.BytesNeeded > bytes.Length,
            _ => result.Error != ParseError.None && result.Offset >= 0 && result.Offset <= bytes.Length,
        };
        return isHonest && result.Field < Math.Max(T.Description.Fields.Length, 1) ? null : $"{bytes.Length} bytes give {result}";
    }

    private static TArgument ReadArgument(ReadOnlySpan<byte> input)
    {
        Span<byte> bytes = stackalloc byte[Unsafe.SizeOf<TArgument>()];
        input[..bytes.Length].CopyTo(bytes);
        if (BitConverter.IsLittleEndian)
            bytes.Reverse();
        // A truth that is neither 0 nor 1 is none.
        if (typeof(TArgument) == typeof(bool))
            bytes[0] &= 1;
        return MemoryMarshal.Read<TArgument>(bytes);
    }
}

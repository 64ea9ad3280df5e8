using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Codecs.Fuzz.Crashes;

/// <summary>A message that reads where it must not: proof that this is seen. It is checked only if it is asked for by its name.</summary>
[Message]
public readonly ref partial struct Careless
{
    /// <summary>Something with a fault.</summary>
    public partial CarelessValue Value { get; init; }
}

/// <summary>One byte. If that is 1, the byte behind it is read as well; if it is 2, the one before, whether they are there or not.</summary>
public readonly struct CarelessValue : ICodec<CarelessValue>
{
    private readonly byte _value;

    private CarelessValue(byte value) => _value = value;

    /// <inheritdoc/>
    public static ParseResult TryParse(ReadOnlySpan<byte> message, int offset, scoped ParseContext context, out CarelessValue value)
    {
        value = default;
        if (message.Length <= offset)
            return ParseResult.NeedMore(1, 0);
        value = new CarelessValue(message[offset]);
        int other = message[offset] switch { 1 => offset + 1, 2 => offset - 1, _ => offset };
        return Unsafe.Add(ref MemoryMarshal.GetReference(message), other) == 0xA7 ? ParseResult.Invalid(ParseError.Value, 0, 0) : ParseResult.Done(1);
    }

    /// <inheritdoc/>
    public int GetMaxSize() => 1;

    /// <inheritdoc/>
    public int Write(Span<byte> message, int offset, scoped WriteContext context)
    {
        message[offset] = _value;
        return 1;
    }
}

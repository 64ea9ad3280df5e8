using System.Buffers;
using System.Runtime.CompilerServices;

namespace Codecs;

/// <summary>
/// What became of a parse, in eight bytes: a status and, with it, the bytes consumed, the bytes needed, or the field and the
/// offset at fault. Converts to <see langword="bool"/>: true if the message was parsed.
/// </summary>
/// <remarks>
/// The default value is a failure, so that a result that nobody set is not taken for success. Where an overload for
/// <see langword="bool"/> exists, as in <c>Console.WriteLine(result)</c>, the conversion is what C# picks: call <see cref="ToString"/>.
/// </remarks>
public readonly struct ParseResult : IEquatable<ParseResult>
{
    // Success is a constant of its own, so that an inlined `if (X.TryParse(...))` is decided where the result is made.
    private const uint DoneCode = 0x8000_0000;
    private const uint NeedMoreCode = 0x4000_0000;
    private const uint PartialCode = 0x2000_0000;

    // done:1 | need more:1 | partial:1 | unused:5 | error:8 | field:16
    private readonly uint _code;

    // bytes consumed, bytes needed, or offset
    private readonly int _value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ParseResult(uint code, int value)
    {
        _code = code;
        _value = value;
    }

    /// <summary>The message was parsed and is <paramref name="consumed"/> bytes long.</summary>
    /// <param name="consumed">Length of the message in bytes.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ParseResult Done(int consumed) => new(DoneCode, consumed);

    /// <summary>The beginning of a message was parsed: the source ends within what a length bounds.</summary>
    /// <param name="consumed">Bytes of it that are there.</param>
    public static ParseResult DonePartly(int consumed) => new(DoneCode | PartialCode, consumed);

    /// <summary>The source ends within the message.</summary>
    /// <param name="total">The least length of the whole source with which parsing gets further.</param>
    /// <param name="field">Ordinal of the field that is not there.</param>
    public static ParseResult NeedMore(int total, int field) => new(NeedMoreCode | (uint)ParseError.Truncated << 16 | (ushort)field, total);

    /// <summary>The source is not such a message, whatever may follow.</summary>
    /// <param name="error">What is wrong.</param>
    /// <param name="field">Ordinal of the field at fault.</param>
    /// <param name="offset">Where that field is, in bytes from the start of the message.</param>
    public static ParseResult Invalid(ParseError error, int field, int offset) => new((uint)error << 16 | (ushort)field, offset);

    /// <summary>The outcome in the terms of <see cref="System.Buffers"/>.</summary>
    public OperationStatus Status => Success ? OperationStatus.Done : (_code & NeedMoreCode) != 0 ? OperationStatus.NeedMoreData : OperationStatus.InvalidData;

    /// <summary>Was the message parsed?</summary>
    public bool Success
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => (int)_code < 0;
    }

    /// <summary>Was only the beginning of the message there, when that was asked for? What would follow is at its default.</summary>
    public bool IsPartial => (_code & PartialCode) != 0;

    /// <summary>Is the message broken? False if it was parsed, if more data is needed, and if it is merely not what the carrier carries.</summary>
    public bool IsMalformed => Status == OperationStatus.InvalidData && Error is not (ParseError.NotCarried or ParseError.None);

    /// <summary>True if the message was parsed.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator bool(ParseResult result) => (int)result._code < 0;

    /// <summary>Length of the parsed message in bytes; 0 if it was not parsed. What follows it in the source is no error: compare.</summary>
    public int BytesConsumed
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Success ? _value : 0;
    }

    /// <summary>
    /// The least length of the whole source with which parsing gets further: more than there was, never more than the message has.
    /// 0 unless <see cref="Status"/> is <see cref="OperationStatus.NeedMoreData"/>.
    /// </summary>
    public int BytesNeeded => Status == OperationStatus.NeedMoreData ? _value : 0;

    /// <summary>Where the fault is, in bytes from the start of the message; 0 unless <see cref="Status"/> is <see cref="OperationStatus.InvalidData"/>.</summary>
    public int Offset => Status == OperationStatus.InvalidData ? _value : 0;

    /// <summary>What is wrong; <see cref="ParseError.None"/> if the message was parsed.</summary>
    public ParseError Error => (ParseError)(byte)(_code >> 16);

    /// <summary>Ordinal of the field at fault, or of the one that is not there. Ordinals belong to one build: do not store them.</summary>
    public int Field => (ushort)_code;

    /// <summary>The result of a part as it is seen from the whole that has the part at <paramref name="offset"/>, as its field number <paramref name="field"/>.</summary>
    /// <param name="field">Ordinal of the part in the whole.</param>
    /// <param name="offset">Offset of the part in the whole, in bytes.</param>
    /// <param name="bounded">Is the part within a length that the whole declares? Then it cannot get more data, and asking for it is an error.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public ParseResult In(int field, int offset, bool bounded) => Status switch
    {
        OperationStatus.Done => this,
        OperationStatus.NeedMoreData when bounded => Invalid(ParseError.Length, field, offset),
        OperationStatus.NeedMoreData => NeedMore(offset + _value, field),
        _ => Invalid(Error, field, offset + _value),
    };

    /// <summary>Says in a few words what happened, with the name of the field: <c>"Tcp.Options at byte 21: Length"</c>. Never throws.</summary>
    /// <typeparam name="T">The message that was parsed.</typeparam>
    public string Describe<T>() where T : IVisitable<T>, allows ref struct => Describe(T.Description);

    internal string Describe(MessageDescription type)
    {
        string field = type.GetFieldName(this) is { } name ? $"{type.Name}.{name}" : type.Name;
        return Status switch
        {
            OperationStatus.Done => $"{type.Name}: {BytesConsumed} bytes",
            OperationStatus.NeedMoreData => $"{field}: at least {BytesNeeded} bytes needed",
            _ when Error == ParseError.NotCarried => $"{type.Name}: not what is carried here",
            _ => $"{field} at byte {Offset}: {Error}",
        };
    }

    /// <summary>The result for people, without names of fields: <c>"InvalidData(field 3, byte 12, Length)"</c>.</summary>
    public override string ToString() => Status switch
    {
        OperationStatus.Done => $"Done({BytesConsumed})",
        OperationStatus.NeedMoreData => $"NeedMoreData({BytesNeeded})",
        _ => $"InvalidData(field {Field}, byte {Offset}, {Error})",
    };

    /// <inheritdoc/>
    public bool Equals(ParseResult other) => _code == other._code && _value == other._value;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ParseResult other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_code, _value);

    /// <summary>Are both the same outcome?</summary>
    public static bool operator ==(ParseResult left, ParseResult right) => left.Equals(right);

    /// <summary>Are they different outcomes?</summary>
    public static bool operator !=(ParseResult left, ParseResult right) => !left.Equals(right);
}

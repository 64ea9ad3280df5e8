using System.Collections.Immutable;

namespace Codecs;

/// <summary>A message type's name, specification and fields: enough to draw its header diagram.</summary>
/// <param name="Name">Name of the type.</param>
/// <param name="Specification">Where the format is specified: <c>"RFC 791"</c>; null if the definition does not say.</param>
/// <param name="RoundTrip">Why writing a parsed message may not give back the same bytes.</param>
/// <param name="Fields">The fields in wire order; the index is the ordinal in <see cref="ParseResult.Field"/>.</param>
public sealed record MessageDescription(string Name, string? Specification, RoundTrip RoundTrip, ImmutableArray<FieldDescription> Fields)
{
    /// <inheritdoc/>
    public override string ToString() => Specification is null ? Name : $"{Name} ({Specification})";

    /// <summary>The name of the field that a result is about; null if it is about none.</summary>
    internal string? GetFieldName(ParseResult result) => result.Error != ParseError.NotCarried && result.Field < Fields.Length ? Fields[result.Field].Name : null;
}

/// <summary>One field of a message's wire format.</summary>
/// <param name="Name">Name of the property.</param>
/// <param name="Kind">What the field is made of.</param>
/// <param name="BitOffset">Where it starts, in bits from the start of the message; -1 if that varies.</param>
/// <param name="BitWidth">Its width in bits; -1 if that varies.</param>
/// <param name="Type">C# name of its type.</param>
/// <param name="Role">What the field is for.</param>
public readonly record struct FieldDescription(string Name, FieldKind Kind, int BitOffset, int BitWidth, string Type, FieldRole Role);

/// <summary>What a field is made of.</summary>
public enum FieldKind : byte
{
    /// <summary>A number, a truth value, an enum, an address: something of fixed width.</summary>
    Scalar,

    /// <summary>Bytes.</summary>
    Bytes,

    /// <summary>Text: bytes up to a terminator, or digits.</summary>
    Text,

    /// <summary>Another message.</summary>
    Message,

    /// <summary>Consecutive messages or values.</summary>
    List,

    /// <summary>Consecutive scalars.</summary>
    Scalars,

    /// <summary>A value of a field type that is written by hand.</summary>
    Value,
}

/// <summary>What a field is for.</summary>
[Flags]
public enum FieldRole : ushort
{
    /// <summary>The writer of the message supplies it.</summary>
    None = 0,

    /// <summary>It always has the same value.</summary>
    Const = 1,

    /// <summary>It is ignored by receivers.</summary>
    Reserved = 2,

    /// <summary>It says how long other fields are.</summary>
    Length = 4,

    /// <summary>It says how many elements a list has.</summary>
    Count = 8,

    /// <summary>It says what the payload is.</summary>
    Tag = 16,

    /// <summary>It says whether other fields are there.</summary>
    Presence = 32,

    /// <summary>It is a checksum.</summary>
    Checksum = 64,

    /// <summary>It is what a tag selects: another message, or opaque bytes.</summary>
    Payload = 128,

    /// <summary>It may be absent.</summary>
    Optional = 256,

    /// <summary>It fills up to a boundary.</summary>
    Padding = 512,
}

/// <summary>Why writing a parsed message with <see cref="WriteMode.Compute"/> may not give back the same bytes. <see cref="WriteMode.Preserve"/> does, but for hexadecimal numbers with letters in both cases.</summary>
[Flags]
public enum RoundTrip : byte
{
    /// <summary>It always does.</summary>
    Exact = 0,

    /// <summary>Reserved fields are ignored and written as the specification says.</summary>
    Reserved = 1,

    /// <summary>A checksum is not checked when parsing, and written right.</summary>
    Checksum = 2,

    /// <summary>A length may be left open by its sender, and is written.</summary>
    Length = 4,

    /// <summary>Numbers may be longer than they need to be, as with leading zeros, and are written short.</summary>
    Digits = 8,

    /// <summary>What refers to earlier bytes of the message is compressed anew.</summary>
    Compressed = 16,

    /// <summary>A terminator that nothing follows may be there, and is left out.</summary>
    Terminator = 32,
}

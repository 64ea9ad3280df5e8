namespace Codecs.Generators.Model;

/// <summary>A field of a message.</summary>
internal sealed record FieldModel(
    int Ordinal,
    string Name,
    string PlainName,
    string Modifiers,
    string Type,
    bool HasInit,
    FieldKind Kind,
    OptionalKind Optional,
    string Storage,
    ScalarModel? Scalar,
    PlaceModel? Place,
    int Roles,
    string? Const,
    string? Reserved,
    EquatableArray<LengthModel> Lengths,
    EquatableArray<CountModel> Counts,
    EquatableArray<int> PresenceOf,
    PresenceModel Presence,
    ExtentModel Extent,
    string Until,
    string Require,
    ItemModel? Item,
    EquatableArray<string> Cases,
    string Argument,
    bool IsHidden,
    int EscapedBy,
    int Limit,
    TerminatorModel? Terminator,
    DigitsModel? Digits,
    EscapeModel? Escape,
    string ValueType)
{
    /// <summary>The init accessor with its modifiers; empty if there is none.</summary>
    public string Setter { get; init; } = "";

    /// <summary>The table of spellings of a word; empty for other fields.</summary>
    public string Token { get; init; } = "";

    /// <summary>A C# expression for the bytes that the field always holds; empty if it does not.</summary>
    public string ConstBytes { get; init; } = "";

    /// <summary>The static member that says which bytes the field may hold; empty if it may hold any.</summary>
    public string While { get; init; } = "";

    /// <summary>Is the value computed when the message is written?</summary>
    public bool IsDerived => Lengths.Count > 0 || Counts.Count > 0 || PresenceOf.Count > 0 || (Roles & FieldRoles.Checksum) != 0;

    /// <summary>Is the width of the number on the wire that of its value, and its value perhaps derived from what follows?</summary>
    public bool IsVariableNumber => Kind is FieldKind.Digits or FieldKind.Escaped;

    public bool IsConditional => Presence.Kind != PresenceKind.Always;
}

internal enum FieldKind
{
    Scalar,
    Bytes,
    List,
    Scalars,
    Message,
    Value,
    Padding,

    /// <summary>A number in ASCII digits.</summary>
    Digits,

    /// <summary>A number of which a few bits are read before: the longer forms.</summary>
    Escaped,
}

internal enum OptionalKind
{
    None,

    /// <summary><c>T?</c></summary>
    Nullable,

    /// <summary><c>Optional&lt;T&gt;</c></summary>
    Wrapped,
}

/// <summary>How a scalar's value is made from the integer on the wire.</summary>
/// <param name="Form">What it is.</param>
/// <param name="Type">Fully qualified type of the value.</param>
/// <param name="Integer">C# keyword of the integer: of the type itself, of the enum, or of the IScalar.</param>
/// <param name="Bits">Width on the wire.</param>
/// <param name="Order">The order of its bytes.</param>
/// <param name="OrderMember">The member that decides the order at run time.</param>
internal sealed record ScalarModel(ScalarForm Form, string Type, string Integer, int Bits, ByteOrder Order, string OrderMember)
{
    public int Bytes => (Bits + 7) / 8;

    /// <summary>Is the integer narrower on the wire than in C#, so that a value may not fit?</summary>
    public bool IsNarrow => Form != ScalarForm.Bool && Bits < IntegerBits;

    /// <summary>The name of the number in the converter between numbers and their bits.</summary>
    public string FloatName => Integer switch { "ushort" => "Half", "uint" => "Single", _ => "Double" };

    /// <summary>The name of its bits there.</summary>
    public string BitsName => Integer switch { "ushort" => "UInt16", "uint" => "UInt32", _ => "UInt64" };

    public bool IsSigned => Integer is "sbyte" or "short" or "int" or "long";

    public int IntegerBits => Integer switch { "byte" or "sbyte" => 8, "ushort" or "short" => 16, "uint" or "int" => 32, "ulong" or "long" => 64, _ => 128 };

    /// <summary>The largest value, as a C# literal.</summary>
    public string Max => Bits >= 64 ? "ulong.MaxValue" : "0x" + ((1UL << Bits) - 1).ToString("X", System.Globalization.CultureInfo.InvariantCulture);
}

internal enum ScalarForm
{
    Integer,
    Bool,
    Enum,
    Custom,

    /// <summary>A floating-point number, as its bits.</summary>
    Float,
}

/// <summary>Where a scalar lies in a run.</summary>
internal sealed record PlaceModel(int Run, int Group, int Shift, int BitOffset);

/// <summary>A range that a field says the length of.</summary>
internal sealed record LengthModel(int Scope, int Unit, int Bias, string When, int Max);

/// <summary>A list that a field counts.</summary>
internal sealed record CountModel(int Field, int Bias);

/// <summary>When a field is there.</summary>
/// <param name="Kind">What tells it.</param>
/// <param name="Member">The bool member.</param>
internal sealed record PresenceModel(PresenceKind Kind, string Member)
{
    /// <summary>Which bit of the member it is, from the least significant; -1 if that is a bool.</summary>
    public int Bit { get; init; } = -1;
}

internal enum PresenceKind
{
    Always,

    /// <summary>A field says so, and is computed from this one.</summary>
    Flag,

    /// <summary>A member says so.</summary>
    When,

    /// <summary>If the scope goes on.</summary>
    Remaining,

    /// <summary>If the constant comes next.</summary>
    Constant,
}

/// <summary>How far a field extends.</summary>
/// <param name="Kind">What tells it.</param>
/// <param name="Width">A constant number of bytes.</param>
/// <param name="Member">A member, or the field that counts.</param>
/// <param name="Scope">The innermost scope; -1 for the message.</param>
/// <param name="Tail">Ordinals of fields that follow in that scope; the complement of a trailing scope's index stands for all of it.</param>
internal sealed record ExtentModel(ExtentKind Kind, int Width, string Member, int Scope, EquatableArray<int> Tail);

internal enum ExtentKind
{
    /// <summary>What its scope leaves.</summary>
    Open,

    /// <summary>A constant width.</summary>
    Constant,

    /// <summary>A width that a member tells.</summary>
    Member,

    /// <summary>As many elements as a member tells.</summary>
    Count,

    /// <summary>The value itself tells.</summary>
    Self,

    /// <summary>Up to a terminator.</summary>
    Terminated,

    /// <summary>As far as the case that the tag selects.</summary>
    Case,

    /// <summary>Up to a multiple of the width.</summary>
    Align,

    /// <summary>As many bytes as belong to a set.</summary>
    While,
}

/// <summary>The elements of a list.</summary>
/// <param name="Type">Fully qualified.</param>
/// <param name="IsMessage">Are they messages, rather than values of a field type?</param>
/// <param name="Width">Of a scalar element, in bytes; 0 for others.</param>
internal sealed record ItemModel(string Type, bool IsMessage, int Width)
{
    /// <summary>Are scalars least significant byte first?</summary>
    public bool IsLittleEndian { get; init; }
}

/// <summary>The values of the runtime's <c>FieldRole</c>.</summary>
internal static class FieldRoles
{
    public const int Const = 1, Reserved = 2, Length = 4, Count = 8, Tag = 16, Presence = 32, Checksum = 64, Payload = 128, Optional = 256, Padding = 512;
}

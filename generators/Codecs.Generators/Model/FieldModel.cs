namespace Codecs.Generators.Model;

/// <summary>A field of a message: a property of the user's, or what one stands for (the prefix before a field, the bits before a long form).</summary>
internal sealed record FieldModel
{
    public int Ordinal { get; init; }

    /// <summary>Of the property, escaped.</summary>
    public string Name { get; init; } = "";

    public string PlainName { get; init; } = "";

    /// <summary>Of the property.</summary>
    public string Modifiers { get; init; } = "";

    /// <summary>Of the property, fully qualified.</summary>
    public string Type { get; init; } = "";

    /// <summary>The same without <c>?</c> or <c>Optional</c>.</summary>
    public string ValueType { get; init; } = "";

    /// <summary>The init accessor with its modifiers; empty if there is none.</summary>
    public string Setter { get; init; } = "";

    public bool HasInit { get; init; }

    /// <summary>Has the field no property?</summary>
    public bool IsHidden { get; init; }

    public FieldKind Kind { get; init; }

    public OptionalKind Optional { get; init; }

    /// <summary>Name of the instance field that holds it; empty if it is in a run, or constant.</summary>
    public string Storage { get; init; } = "";

    /// <summary>Of a number: how its value is made from the integer on the wire.</summary>
    public ScalarModel? Scalar { get; init; }

    /// <summary>Where it lies in a run; null if it does not.</summary>
    public PlaceModel? Place { get; init; }

    /// <summary>Flags of the runtime's <c>FieldRole</c>.</summary>
    public int Roles { get; init; }

    /// <summary>The integer that the field always holds.</summary>
    public string? Const { get; init; }

    /// <summary>The integer that a reserved field is written as.</summary>
    public string? Reserved { get; init; }

    public EquatableArray<LengthModel> Lengths { get; init; }

    public EquatableArray<CountModel> Counts { get; init; }

    /// <summary>Ordinals of the fields of which it says whether they are there.</summary>
    public EquatableArray<int> PresenceOf { get; init; }

    public PresenceModel Presence { get; init; } = PresenceModel.Always;

    /// <summary>Ordinal of the field by whose presence a derived one is written: itself, but for derived fields.</summary>
    public int Holder { get; init; }

    public ExtentModel Extent { get; init; } = ExtentModel.None;

    /// <summary>The bool member that must be true; empty for none.</summary>
    public string Require { get; init; } = "";

    /// <summary>Of a list: its elements.</summary>
    public ItemModel? Item { get; init; }

    /// <summary>Messages that the payload may be.</summary>
    public EquatableArray<CaseModel> Cases { get; init; }

    /// <summary>What is passed to the field's type, as C# for an instance <c>{0}</c>; empty for nothing.</summary>
    public string Argument { get; init; } = "";

    /// <summary>Type of that.</summary>
    public string ArgumentType { get; init; } = "";

    /// <summary>Most bytes, or elements; 0 for the default.</summary>
    public int Limit { get; init; }

    public TerminatorModel? Terminator { get; init; }

    public DigitsModel? Digits { get; init; }

    public EscapeModel? Escape { get; init; }

    /// <summary>Of the bits before a number with longer forms: that number's ordinal; -1 for others.</summary>
    public int EscapedBy { get; init; } = -1;

    public AlignModel? Align { get; init; }

    /// <summary>The table of spellings of a word; empty for other fields.</summary>
    public string Token { get; init; } = "";

    /// <summary>A C# expression for the bytes that the field always holds, or is present by; empty if there are none.</summary>
    public string ConstBytes { get; init; } = "";

    /// <summary>The number of these bytes.</summary>
    public int ConstLength { get; init; }

    /// <summary>Are their letters read in either case? Then they are kept as they were.</summary>
    public bool IgnoresCase { get; init; }

    /// <summary>The static member that says which bytes the field may hold; empty if it may hold any.</summary>
    public string While { get; init; } = "";

    /// <summary>A C# expression for the bytes that are written for a run that does not matter, and their number.</summary>
    public string Filler { get; init; } = "";

    public int FillerLength { get; init; }

    /// <summary>Is it a reserved run of bytes?</summary>
    public bool IsFiller { get; init; }

    /// <summary>Ordinal of the length of the used part of a slot of fixed width; -1 if the field is none.</summary>
    public int SlotLength { get; init; } = -1;

    /// <summary>Does its type refer to earlier bytes of the message?</summary>
    public bool HasBackReferences { get; init; }

    /// <summary>May it be written shorter than its size says?</summary>
    public bool IsCompressed { get; init; }

    /// <summary>Does the wire hold the difference from the element before?</summary>
    public bool IsDelta { get; init; }

    /// <summary>The digest that a span holds; null for other fields.</summary>
    public bool IsDigest { get; init; }

    /// <summary>As what it is asked for when the message is built from a source of fields.</summary>
    public BuildKind Build { get; init; }

    /// <summary>Is the value computed when the message is written?</summary>
    public bool IsDerived => Lengths.Count > 0 || Counts.Count > 0 || PresenceOf.Count > 0 || (Roles & FieldRoles.Checksum) != 0;

    /// <summary>Is the width of the number on the wire that of its value, and its value perhaps derived from what follows?</summary>
    public bool IsVariableNumber => Kind is FieldKind.Digits or FieldKind.Escaped or FieldKind.Sized or FieldKind.Number;

    public bool IsConditional => Presence.Kind != PresenceKind.Always;

    /// <summary>Must it be kept whether the terminator that may be left out was there? Behind a list, what follows tells it.</summary>
    public bool MayBeEnded => Terminator is { IsOptional: true } && Kind != FieldKind.List;

    /// <summary>Is a list kept as its bytes, because its extent does not depend on its elements?</summary>
    public bool IsWindow => Kind is FieldKind.Bytes or FieldKind.Scalars || (Kind is FieldKind.List or FieldKind.ArgumentList && Extent.Kind is not (ExtentKind.Self or ExtentKind.Count));
}

internal enum FieldKind
{
    /// <summary>A number of fixed width.</summary>
    Scalar,

    /// <summary>A number in ASCII digits.</summary>
    Digits,

    /// <summary>A number of which a few bits are read before: the longer forms.</summary>
    Escaped,

    /// <summary>A number as wide as a length says.</summary>
    Sized,

    /// <summary>A number of a field type of variable width.</summary>
    Number,

    /// <summary>A span.</summary>
    Bytes,

    /// <summary>A list of messages or values.</summary>
    List,

    /// <summary>A list of messages or values that take an argument.</summary>
    ArgumentList,

    /// <summary>A list of numbers.</summary>
    Scalars,

    /// <summary>A message.</summary>
    Message,

    /// <summary>A value of a field type.</summary>
    Value,

    /// <summary>Bytes up to a boundary.</summary>
    Padding,
}

internal enum OptionalKind
{
    None,

    /// <summary><c>T?</c></summary>
    Nullable,

    /// <summary><c>Optional&lt;T&gt;</c></summary>
    Wrapped,
}

/// <summary>Where a scalar lies in a run.</summary>
internal sealed record PlaceModel(int Run, int Group, int Shift, int BitOffset);

/// <summary>A range that a field says the length of.</summary>
/// <param name="Null">The stored integer that says that the range's field is absent.</param>
internal sealed record LengthModel(int Scope, int Unit, int Bias, string When, int Max, string? Null)
{
    /// <summary>Ordinal of a slot of fixed width of which it says the used part, or of a number of which it says the width; then there is no scope. -1 for a range.</summary>
    public int Target { get; init; } = -1;
}

/// <summary>A list that a field counts.</summary>
internal sealed record CountModel(int Field, int Bias, string? Null);

/// <summary>When a field is there.</summary>
/// <param name="Kind">What tells it.</param>
/// <param name="Member">The bool member.</param>
internal sealed record PresenceModel(PresenceKind Kind, string Member)
{
    public static readonly PresenceModel Always = new(PresenceKind.Always, "");

    /// <summary>Which bit of the field it is, from the least significant; -1 if that is a bool.</summary>
    public int Bit { get; init; } = -1;

    /// <summary>Ordinal of the field that tells it; -1 for none.</summary>
    public int Field { get; init; } = -1;
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

    /// <summary>Unless its length or count says that it is not.</summary>
    Null,

    /// <summary>If its prefix is there.</summary>
    Prefix,
}

/// <summary>How far a field extends.</summary>
/// <param name="Kind">What tells it.</param>
/// <param name="Width">A constant number of bytes.</param>
/// <param name="Member">A member.</param>
internal sealed record ExtentModel(ExtentKind Kind, int Width, string Member)
{
    public static readonly ExtentModel None = new(ExtentKind.Constant, 0, "");

    /// <summary>The innermost scope; -1 for the message.</summary>
    public int Scope { get; init; } = -1;

    /// <summary>Ordinals of fields that follow in that scope; the complement of a trailing scope's index stands for all of it.</summary>
    public EquatableArray<int> Tail { get; init; }

    /// <summary>Ordinal of the field that counts; -1 for none.</summary>
    public int Counter { get; init; } = -1;
}

internal enum ExtentKind
{
    /// <summary>What its scope leaves.</summary>
    Open,

    /// <summary>A constant width.</summary>
    Constant,

    /// <summary>A width that a member tells.</summary>
    Member,

    /// <summary>As many elements as a field tells.</summary>
    Count,

    /// <summary>The value itself tells.</summary>
    Self,

    /// <summary>Up to a terminator.</summary>
    Terminated,

    /// <summary>As far as the case that the tag selects.</summary>
    Case,

    /// <summary>Up to a boundary.</summary>
    Align,

    /// <summary>As many bytes as belong to a set.</summary>
    While,
}

/// <summary>Padding up to a boundary.</summary>
/// <param name="Multiple">The boundary; 0 if a member tells it.</param>
/// <param name="Member">An int member; empty for a constant.</param>
/// <param name="Min">The fewest bytes.</param>
/// <param name="From">Offset in bytes from which is counted.</param>
/// <param name="Behind">Bytes between the padding and what ends on the boundary.</param>
internal sealed record AlignModel(int Multiple, string Member, int Min, int From, int Behind);

/// <summary>The elements of a list.</summary>
/// <param name="Type">Fully qualified.</param>
/// <param name="IsMessage">Are they messages, rather than values of a field type?</param>
/// <param name="Width">Of a scalar element, in bytes; 0 for others.</param>
internal sealed record ItemModel(string Type, bool IsMessage, int Width)
{
    /// <summary>The order of the bytes of scalars.</summary>
    public ByteOrder Order { get; init; }

    /// <summary>The member that decides it at run time.</summary>
    public string OrderMember { get; init; } = "";

    /// <summary>The bool member of the element that ends the list; empty for none.</summary>
    public string End { get; init; } = "";

    /// <summary>The static method of the message, of first element and element, that ends the list; empty for none.</summary>
    public string EndAfter { get; init; } = "";

    /// <summary>A C# expression for the bytes between two elements; empty for nothing.</summary>
    public string Separator { get; init; } = "";

    /// <summary>The list ends where fewer bytes are left; 0 if something else ends it.</summary>
    public int FewerThan { get; init; }

    /// <summary>Elements begin at multiples of this from the start of the list; 0 if they follow each other.</summary>
    public int Align { get; init; }

    /// <summary>Does the encoding of an element depend on the one before it?</summary>
    public bool HasDelta { get; init; }

    /// <summary>Has the list a shape of its own?</summary>
    public bool HasShape { get; init; }
}

/// <summary>A message that a payload may be.</summary>
/// <param name="Type">Fully qualified.</param>
/// <param name="IsCompressed">Must it be encoded anew when it is written?</param>
/// <param name="HasArgument">Does it take the payload's argument?</param>
/// <param name="IsBuildable">Can it be built from a source of fields?</param>
internal sealed record CaseModel(string Type, bool IsCompressed, bool HasArgument, bool IsBuildable)
{
    /// <summary>The values under which it is carried, in each table.</summary>
    public EquatableArray<TagModel> Tags { get; init; }
}

/// <summary>The values of the runtime's <c>FieldRole</c>.</summary>
internal static class FieldRoles
{
    public const int Const = 1, Reserved = 2, Length = 4, Count = 8, Tag = 16, Presence = 32, Checksum = 64, Payload = 128, Optional = 256, Padding = 512;
}

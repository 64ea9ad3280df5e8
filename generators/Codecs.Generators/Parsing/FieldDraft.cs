using Codecs.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Codecs.Generators.Parsing;

/// <summary>A field while it is being read: its symbol, its attributes, and what is known so far.</summary>
internal sealed class FieldDraft(IPropertySymbol symbol, int ordinal)
{
    public IPropertySymbol Symbol { get; } = symbol;

    public int Ordinal { get; } = ordinal;

    /// <summary>The attribute that this field is made from, before the field that <see cref="Symbol"/> declares; null for a field that is declared.</summary>
    public AttributeData? Prefix { get; init; }

    public bool IsHidden => Prefix is not null;

    /// <summary>Is it the bits of a number with longer forms?</summary>
    public bool IsEscapeCode { get; init; }

    public string Name => IsEscapeCode ? Symbol.Name + "Code" : IsHidden ? Symbol.Name + "Length" : Symbol.Name;

    /// <summary>The bits that say the form of this number.</summary>
    public FieldDraft? EscapeCode { get; init; }

    public EscapeModel? Escape { get; set; }

    public DigitsModel? Digits { get; set; }

    public TerminatorModel? Terminator { get; set; }

    public AlignModel? Align { get; set; }

    public bool HasInit => !IsHidden && Symbol.SetMethod is not null;

    /// <summary>The attributes of the field itself.</summary>
    public IEnumerable<AttributeData> Attributes => IsHidden ? [] : Symbol.GetAttributes();

    /// <summary>More bytes, or elements, than this are an error; 0 for no limit.</summary>
    public int Limit { get; set; }

    public AttributeData? Find(string name) => IsHidden ? null : Symbol.Find(name);

    public FieldKind Kind { get; set; }

    public OptionalKind Optional { get; set; }

    /// <summary>The type without <c>?</c> or <c>Optional</c>.</summary>
    public ITypeSymbol ValueType { get; set; } = symbol.Type;

    public ScalarModel? Scalar { get; set; }

    public PlaceModel? Place { get; set; }

    public ItemModel? Item { get; set; }

    public int Roles { get; set; }

    public string? Const { get; set; }

    /// <summary>The table of spellings of a word.</summary>
    public string Token { get; set; } = "";

    /// <summary>A C# expression for the bytes that the field always holds, and their number.</summary>
    public string ConstBytes { get; set; } = "";

    public int ConstLength { get; set; }

    /// <summary>Are their letters read in either case?</summary>
    public bool IgnoresCase { get; set; }

    public string? Reserved { get; set; }

    /// <summary>What is written for a run of bytes that does not matter; null for other fields.</summary>
    public string? Filler { get; set; }

    public List<RangeDraft> Ranges { get; } = [];

    public List<CountModel> Counts { get; } = [];

    public List<int> PresenceOf { get; } = [];

    /// <summary>The field that says whether this one is there.</summary>
    public FieldDraft? Flag { get; set; }

    /// <summary>Which bit of it, from the least significant; -1 if it is a bool.</summary>
    public int FlagBit { get; set; } = -1;

    /// <summary>The length or count of which one value says that this field is absent.</summary>
    public FieldDraft? NullOf { get; set; }

    public PresenceModel Presence { get; set; } = PresenceModel.Always;

    public ExtentModel? Extent { get; set; }

    public string Require { get; set; } = "";

    /// <summary>The static member that says which bytes the field may hold.</summary>
    public string While { get; set; } = "";

    public string Argument { get; set; } = "";

    public string ArgumentType { get; set; } = "";

    public List<CaseModel> Cases { get; } = [];

    /// <summary>The field that counts the elements of this one.</summary>
    public FieldDraft? Counter { get; set; }

    /// <summary>The length of the used part of this slot, or of this number.</summary>
    public FieldDraft? SlotLength { get; set; }

    public bool HasBackReferences { get; set; }

    public bool IsCompressed { get; set; }

    public bool IsDelta { get; set; }

    public bool IsDigest { get; set; }

    public BuildKind Build { get; set; }

    public bool IsInRun => Kind == FieldKind.Scalar && Digits is null && Escape is null && EscapeCode is null && Optional == OptionalKind.None && Presence.Kind == PresenceKind.Always && !IsDelta;

    public bool IsVariableNumber() => Kind is FieldKind.Digits or FieldKind.Escaped or FieldKind.Sized or FieldKind.Number;

    public bool IsConditional => Presence.Kind != PresenceKind.Always;

    /// <summary>Does it take what its scope leaves?</summary>
    public bool IsOpen => Extent?.Kind == ExtentKind.Open;

    public bool IsList => Kind is FieldKind.List or FieldKind.ArgumentList or FieldKind.Scalars;

    public bool IsDerived => Ranges.Count > 0 || Counts.Count > 0 || PresenceOf.Count > 0 || (Roles & FieldRoles.Checksum) != 0;
}

/// <summary>A range that a length says.</summary>
internal sealed class RangeDraft(FieldDraft descriptor, AttributeData attribute, int first, int last)
{
    public FieldDraft Descriptor { get; } = descriptor;

    public AttributeData Attribute { get; } = attribute;

    public int First { get; } = first;

    public int Last { get; } = last;

    public int Unit { get; init; } = 1;

    public int Bias { get; init; }

    public string When { get; init; } = "";

    /// <summary>The largest number that is stored; 0 for what the field holds.</summary>
    public int Max { get; init; }

    /// <summary>The stored integer that says that the field is absent.</summary>
    public string? Null { get; init; }

    /// <summary>Does it say the used part of a slot, or the width of a number, rather than bound a range?</summary>
    public bool IsOfTarget { get; set; }

    /// <summary>Index of the scope that the range became.</summary>
    public int Scope { get; set; } = -1;
}

namespace Codecs.Generators.Model;

/// <summary>A message's wire format, normalised: all that emission needs, and nothing that holds a compilation.</summary>
internal sealed record MessageModel(TypeModel Type)
{
    public string? Specification { get; init; }

    /// <summary>Flags of the runtime's <c>RoundTrip</c>.</summary>
    public int RoundTrip { get; init; }

    /// <summary>Must it be known whether the message was received, and whether it was changed since?</summary>
    public bool HasState { get; init; }

    /// <summary>What the message gives to the checksums above it, as an expression over what is <c>below</c> it.</summary>
    public string PseudoHeader { get; init; } = "below";

    /// <summary>The public property that the pseudo-header is; empty if there is none.</summary>
    public string PseudoHeaderProperty { get; init; } = "";

    public EquatableArray<FieldModel> Fields { get; init; }

    public EquatableArray<ParameterModel> Parameters { get; init; }

    public EquatableArray<RunModel> Runs { get; init; }

    public EquatableArray<ScopeModel> Scopes { get; init; }

    public EquatableArray<ElementModel> Elements { get; init; }

    public EquatableArray<ChecksumModel> Checksums { get; init; }

    public CarrierModel? Carrier { get; init; }

    public EquatableArray<TagModel> Tags { get; init; }

    public TerminatorModel? Terminator { get; init; }

    /// <summary>Most bytes; 0 for the default.</summary>
    public int Limit { get; init; }

    /// <summary>Deepest nesting of the type in itself.</summary>
    public int Depth { get; init; } = 32;

    public FastPathModel? FastPath { get; init; }

    /// <summary>Members of the definition that say no more than how a field compares with a number.</summary>
    public EquatableArray<MemberTest> Tests { get; init; }

    /// <summary>Does it take all there is?</summary>
    public bool IsWhole { get; init; }

    /// <summary>Types of fields that nothing bounds, of which each may take all there is.</summary>
    public EquatableArray<string> WholeParts { get; init; }

    /// <summary>Does its encoding refer to earlier bytes of the message around it?</summary>
    public bool HasBackReferences { get; init; }

    /// <summary>May it be written shorter than its size says?</summary>
    public bool IsCompressed { get; init; }

    /// <summary>Ordinal of the field that holds a difference; -1 for none.</summary>
    public int Delta { get; init; } = -1;

    /// <summary>Is it built from a source of fields too?</summary>
    public bool IsBuildable { get; init; }

    /// <summary>Is it where back references of its parts count from? What is no ref struct has no parts that are longer than they look, and cannot keep a span.</summary>
    public bool IsOrigin => IsCompressed && !HasBackReferences && Type.IsRef;

    /// <summary>Can the message be read without an argument?</summary>
    public bool IsStandalone => Parameters.Count == 0;

    /// <summary>Does a length bound the last open field, so that it may be cut short?</summary>
    public bool HasHeaderForm => Scopes.Count > 0;

    public FieldModel? Payload => Carrier is { } carrier ? Fields[carrier.Payload] : null;
}

/// <summary>A message that cannot be compiled: its properties throw, so that the only errors are ours.</summary>
/// <param name="IsMessage">Is it to look like a message from outside, so that who uses it has no errors?</param>
/// <param name="Tables">Those under which it is carried.</param>
internal sealed record StubModel(TypeModel Type, EquatableArray<StubProperty> Properties, bool IsMessage, EquatableArray<string> Tables)
{
    /// <summary>Does it declare that it is built from a source of fields?</summary>
    public bool IsBuildable { get; init; }
}

/// <summary>A property of such a message.</summary>
/// <param name="Getter">Its get accessor with its modifiers; empty if it has none.</param>
/// <param name="Setter">Its set or init accessor with its modifiers; empty if it has none.</param>
internal sealed record StubProperty(string Modifiers, string Type, string Name, string Getter, string Setter);

/// <summary>What became of a definition: one of the two is there, or none if the type cannot be opened again at all.</summary>
internal sealed record DefinitionResult(MessageModel? Message, StubModel? Stub, StackModel? Stack)
{
    /// <summary>The words of a text enum.</summary>
    public TokenModel? Token { get; init; }

    /// <summary>What went wrong in the generator itself: one definition must not cost the others their code.</summary>
    public string? Failure { get; init; }

    public static DefinitionResult None { get; } = new(null, null, null);
}

/// <summary>A <c>[Parameter]</c>: not on the wire, given by the caller.</summary>
/// <param name="Setter">Its init accessor, with its modifiers.</param>
/// <param name="Accessibility">Of members that name its type.</param>
internal sealed record ParameterModel(string Name, string Modifiers, string Type, string Storage, string Argument, string Setter, string Accessibility);

/// <summary>A part of the wire format, in order.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Index">Of the run, the field, or the scope.</param>
internal sealed record ElementModel(ElementKind Kind, int Index);

internal enum ElementKind
{
    /// <summary>Fields of fixed width, read and written together.</summary>
    Run,

    /// <summary>A field of its own: variable, optional, or of another type.</summary>
    Field,

    /// <summary>Here the length of a trailing scope is read, before its place is reached.</summary>
    Peek,

    /// <summary>Here a scope begins (in a run: within it, at the scope's first field).</summary>
    Open,

    /// <summary>Here the length of an open scope becomes known.</summary>
    Bind,

    /// <summary>Here a scope ends.</summary>
    Close,
}

/// <summary>A range of fields that a length bounds.</summary>
/// <param name="Index">Its own index.</param>
/// <param name="Parent">The scope around it; -1 for the message itself.</param>
/// <param name="First">Ordinal of its first field.</param>
/// <param name="Last">Ordinal of its last field.</param>
/// <param name="Descriptor">Ordinal of the length.</param>
/// <param name="Checks">Ordinals of further lengths of the same range, behind the first.</param>
/// <param name="Unit">What the length counts in.</param>
/// <param name="Bias">What is added to the length.</param>
/// <param name="When">The bool member that must be true for it to bound; empty if it always does.</param>
/// <param name="Open">Ordinal of the field that takes what there is; -1 if there is none.</param>
/// <param name="Tail">Elements of this scope after its open part, by the fields' ordinals.</param>
/// <param name="TailOfParent">Ordinals of fields of the parent that follow this scope.</param>
internal sealed record ScopeModel(
    int Index,
    int Parent,
    int First,
    int Last,
    int Descriptor,
    EquatableArray<int> Checks,
    int Unit,
    int Bias,
    string When,
    int Open,
    EquatableArray<int> TailOfParent)
{
    /// <summary>Is the length always there?</summary>
    public bool IsDescribed { get; init; } = true;

    /// <summary>The stored integer that says that the range's field is absent; null for none.</summary>
    public string? Null { get; init; }

    /// <summary>Does it bound only in some messages?</summary>
    public bool IsConditional => When.Length > 0 || !IsDescribed || Null is not null;

    /// <summary>How the length bounds the range.</summary>
    public ScopeForm Form { get; init; }

    /// <summary>Ordinal of the open field before a trailing scope, which takes what that leaves; -1 for others.</summary>
    public int Blocker { get; init; } = -1;

    /// <summary>Of a trailing scope: has its length been read when its blocker is met, because it stands before that?</summary>
    public bool IsRead { get; init; }

    /// <summary>Of a trailing scope: its length and what follows that up to the end of the parent, as in <see cref="ExtentModel.Tail"/>.</summary>
    public EquatableArray<int> FromDescriptor { get; init; }

    /// <summary>Of a trailing scope: ordinals of the fields in it that have a width of their own.</summary>
    public EquatableArray<int> Fixed { get; init; }
}

/// <summary>Where a length is found, and what it does.</summary>
internal enum ScopeForm
{
    /// <summary>Before what it bounds, or at a known place within.</summary>
    Leading,

    /// <summary>At a known distance from the end of the scope around it: read before the open field that precedes its range.</summary>
    Trailing,

    /// <summary>After a range whose extent is known without it: compared.</summary>
    Check,
}

/// <summary>Consecutive fields of fixed width.</summary>
internal sealed record RunModel(int Index, int Size, EquatableArray<GroupModel> Groups, EquatableArray<int> Fields);

/// <summary>Whole bytes of a run that are one integer, or are made of a few.</summary>
/// <param name="Offset">Bytes from the start of the run.</param>
/// <param name="Size">1 to 8, or 16.</param>
/// <param name="Order">The order of its bytes.</param>
/// <param name="OrderMember">The member that decides the order at run time.</param>
internal sealed record GroupModel(int Offset, int Size, ByteOrder Order, string OrderMember);

/// <summary>A checksum over a range of fields.</summary>
/// <param name="Field">Ordinal of the field that stores it.</param>
/// <param name="Type">The algorithm.</param>
/// <param name="First">Ordinal of the first field covered.</param>
/// <param name="Last">Ordinal of the last field covered.</param>
/// <param name="Seed">Name of the member to start from; empty for none.</param>
/// <param name="SeedIsMethod">Is it a method of the pseudo-header and the length?</param>
/// <param name="IsIncremental">Can it follow a change in place?</param>
/// <param name="Form">How its range is found.</param>
internal sealed record ChecksumModel(int Field, string Type, int First, int Last, string Seed, bool SeedIsMethod, bool IsIncremental, ChecksumForm Form)
{
    /// <summary>Is it a digest in a span, rather than an integer?</summary>
    public bool IsDigest { get; init; }

    /// <summary>Ordinals of the fields that the member to start from reads.</summary>
    public EquatableArray<int> SeedReads { get; init; }

    /// <summary>Is it a sum of 16-bit words, which can be made of numbers?</summary>
    public bool IsSum { get; init; }
}

/// <summary>Where the range of a checksum lies.</summary>
internal enum ChecksumForm
{
    /// <summary>Anywhere: its places are looked for.</summary>
    General,

    /// <summary>From a constant place up to where the payload starts, or to the end of a message without one.</summary>
    Header,

    /// <summary>From a constant place up to where the payload ends.</summary>
    Payload,
}

/// <summary>What a tag selects.</summary>
/// <param name="Payload">Ordinal of the payload.</param>
/// <param name="Table">The enum.</param>
/// <param name="Tags">The fields or properties that select, in order.</param>
/// <param name="Accessibility">Of members that name the table.</param>
internal sealed record CarrierModel(int Payload, string Table, EquatableArray<TagFieldModel> Tags, string Accessibility);

/// <summary>A tag field.</summary>
/// <param name="Name">The property.</param>
/// <param name="PlainName">The same, not escaped.</param>
/// <param name="Ordinal">Of the field; -1 for an ordinary property.</param>
/// <param name="Type">Its type, to cast the tag to; empty if that is the table.</param>
/// <param name="When">A bool member; empty if it always selects.</param>
/// <param name="CanSet">Has it an init accessor?</param>
internal sealed record TagFieldModel(string Name, string PlainName, int Ordinal, string Type, string When, bool CanSet)
{
    /// <summary>Is it a word that stands for the tag?</summary>
    public bool IsToken { get; init; }

    /// <summary>The only field that says which tag it is, by ordinal, if what a tag is written as is known when the code is compiled; otherwise -1.</summary>
    public int Source { get; init; } = -1;

    /// <summary>When it selects, as a C# condition on an instance; empty if it always does. An unknown word selects nothing.</summary>
    public string Condition(string instance) => string.Join(" && ", new[] { IsToken ? $"{instance}{Name}.IsKnown" : "", When.Length > 0 ? instance + When : "" }.Where(c => c.Length > 0));

    /// <summary>Its value in the table.</summary>
    public string Value(string table, string instance) => IsToken ? $"{instance}{Name}.Value" : Type.Length == 0 ? $"{instance}{Name}" : $"({table}){instance}{Name}";
}

/// <summary>An ordinary member that compares a field with a constant, as in <c>bool IsLength => TypeOrLength &lt; 1536;</c>.</summary>
/// <param name="Member">Its name, escaped.</param>
/// <param name="Field">The field, by ordinal.</param>
/// <param name="Operator">As in C#.</param>
/// <param name="Value">The constant.</param>
internal sealed record MemberTest(string Member, int Field, string Operator, ulong Value);

/// <summary>Values of a table under which the message is carried.</summary>
/// <param name="Table">The enum.</param>
/// <param name="Values">The values, as C#.</param>
/// <param name="In">The only carrier; empty for any.</param>
/// <param name="Of">The only one of its tag fields; empty for any.</param>
/// <param name="IsText">Are the values words on the wire?</param>
internal sealed record TagModel(string Table, EquatableArray<string> Values, string In, string Of, bool IsText)
{
    /// <summary>Is <see cref="In"/> an interface that carriers implement, and not the only carrier?</summary>
    public bool IsShared { get; init; }
}

/// <summary>The common case of parsing, simple enough to be inlined: one run, then windows.</summary>
/// <param name="Exact">Comparisons of whole groups that hold in the common case: <c>_0 == 0x45</c>.</param>
/// <param name="EmptyScope">Index of the scope that these say is as short as can be; -1 for none.</param>
/// <param name="ImpliedScopes">Indexes of scopes whose condition says no more than that their length is not 0, which the test of the length says too.</param>
/// <param name="AreTagsFixed">Do the tags read nothing but the fixed part, so that they can be asked before the rest of the message is set?</param>
internal sealed record FastPathModel(EquatableArray<GroupTest> Exact, int EmptyScope, EquatableArray<int> ImpliedScopes, bool AreTagsFixed);

/// <summary>A group of the first run compared as a whole, in the order of the wire.</summary>
internal sealed record GroupTest(int Group, ulong Mask, ulong Value);

using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Codecs.Generators.Diagnostics;

/// <summary>All that can be wrong with a definition. generators/DIAGNOSTICS.md explains each.</summary>
internal static class Descriptors
{
    private const string Category = "Codecs";

    public static readonly DiagnosticDescriptor NothingSupplies = Error("CDC001", "Nothing supplies the field", "'{0}' has no init accessor and no attribute that says what to write");

    public static readonly DiagnosticDescriptor UnknownField = Error("CDC002", "Unknown or misplaced field", "'{0}' is not a field of {1} that {2}");

    public static readonly DiagnosticDescriptor NotReadonlyPartial = Error("CDC003", "A message must be a readonly partial struct", "'{0}' must be {1}");

    public static readonly DiagnosticDescriptor SeveralParts = Error("CDC004", "Wire properties in more than one part", "The fields of '{0}' are declared in more than one part, so they have no order");

    public static readonly DiagnosticDescriptor PartialByte = Error("CDC005", "Bit fields do not fill whole bytes", "The bit fields before '{0}' fill {1} bits, which is not a whole number of bytes");

    public static readonly DiagnosticDescriptor BadWidth = Error("CDC006", "Impossible width", "'{0}': {1}");

    public static readonly DiagnosticDescriptor TwoOpenFields = Error("CDC007", "Two open fields in one scope", "'{0}' takes what its scope leaves, and so does '{1}' before it: one of them needs a length");

    public static readonly DiagnosticDescriptor DerivedWithInit = Error("CDC009", "A derived field has an init accessor", "'{0}' is computed when the message is written: it must not have an init accessor");

    public static readonly DiagnosticDescriptor BadRange = Error("CDC010", "Impossible range", "The range {0} to {1} {2}");

    public static readonly DiagnosticDescriptor BadType = Error("CDC011", "The type is not one that a field can have", "'{0}' is of type {1}, which a field cannot have");

    public static readonly DiagnosticDescriptor BadPresence = Error("CDC012", "PresenceOf needs a bool and an optional field", "'{0}': {1}");

    public static readonly DiagnosticDescriptor BadCount = Error("CDC013", "CountOf needs a list", "'{0}' counts '{1}', which is not a list");

    public static readonly DiagnosticDescriptor BadCondition = Error("CDC014", "No such member", "'{0}' is not {1} of {2}");

    public static readonly DiagnosticDescriptor BadTag = Error("CDC015", "A tag must be an enum", "'{0}': {1}");

    public static readonly DiagnosticDescriptor NotCarried = Error("CDC016", "The message has no tag of that table", "{0} has no [Tag] of {1}, the table of its carrier {2}");

    public static readonly DiagnosticDescriptor DuplicateTag = Error("CDC017", "Two messages have one tag", "{0} and {1} are both carried as {2}");

    public static readonly DiagnosticDescriptor LengthOfItself = Error("CDC018", "The range has its own variable-width length", "'{0}' is of variable width and counts itself");

    public static readonly DiagnosticDescriptor BadChecksum = Error("CDC019", "Impossible checksum", "'{0}': {1}");

    public static readonly DiagnosticDescriptor BadTerminator = Error("CDC021", "Impossible terminator or digits", "'{0}': {1}");

    public static readonly DiagnosticDescriptor BadArgument = Error("CDC022", "Arguments do not match parameters", "'{0}': {1}");

    public static readonly DiagnosticDescriptor LengthTooNarrow = Error("CDC023", "The length cannot say so much", "'{0}' says at most {1} bytes, but {2} are always there");

    public static readonly DiagnosticDescriptor BadAlign = Error("CDC025", "Impossible alignment", "'{0}': {1}");

    public static readonly DiagnosticDescriptor BadPrefix = Error("CDC026", "Impossible prefix", "'{0}': {1}");

    public static readonly DiagnosticDescriptor BadSeparated = Error("CDC027", "Impossible separator", "'{0}': {1}");

    public static readonly DiagnosticDescriptor BadWhile = Error("CDC028", "Impossible run of bytes", "'{0}': {1}");

    public static readonly DiagnosticDescriptor BadParameter = Error("CDC029", "Impossible parameter", "'{0}': {1}");

    public static readonly DiagnosticDescriptor TailUnknown = Error("CDC031", "A field behind an open one has no known width", "'{0}' follows the open field '{1}': its width must be known without it");

    public static readonly DiagnosticDescriptor BadOptional = Error("CDC033", "Nothing says whether the field is there", "'{0}': {1}");

    public static readonly DiagnosticDescriptor NameTaken = Error("CDC034", "The name is that of a generated member", "'{0}' is the name of a generated member: choose another");

    public static readonly DiagnosticDescriptor BadMember = Error("CDC036", "The member does not fit", "'{0}' must be {1}");

    public static readonly DiagnosticDescriptor BadBitOrder = Error("CDC037", "Byte order and bit fields do not go together", "'{0}': {1}");

    public static readonly DiagnosticDescriptor SeveralTables = Error("CDC038", "One table per carrier", "'{0}' selects from {1}, but another tag field of the payload from {2}");

    public static readonly DiagnosticDescriptor RequiredTag = Warning("CDC039", "A tag should not be required", "'{0}' is set by what the message carries: it should not be required");

    public static readonly DiagnosticDescriptor NotReachable = Warning("CDC040", "Nothing carries the layer", "No layer of this stack carries {0}, and it is not the first");

    public static readonly DiagnosticDescriptor BadContainer = Error("CDC041", "The type cannot be extended", "'{0}' {1}");

    public static readonly DiagnosticDescriptor NotPartial = Error("CDC042", "The property is not on the wire", "'{0}' is not partial, so it is not on the wire; a message holds nothing else");

    public static readonly DiagnosticDescriptor Contradiction = Error("CDC043", "Attributes contradict each other", "'{0}': {1}");

    public static readonly DiagnosticDescriptor BadToken = Error("CDC045", "Impossible text enum", "'{0}': {1}");

    public static readonly DiagnosticDescriptor NotBuildable = Error("CDC046", "No source has such a field", "{0} cannot be an IBuildable: no source of fields has a {2} for '{1}'");

    public static readonly DiagnosticDescriptor BadPath = Error("CDC047", "Impossible fast path", "The fast path {0}");

    public static readonly DiagnosticDescriptor Internal = Error("CDC099", "The generator failed", "The generator failed at {0}");

    /// <summary>All of them.</summary>
    public static readonly ImmutableArray<DiagnosticDescriptor> All =
    [
        NothingSupplies,
        UnknownField,
        NotReadonlyPartial,
        SeveralParts,
        PartialByte,
        BadWidth,
        TwoOpenFields,
        DerivedWithInit,
        BadRange,
        BadType,
        BadPresence,
        BadCount,
        BadCondition,
        BadTag,
        NotCarried,
        DuplicateTag,
        LengthOfItself,
        BadChecksum,
        BadTerminator,
        BadArgument,
        LengthTooNarrow,
        BadAlign,
        BadPrefix,
        BadSeparated,
        BadWhile,
        BadParameter,
        TailUnknown,
        BadOptional,
        NameTaken,
        BadMember,
        BadBitOrder,
        SeveralTables,
        RequiredTag,
        NotReachable,
        BadContainer,
        NotPartial,
        Contradiction,
        BadToken,
        NotBuildable,
        BadPath,
        Internal,
    ];

    private static DiagnosticDescriptor Error(string id, string title, string message) => Create(id, title, message, DiagnosticSeverity.Error);

    private static DiagnosticDescriptor Warning(string id, string title, string message) => Create(id, title, message, DiagnosticSeverity.Warning);

#pragma warning disable RS2008, RS1033 // Releases are tracked in AnalyzerReleases.*.md; the descriptions are in the documentation.
    private static DiagnosticDescriptor Create(string id, string title, string message, DiagnosticSeverity severity) =>
        new(id, title, message, Category, severity, isEnabledByDefault: true, helpLinkUri: Documentation.Of(id, title));
#pragma warning restore RS2008, RS1033
}

namespace Codecs.Generators.Model;

/// <summary>The user's type, as it must be opened again in another file.</summary>
/// <param name="Namespace">Full name; empty in the global namespace.</param>
/// <param name="Containers">Declarations of the types around it, outermost first: <c>partial class Outer</c>.</param>
/// <param name="Declaration">Its own: <c>readonly ref partial struct Name&lt;T&gt;</c>.</param>
/// <param name="Name">Its simple name, escaped.</param>
/// <param name="FullName">Fully qualified, with type parameters: how other code names it.</param>
/// <param name="HintName">Of the generated file.</param>
/// <param name="IsRef">Is it a ref struct?</param>
/// <param name="IsRecord">Is it a record struct? Then it has a ToString of its own to replace.</param>
/// <param name="HasEquals">Does the user's part declare equality?</param>
/// <param name="HasToString">Does the user's part declare ToString?</param>
/// <param name="ExtensionClass">Name of the static class for its extension members.</param>
/// <param name="Accessibility">Of the extension class; empty if no other code can name the type.</param>
/// <param name="TypeParameters">All type parameters in scope, those of containers first: <c>T, U</c>; empty if there are none.</param>
/// <param name="Constraints">The constraint clauses of these.</param>
internal sealed record TypeModel(
    string Namespace,
    EquatableArray<string> Containers,
    string Declaration,
    string Name,
    string FullName,
    string HintName,
    bool IsRef,
    bool IsRecord,
    bool HasEquals,
    bool HasToString,
    string ExtensionClass,
    string Accessibility,
    string TypeParameters,
    string Constraints);

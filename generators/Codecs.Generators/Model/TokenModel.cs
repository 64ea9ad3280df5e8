namespace Codecs.Generators.Model;

/// <summary>A text enum, for which a table of spellings is generated.</summary>
/// <param name="Enum">Fully qualified.</param>
/// <param name="Namespace">Where the table goes; empty for the global namespace.</param>
/// <param name="Table">The name of the table.</param>
/// <param name="Accessibility">Of the table.</param>
/// <param name="Words">The members in order of declaration.</param>
internal sealed record TokenModel(string Enum, string Namespace, string Table, string Accessibility, EquatableArray<WordModel> Words)
{
    public string HintName => (Namespace.Length == 0 ? Table : Namespace.Replace("@", "") + "." + Table) + ".g.cs";
}

/// <summary>A member of a text enum.</summary>
/// <param name="Member">Fully qualified.</param>
/// <param name="Text">Its spelling, one byte per char.</param>
/// <param name="Bytes">A C# expression for that.</param>
/// <param name="IgnoreCase">Are letters read in either case?</param>
/// <param name="IsAlias">Has a member before it the same value?</param>
internal sealed record WordModel(string Member, string Text, string Bytes, bool IgnoreCase, bool IsAlias)
{
    /// <summary>Number of bytes.</summary>
    public int Length => Text.Length;
}

namespace Codecs.Generators.Model;

/// <summary>A stack: the layers that a packet may have, and how one leads to the next.</summary>
internal sealed record StackModel(TypeModel Type, EquatableArray<LayerModel> Layers, EquatableArray<TableModel> Tables, EquatableArray<PathModel> Paths)
{
    /// <summary>Is a layer on one of the fast paths?</summary>
    public bool IsOnPath(int layer) => Paths.Any(p => p.Layers.Contains(layer));
}

/// <summary>Layers that packets usually have, from the first on.</summary>
/// <param name="Layers">Indexes of layers.</param>
internal sealed record PathModel(EquatableArray<int> Layers);

/// <summary>A layer.</summary>
/// <param name="Name">The property.</param>
/// <param name="Modifiers">Of the property.</param>
/// <param name="Type">Fully qualified.</param>
/// <param name="Accessibility">Of members that name its type.</param>
/// <param name="Table">Index of the table of what it carries; -1 if it carries nothing that has a table here.</param>
internal sealed record LayerModel(string Name, string Modifiers, string Type, string Accessibility, int Table);

/// <summary>A table: which tag leads to which layer.</summary>
/// <param name="Name">For use in names of members.</param>
/// <param name="Type">The enum, fully qualified.</param>
/// <param name="Accessibility">How visible it is.</param>
/// <param name="Entries">Its entries, in order of the layers.</param>
internal sealed record TableModel(string Name, string Type, string Accessibility, EquatableArray<TableEntry> Entries);

/// <summary>Tags that lead to a layer.</summary>
/// <param name="Layer">Index of the layer.</param>
/// <param name="Values">Constants.</param>
/// <param name="Numbers">The same as numbers.</param>
/// <param name="IsNarrowed">Does it depend on the carrier or the field?</param>
internal sealed record TableEntry(int Layer, EquatableArray<string> Values, EquatableArray<ulong> Numbers, bool IsNarrowed);

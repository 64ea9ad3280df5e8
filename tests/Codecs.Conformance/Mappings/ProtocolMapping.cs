using System.Collections;
using System.Text.Json;
using Codecs.Conformance.Corpus;
using Codecs.Conformance.Dissection;

namespace Codecs.Conformance.Mappings;

/// <summary>What both readers know of a layer: given to each rule.</summary>
internal readonly record struct LayerPair(FoundLayer Found, byte[] Frame);

/// <summary>Says what this library has for an expected value: null if it is the same, else what it is.</summary>
internal delegate string? FieldRule(LayerPair pair, JsonElement expected);

/// <summary>How a layer of the other reader corresponds to messages of this library.</summary>
/// <param name="layer">The other reader's name of the layer.</param>
/// <param name="last">The last value that the other reader takes from the header, or the last ones with a bar between them: if none is there, that reader stopped before.</param>
/// <param name="extent">What the length of the layer is the length of.</param>
/// <param name="messages">The message types that are such a layer.</param>
internal sealed class ProtocolMapping(string layer, string last, Extent extent, params string[] messages) : IEnumerable
{
    private readonly Dictionary<string, FieldRule> _rules = [];
    private readonly Dictionary<string, string> _raw = [];

    public ProtocolMapping(string layer, string last, params string[] messages)
        : this(layer, last, Extent.Header, messages)
    {
    }

    public string Layer => layer;

    public IReadOnlyList<string> Messages => messages;

    /// <summary>Is a message of which a part is broken no message to this library, where the other reader shows what comes before the fault?</summary>
    public bool IsWholeOrNothing { get; private set; }

    /// <summary>Did the other reader come to the end of the header?</summary>
    public bool IsComplete(ExpectedLayer expected) => last.Split('|').Any(expected.Has);

    /// <summary>The length that the other reader would give this layer.</summary>
    public int LengthOf(FoundLayer found) => (extent == Extent.Message ? found.End : found.PayloadStart) - found.Offset;

    /// <summary>Rules by the other reader's names of values.</summary>
    public IReadOnlyDictionary<string, FieldRule> Rules => _rules;

    /// <summary>Paths of this library's fields by the other reader's names of fields that it shows with their places.</summary>
    public IReadOnlyDictionary<string, string> Raw => _raw;

    /// <summary>The same mapping, of a message that <see cref="IsWholeOrNothing"/>.</summary>
    public ProtocolMapping WholeOrNothing()
    {
        IsWholeOrNothing = true;
        return this;
    }

    /// <summary>A value.</summary>
    public void Add(string key, FieldRule rule) => _rules.Add(key, rule);

    /// <summary>A value that is this field, or these fields one after the other.</summary>
    public void Add(string key, params string[] fields) => _rules.Add(key, Rule.Same(fields));

    /// <summary>Fields that the other reader shows with their places.</summary>
    public void Add(IReadOnlyDictionary<string, string> raw)
    {
        foreach (var (name, path) in raw)
            _raw.Add(name, path);
    }

    IEnumerator IEnumerable.GetEnumerator() => _rules.GetEnumerator();
}

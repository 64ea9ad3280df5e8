using System.Globalization;
using System.Text.Json;
using Codecs.Conformance.Corpus;
using Codecs.Conformance.Dissection;
using Codecs.Conformance.Mappings;
using Codecs.Protocols;

namespace Codecs.Conformance.Comparison;

/// <summary>Compares the layers of a frame.</summary>
internal sealed class FrameComparison(Outcome outcome, string capture, ExpectedFrame expected, LinkType linkType, byte[] frame)
{
    // What is known of the layer that carries another.
    private enum Lower
    {
        Read,
        Broken,
        Unknown,
    }

    private readonly FrameDissection _dissection = FrameDissection.Of(linkType, frame);
    private readonly HashSet<FoundLayer> _matched = [];

    public void Run()
    {
        // What the layer before was decides whether one that was not found could have been.
        var lower = _dissection.IsKnownLink ? Lower.Read : Lower.Unknown;
        foreach (var layer in expected.Layers)
        {
            if (AllMappings.IsNoHeader(layer.Name))
                continue;
            var mapping = AllMappings.OfLayer(layer.Name);
            if (mapping is null || layer.IsDerived)
                lower = Lower.Unknown;
            else if (Match(mapping, layer) is { } found)
            {
                _matched.Add(found);
                lower = found.Fault is null ? Lower.Read : Lower.Broken;
                Compare(mapping, layer, found);
            }
            else if (lower == Lower.Read)
                Differ(layer, "layer", "present", "absent");
            else if (lower == Lower.Broken)
                outcome.Of(layer.Name).Broken++;
            else
                outcome.Of(layer.Name).NotReached++;
        }
        foreach (var layer in _dissection.Layers)
            Check(layer);
    }

    private FoundLayer? Match(ProtocolMapping mapping, ExpectedLayer layer) => _dissection.Layers.FirstOrDefault(found =>
        found.Offset == layer.Offset && found.IsQuoted == layer.IsQuoted && mapping.Messages.Contains(found.Message) && !_matched.Contains(found));

    private void Compare(ProtocolMapping mapping, ExpectedLayer layer, FoundLayer found)
    {
        if (found.Fault is not null)
        {
            if (mapping.IsComplete(layer) && !(mapping.IsWholeOrNothing && (expected.IsStopped || layer.IsQuoted)))
                Differ(layer, "layer", "well-formed", found.Fault);
            else
                outcome.Of(layer.Name).Broken++;
            return;
        }
        var tally = outcome.Of(layer.Name);
        tally.Layers++;
        if (mapping.IsComplete(layer))
            Same(layer, "len", layer.Length, mapping.LengthOf(found));
        if (layer.Fields is not { } fields)
            return;
        var pair = new LayerPair(found, frame);
        foreach (var field in fields.EnumerateObject())
        {
            tally.Fields++;
            string? other = mapping.Rules.TryGetValue(field.Name, out var rule) ? rule(pair, field.Value) : "no rule for it";
            if (other is not null && !(other == Rule.Absent && IsBrokenFor(found)))
                Differ(layer, field.Name, field.Value.ToString(), other);
        }
        if (mapping.Rules.ContainsKey("trailer") && !layer.Has("trailer") && found.Trailer is { } trailer && trailer.End > trailer.Start && !expected.IsStopped)
            Differ(layer, "trailer", "none", $"{trailer.End - trailer.Start} bytes");
        if (layer.Raw is { } raw)
            CompareRaw(mapping, layer, found, raw);
    }

    // [name, offset, size, hex]
    private void CompareRaw(ProtocolMapping mapping, ExpectedLayer layer, FoundLayer found, JsonElement raw)
    {
        foreach (var field in raw.EnumerateArray())
        {
            if (!mapping.Raw.TryGetValue(field[0].GetString()!, out string? path))
                continue;
            outcome.Of(layer.Name).Fields++;
            int offset = field[1].GetInt32(), size = field[2].GetInt32();
            string other = found.FindAt(path, offset) is not { } value ? Rule.Absent
                : value.Number is { } number && value.BitWidth == size * 8 ? number.ToString($"x{size * 2}", CultureInfo.InvariantCulture)
                : value.Length < size ? $"{value.Length} bytes"
                : Convert.ToHexStringLower(frame.AsSpan(value.Offset, size));
            if (field[3].GetString() is { } hex && hex != other && !(other == Rule.Absent && IsBrokenFor(found)))
                Differ(layer, field[0].GetString()!, $"{hex} at {offset}", other);
        }
    }

    // A message within a layer parses or does not; the other reader shows what comes before the fault.
    private bool IsBrokenFor(FoundLayer found) => expected.IsStopped && (found.HasBrokenPart || found.HasBrokenList);

    private void Check(FoundLayer layer)
    {
        var mapping = AllMappings.OfMessage(layer.Message).FirstOrDefault();
        string name = mapping?.Layer ?? layer.Message.ToLowerInvariant();
        if (mapping is not null && layer.Fault is null && !_matched.Contains(layer))
        {
            if (expected.IsStopped && (expected.Layers.Count == 0 || layer.Offset >= expected.Layers[^1].Offset))
                outcome.Of(name).Beyond++;
            else
                Differ(name, layer.Offset, "layer", "absent", "present");
        }
        if (layer.Fault is not null)
            return;
        if (layer.WriteFault is null)
            outcome.Of(name).WrittenBack++;
        else
            Differ(name, layer.Offset, "bytes", "the same when written", layer.WriteFault);
        if (layer.PlaceFault is not null)
            Differ(name, layer.Offset, "places", "where the frame has them", layer.PlaceFault);
    }

    private void Same(ExpectedLayer layer, string field, int other, int found)
    {
        outcome.Of(layer.Name).Fields++;
        if (other != found)
            Differ(layer, field, other.ToString(CultureInfo.InvariantCulture), found.ToString(CultureInfo.InvariantCulture));
    }

    private void Differ(ExpectedLayer layer, string field, string other, string found) => Differ(layer.Name, layer.Offset, field, other, found);

    private void Differ(string layer, int offset, string field, string other, string found) =>
        outcome.Add(new(capture, expected.Number, layer, offset, field, other, found) { Context = expected });
}

namespace Codecs.Conformance.Comparison;

/// <summary>What came out of comparing a capture, or many.</summary>
internal sealed class Outcome
{
    private readonly SortedDictionary<string, Tally> _protocols = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _reasons = [];
    private readonly List<Difference> _unexplained = [];

    public IReadOnlyDictionary<string, Tally> Protocols => _protocols;

    /// <summary>How many differences each explanation is for.</summary>
    public IReadOnlyDictionary<string, int> Reasons => _reasons;

    public IReadOnlyList<Difference> Unexplained => _unexplained;

    public int Captures { get; set; }

    /// <summary>Frames without an unexplained difference.</summary>
    public int Passed { get; private set; }

    /// <summary>Frames with one; a capture that cannot be read counts as a frame.</summary>
    public int Failed { get; private set; }

    /// <summary>Frames and other records that one of the readers does not read, for a reason that is known.</summary>
    public int Skipped { get; set; }

    public Tally Of(string protocol)
    {
        if (!_protocols.TryGetValue(protocol, out var tally))
            _protocols[protocol] = tally = new();
        return tally;
    }

    /// <summary>Counts a difference, as explained or not.</summary>
    /// <returns>True if it is explained.</returns>
    public bool Add(Difference difference)
    {
        if (Explained.Find(difference) is { } explanation)
        {
            _reasons[explanation.Reason] = _reasons.GetValueOrDefault(explanation.Reason) + 1;
            Of(difference.Layer).Explained++;
            return true;
        }
        _unexplained.Add(difference);
        Of(difference.Layer).Unexplained++;
        return false;
    }

    /// <summary>Counts a frame that only one of the readers has.</summary>
    public void AddLone(Difference difference)
    {
        if (Add(difference))
            Skipped++;
        else
            Failed++;
    }

    /// <summary>Counts a frame.</summary>
    /// <param name="before">How many unexplained differences there were before it.</param>
    public void EndFrame(int before)
    {
        if (_unexplained.Count == before)
            Passed++;
        else
            Failed++;
    }

    public void Merge(Outcome other)
    {
        foreach (var (protocol, tally) in other._protocols)
            Of(protocol).Add(tally);
        foreach (var (reason, count) in other._reasons)
            _reasons[reason] = _reasons.GetValueOrDefault(reason) + count;
        _unexplained.AddRange(other._unexplained);
        Captures += other.Captures;
        Passed += other.Passed;
        Failed += other.Failed;
        Skipped += other.Skipped;
    }
}

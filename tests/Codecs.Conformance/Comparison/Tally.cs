namespace Codecs.Conformance.Comparison;

/// <summary>What was compared of a protocol.</summary>
internal sealed class Tally
{
    /// <summary>Layers that both readers have.</summary>
    public int Layers { get; set; }

    /// <summary>Values that both readers have.</summary>
    public int Fields { get; set; }

    public int Explained { get; set; }

    public int Unexplained { get; set; }

    /// <summary>Layers that gave the same bytes when they were written again.</summary>
    public int WrittenBack { get; set; }

    /// <summary>Layers that neither reader could read to the end of their header, and what one of them shows above these.</summary>
    public int Broken { get; set; }

    /// <summary>Layers of the other reader that are carried by something that this library has no definition for.</summary>
    public int NotReached { get; set; }

    /// <summary>Layers of this library behind the place where the other reader stopped.</summary>
    public int Beyond { get; set; }

    public void Add(Tally other)
    {
        Layers += other.Layers;
        Fields += other.Fields;
        Explained += other.Explained;
        Unexplained += other.Unexplained;
        WrittenBack += other.WrittenBack;
        Broken += other.Broken;
        NotReached += other.NotReached;
        Beyond += other.Beyond;
    }
}

namespace Codecs.Protocols;

// RFC 4343: names are compared without regard to the case of ASCII letters; all other octets are what they are.
public readonly ref partial struct DnsName
{
    private static readonly ulong s_seed = (ulong)Random.Shared.NextInt64();

    /// <summary>Are these the same name, whatever the case of their letters and however they are encoded?</summary>
    public bool Equals(DnsName other)
    {
        if (IsUnmeasured || other.IsUnmeasured)
            return Measured.Equals(other.Measured);
        if (Length != other.Length || LabelCount != other.LabelCount)
            return false;
        // The lengths of labels are no letters, so whole names can be compared as text.
        if (IsContiguous && other.IsContiguous)
            return LetterCase.AreEqual(Contiguous, other.Contiguous);
        var others = other.GetEnumerator();
        foreach (var label in this)
        {
            others.MoveNext();
            if (!LetterCase.AreEqual(label, others.Current))
                return false;
        }
        return true;
    }

    /// <summary>Is this the same name as, or one below, <paramref name="ancestor"/>? Every name is one of the root's.</summary>
    public bool IsSubdomainOf(DnsName ancestor) => LabelCount >= ancestor.LabelCount && Suffix(ancestor.LabelCount).Equals(ancestor);

    /// <summary>False: a name cannot be an object.</summary>
    public override bool Equals(object? obj) => false;

    /// <summary>A hash that is the same for equal names, however they are encoded. It differs from run to run.</summary>
    public override int GetHashCode()
    {
        if (IsUnmeasured)
            return Measure().GetHashCode();
        if (IsContiguous)
            return LetterCase.Hash(Contiguous, s_seed);
        Span<byte> name = stackalloc byte[MaxLength];
        TryExpand(name, out int length);
        return LetterCase.Hash(name[..length], s_seed);
    }

    /// <summary>Are these the same name?</summary>
    public static bool operator ==(DnsName left, DnsName right) => left.Equals(right);

    /// <summary>Are these different names?</summary>
    public static bool operator !=(DnsName left, DnsName right) => !left.Equals(right);
}

using System.Runtime.CompilerServices;

namespace Codecs.Protocols;

// The labels, and the names above.
public readonly ref partial struct DnsName
{
    /// <summary>The name without its first label; the root for the root.</summary>
    public DnsName Parent => Suffix(Math.Max(LabelCount - 1, 0));

    /// <summary>Walks the labels from the first to the last, as they are on the wire and without the root's, which is empty.</summary>
    public Enumerator GetEnumerator() => new(this);

    /// <summary>The name of the last labels: <c>Suffix(1)</c> of www.example.com is com, <c>Suffix(0)</c> the root.</summary>
    /// <param name="labelCount">How many labels it has.</param>
    /// <exception cref="ArgumentOutOfRangeException">The name has not so many labels.</exception>
    public DnsName Suffix(int labelCount)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)labelCount, (uint)LabelCount);
        if (labelCount == LabelCount)
            return this;
        if (labelCount == 0)
            return default;
        var labels = GetEnumerator();
        int length = Length;
        for (int skipped = LabelCount - labelCount; skipped > 0; skipped--)
        {
            labels.MoveNext();
            length -= labels.Current.Length + 1;
        }
        return IsText
            ? new(_bytes[labels.Next..], TextForm, length, labelCount)
            : new(_bytes, Follow(_bytes, labels.Next), length, labelCount | _shape & PointersWithin);
    }

    /// <summary>Copies the name as it is uncompressed: every label behind its length, and the root (RFC 1035 section 3.1).</summary>
    /// <param name="destination">Where to; <see cref="MaxLength"/> bytes are always enough.</param>
    /// <param name="bytesWritten"><see cref="Length"/>; 0 if that did not fit.</param>
    /// <returns>False if the destination is too small.</returns>
    public bool TryExpand(Span<byte> destination, out int bytesWritten)
    {
        bytesWritten = 0;
        if (destination.Length < Length)
            return false;
        bytesWritten = Length;
        if (IsContiguous)
            Contiguous.CopyTo(destination);
        else
            ExpandLabels(destination);
        return true;
    }

    private void ExpandLabels(Span<byte> destination)
    {
        int written = 0;
        foreach (var label in this)
        {
            destination[written] = (byte)label.Length;
            label.CopyTo(destination[(written + 1)..]);
            written += label.Length + 1;
        }
        destination[written] = 0;
    }

    /// <summary>Walks the labels of a name.</summary>
    public ref struct Enumerator
    {
        private readonly ReadOnlySpan<byte> _bytes;
        private readonly bool _isText;
        private ReadOnlySpan<byte> _label;
        private int _left;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal Enumerator(DnsName name)
        {
            _bytes = name._bytes;
            _isText = name.IsText;
            _left = name.LabelCount;
            Next = Math.Max(name._start, 0);
        }

        /// <summary>The label: 1 to 63 octets of any value.</summary>
        public readonly ReadOnlySpan<byte> Current => _label;

        // Where the next label is, or a pointer to it.
        internal int Next { get; private set; }

        /// <summary>Goes to the next label; false after the last.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public bool MoveNext()
        {
            if (_left == 0)
                return false;
            _left--;
            if (_isText)
                return MoveNextInText();
            int at = Next, length = _bytes[at];
            if (length > MaxLabelLength)
            {
                at = Follow(_bytes, at);
                length = _bytes[at];
            }
            _label = _bytes.Slice(at + 1, length);
            Next = at + 1 + length;
            return true;
        }

        private bool MoveNextInText()
        {
            var rest = _bytes[Next..];
            int dot = rest.IndexOf((byte)'.');
            _label = dot < 0 ? rest : rest[..dot];
            Next += _label.Length + 1;
            return true;
        }
    }
}

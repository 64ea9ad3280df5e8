using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Codecs.Protocols;

// The labels, and the names above.
public readonly ref partial struct DnsName
{
    /// <summary>The name without its first label; the root for the root.</summary>
    public DnsName Parent
    {
        get
        {
            var name = Measured;
            return name.Suffix(Math.Max(name.LabelCount - 1, 0));
        }
    }

    /// <summary>Walks the labels from the first to the last, as they are on the wire and without the root's, which is empty.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Enumerator GetEnumerator() => new(this);

    /// <summary>The name of the last labels: <c>Suffix(1)</c> of www.example.com is com, <c>Suffix(0)</c> the root.</summary>
    /// <param name="labelCount">How many labels it has.</param>
    /// <exception cref="ArgumentOutOfRangeException">The name has not so many labels.</exception>
    public DnsName Suffix(int labelCount)
    {
        if (IsUnmeasured)
            return Measure().Suffix(labelCount);
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
            ? new(_bytes[labels.Next..], 0, length, labelCount, form: Form.Text)
            : FromRun(labels.Next, length, labelCount);
    }

    // The end of this name, from there on.
    private DnsName FromRun(int at, int length, int labelCount)
    {
        int before = at - Start;
        if (Head == 0)
            return new(_bytes, at, length, labelCount);
        if (before > 0 && before < Head)
            return new(_bytes, at, length, labelCount, Head - before, HasManyPointers ? Form.ManyPointers : Form.Message);
        at = Follow(_bytes, at);
        return HasManyPointers ? FromRuns(at, length, labelCount) : new(_bytes, at, length, labelCount);
    }

    // The octets before the next pointer, if one comes.
    private DnsName FromRuns(int start, int length, int labelCount)
    {
        int at = start, left = labelCount;
        for (; left > 0 && _bytes[at] <= MaxLabelLength; left--)
            at += _bytes[at] + 1;
        return _bytes[at] == 0 ? new(_bytes, start, length, labelCount) : new(_bytes, start, length, labelCount, at - start, Form.ManyPointers);
    }

    /// <summary>Copies the name as it is uncompressed: every label behind its length, and the root (RFC 1035 section 3.1).</summary>
    /// <param name="destination">Where to; <see cref="MaxLength"/> bytes are always enough. Up to 31 bytes more than those of the name may be overwritten.</param>
    /// <param name="bytesWritten"><see cref="Length"/>; 0 if that did not fit.</param>
    /// <returns>False if the destination is too small.</returns>
    public bool TryExpand(Span<byte> destination, out int bytesWritten)
    {
        bytesWritten = 0;
        if (IsUnmeasured)
        {
            if (destination.Length < MaxLength)
                return Measure().TryExpand(destination, out bytesWritten);
            bytesWritten = ExpandUnmeasured(_bytes, Start, destination);
            return true;
        }
        if (destination.Length < Length)
            return false;
        bytesWritten = Length;
        if (IsText || IsRoot)
            ExpandText(destination);
        else
            ExpandRuns(destination);
        return true;
    }

    private void ExpandRuns(Span<byte> destination)
    {
        int head = Head;
        if (head == 0)
        {
            Copy(_bytes, Start, destination, 0, Length);
            return;
        }
        Copy(_bytes, Start, destination, 0, head);
        int at = Follow(_bytes, Start + head);
        if (HasManyPointers)
            ExpandRest(at, destination, head);
        else
            Copy(_bytes, at, destination, head, Length - head);
    }

    // A run is copied before it is known how long it is: most are short.
    private static int ExpandUnmeasured(ReadOnlySpan<byte> message, int start, Span<byte> destination)
    {
        for (int written = 0; ;)
        {
            int copied = 0;
            if (message.Length - start >= Step && destination.Length - written >= Step)
            {
                Vector256.Create(message.Slice(start, Step)).CopyTo(destination.Slice(written, Step));
                copied = Step;
            }
            int at = start, octet = 0;
            for (; (uint)at < (uint)message.Length; at += octet + 1)
            {
                octet = message[at];
                if ((uint)(octet - 1) >= MaxLabelLength)
                    break;
            }
            int length = at - start;
            if ((uint)at >= (uint)message.Length || written + length >= MaxLength)
                throw Changed();
            if (length > copied)
                Copy(message, start + copied, destination, written + copied, length - copied);
            written += length;
            if (octet == 0)
            {
                destination[written] = 0;
                return written + 1;
            }
            if (octet < PointerMark || at + 1 >= message.Length || (PointerAt(message, at) & MaxPointer) is var target && target >= start)
                throw Changed();
            start = target;
        }
    }

    private void ExpandRest(int at, Span<byte> destination, int written)
    {
        while (_bytes[at] != 0)
        {
            int start = at;
            while (_bytes[at] is not 0 and <= MaxLabelLength)
                at += _bytes[at] + 1;
            Copy(_bytes, start, destination, written, at - start);
            written += at - start;
            at = Follow(_bytes, at);
        }
        destination[written] = 0;
    }

    // The text is copied one further, and its dots become lengths.
    private void ExpandText(Span<byte> destination)
    {
        if (IsRoot)
        {
            destination[0] = 0;
            return;
        }
        int size = _bytes.Length, lengthAt = 0;
        Copy(_bytes, 0, destination[1..], 0, size);
        if (size <= OctetMask.MaxLength)
        {
            for (uint dots = OctetMask.Of(_bytes, (byte)'.'); dots != 0; dots &= dots - 1)
            {
                int dot = BitOperations.TrailingZeroCount(dots) + 1;
                destination[lengthAt] = (byte)(dot - lengthAt - 1);
                lengthAt = dot;
            }
        }
        else
        {
            for (int left = LabelCount - 1; left > 0; left--)
            {
                int length = _bytes[lengthAt..].IndexOf((byte)'.');
                destination[lengthAt] = (byte)length;
                lengthAt += length + 1;
            }
        }
        destination[lengthAt] = (byte)(size - lengthAt);
        destination[size + 1] = 0;
    }

    // Bytes that are copied at a time.
    private const int Step = 32;

    // Whole steps, and some too many where there is room for them: most runs are short.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Copy(ReadOnlySpan<byte> source, int from, Span<byte> destination, int to, int length)
    {
        int most = (length + Step - 1) & -Step;
        if (source.Length - from < most || destination.Length - to < most)
        {
            source.Slice(from, length).CopyTo(destination[to..]);
            return;
        }
        for (int i = 0; i < length; i += Step)
            Vector256.Create(source.Slice(from + i, Step)).CopyTo(destination.Slice(to + i, Step));
    }

    /// <summary>Walks the labels of a name.</summary>
    public ref struct Enumerator
    {
        private readonly ReadOnlySpan<byte> _bytes;

        // The label, or what comes before the first.
        private int _at;
        private int _length;

        // Labels to come; less than 0 in a text.
        private int _left;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal Enumerator(DnsName name)
        {
            _bytes = name._bytes;
            // The labels of a name that was not measured are as many as come before the root.
            int labels = name.IsUnmeasured ? MaxLabels : (byte)(name._shape >> 48);
            _at = name.IsText ? -1 : name.Start;
            _left = name.IsText ? -labels : labels;
        }

        /// <summary>The label: 1 to 63 octets of any value.</summary>
        public readonly ReadOnlySpan<byte> Current
        {
            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            get => _bytes.Slice(_at, _length);
        }

        // Where the next label is, or a pointer to it.
        internal readonly int Next => _at + _length + (_left < 0 ? 1 : 0);

        /// <summary>Goes to the next label; false after the last.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public bool MoveNext()
        {
            if (_left <= 0)
            {
                if (_left == 0)
                    return false;
                _at += _length + 1;
                _length = LengthInText(_bytes, _at);
                _left++;
                return true;
            }
            int next = _at + _length, length = _bytes[next];
            if ((uint)(length - 1) >= MaxLabelLength)
            {
                next = Follow(_bytes, next);
                length = _bytes[next];
            }
            _at = next + 1;
            _length = length;
            _left = length == 0 ? 0 : _left - 1;
            return length != 0;
        }

        // Static, so that the enumerator itself stays in registers.
        [MethodImpl(MethodImplOptions.NoInlining)]
        private static int LengthInText(ReadOnlySpan<byte> text, int at) => text[at..].IndexOf((byte)'.') is var length and >= 0 ? length : text.Length - at;
    }
}

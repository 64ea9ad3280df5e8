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
        at = Follow(_bytes, at, at);
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
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryExpand(Span<byte> destination, out int bytesWritten)
    {
        if (destination.Length < MaxLength && !Fits(_bytes, _shape, destination.Length))
        {
            bytesWritten = 0;
            return false;
        }
        bytesWritten = Expand(_bytes, _shape, destination);
        return true;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool Fits(ReadOnlySpan<byte> bytes, ulong shape, int room) => new DnsName(bytes, shape).Length <= room;

    // Where there is room for it. All goes in by value, so that the name need not be in memory.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Expand(ReadOnlySpan<byte> bytes, ulong shape, Span<byte> destination)
    {
        var form = (Form)(shape >> 56);
        int start = (ushort)shape, length = (byte)(shape >> 32) + 1, head = (byte)(shape >> 40);
        if (form is Form.Unmeasured or Form.ManyPointers)
            return ExpandRuns(bytes, start, destination);
        if (form == Form.Text || bytes.IsEmpty)
        {
            ExpandText(bytes, (byte)(shape >> 48), destination);
        }
        else if (head == 0)
        {
            Copy(bytes, start, destination, 0, length);
        }
        else
        {
            Copy(bytes, start, destination, 0, head);
            Copy(bytes, Follow(bytes, start + head, start), destination, head, length - head);
        }
        return length;
    }

    // A run is copied before it is known how long it is: most are short.
    private static int ExpandRuns(ReadOnlySpan<byte> message, int start, Span<byte> destination)
    {
        for (int written = 0; ;)
        {
            start = Follow(message, start, start);
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

    // The text is copied one further, and its dots become lengths.
    private static void ExpandText(ReadOnlySpan<byte> text, int labels, Span<byte> destination)
    {
        if (labels == 0)
        {
            destination[0] = 0;
            return;
        }
        int size = text.Length, lengthAt = 0;
        if (size < OctetMask.MaxLength && destination.Length > OctetMask.MaxLength)
        {
            ExpandShortText(text, destination);
            return;
        }
        if (size is >= OctetMask.MaxLength and <= MaxShortText && destination.Length > MaxShortText)
        {
            ExpandEnds(text, destination);
            return;
        }
        Copy(text, 0, destination[1..], 0, size);
        for (int left = labels - 1; left > 0; left--)
        {
            int length = text[lengthAt..].IndexOf((byte)'.');
            destination[lengthAt] = (byte)length;
            lengthAt += length + 1;
        }
        destination[lengthAt] = (byte)(size - lengthAt);
        destination[size + 1] = 0;
    }

    // All but the first length is put together in a register and stored at once: what reads it right afterwards, in parts, does not wait.
    private static void ExpandShortText(ReadOnlySpan<byte> text, Span<byte> destination)
    {
        var octets = OctetMask.Load(text);
        uint dots = OctetMask.Of(octets, (byte)'.');
        destination[0] = (byte)Math.Min(text.Length, BitOperations.TrailingZeroCount(dots));
        while (dots != 0)
        {
            int dot = BitOperations.TrailingZeroCount(dots);
            dots &= dots - 1;
            int length = Math.Min(text.Length, BitOperations.TrailingZeroCount(dots)) - dot - 1;
            octets = Vector256.ConditionalSelect(Vector256.Equals(Vector256<byte>.Indices, Vector256.Create((byte)dot)), Vector256.Create((byte)length), octets);
        }
        octets.CopyTo(destination.Slice(1, Step));
    }

    // The same in two registers, which have some octets both.
    private static void ExpandEnds(ReadOnlySpan<byte> text, Span<byte> destination)
    {
        int size = text.Length, lastAt = size - OctetMask.MaxLength;
        var (first, last) = OctetMask.LoadEnds(text);
        ulong dots = OctetMask.Of(first, last, size, (byte)'.');
        destination[0] = (byte)Math.Min(size, BitOperations.TrailingZeroCount(dots));
        while (dots != 0)
        {
            int dot = BitOperations.TrailingZeroCount(dots);
            dots &= dots - 1;
            var length = Vector256.Create((byte)(Math.Min(size, BitOperations.TrailingZeroCount(dots)) - dot - 1));
            first = Vector256.ConditionalSelect(Vector256.Equals(Vector256<byte>.Indices, Vector256.Create((byte)dot)), length, first);
            last = Vector256.ConditionalSelect(Vector256.Equals(Vector256<byte>.Indices, Vector256.Create((byte)(dot - lastAt))), length, last);
        }
        first.CopyTo(destination.Slice(1, Step));
        last.CopyTo(destination.Slice(1 + lastAt, Step));
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
        private const int InText = -1;

        private readonly ReadOnlySpan<byte> _bytes;

        // Where the run of labels starts, before which its pointer must lead; InText where there are no pointers.
        private int _run;

        // Where the label ends. In a message the length of the next one is there, or a pointer to that; in a text a dot.
        private int _end;
        private int _length;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal Enumerator(DnsName name)
        {
            _bytes = name._bytes;
            // The default of a name has no bytes: it is as a text without labels.
            _run = _end = name.IsText || name._bytes.IsEmpty ? InText : name.Start;
        }

        /// <summary>The label: 1 to 63 octets of any value.</summary>
        public readonly ReadOnlySpan<byte> Current
        {
            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            get => _bytes.Slice(_end - _length, _length);
        }

        // Where the next label is, or a pointer to it.
        internal readonly int Next => _run == InText ? _end + 1 : _end;

        /// <summary>Goes to the next label; false after the last.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public bool MoveNext()
        {
            var bytes = _bytes;
            int at = _end;
            if (_run != InText && (uint)at < (uint)bytes.Length)
            {
                int length = bytes[at];
                if ((uint)(length - 1) < MaxLabelLength)
                {
                    // The walk needs no more than where it is.
                    _end = at + length + 1;
                    _length = length;
                    return true;
                }
                if (length == 0)
                {
                    _length = 0;
                    return false;
                }
            }
            long step = Step(_bytes, at, _run);
            _end = (int)(step & int.MaxValue);
            _length = (byte)(step >> 32);
            _run = (int)(step >> 40);
            return _length != 0;
        }

        // The next label of a text, or after a pointer, as its end:32, its length:8, and the run:24. Static, so that the enumerator itself stays in registers.
        [MethodImpl(MethodImplOptions.NoInlining)]
        private static long Step(ReadOnlySpan<byte> bytes, int at, int run)
        {
            if (run == InText)
            {
                // The last label is followed by nothing.
                int next = Math.Min(at + 1, bytes.Length), dot = bytes[next..].IndexOf((byte)'.');
                int size = dot < 0 ? bytes.Length - next : dot;
                return (long)InText << 40 | (long)size << 32 | (uint)(next + size);
            }
            int start = Follow(bytes, at, run), length = bytes[start];
            int end = length == 0 ? start : start + length + 1;
            return (long)start << 40 | (long)length << 32 | (uint)end;
        }
    }
}

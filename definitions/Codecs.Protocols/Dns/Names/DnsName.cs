using System.Runtime.CompilerServices;

namespace Codecs.Protocols;

/// <summary>A domain name (RFC 1035 sections 3.1 and 4.1.4): a window into a message, or into a text. Names are compared without case (RFC 4343).</summary>
/// <remarks>
/// A parsed name has been followed to its end: nothing that is done with it afterwards fails. It holds no copy, so it lives as long as
/// the message, or the text. The default is the root. A name is made from a text by conversion (<c>Name = "example.com"u8</c>), and
/// written compressed.
/// </remarks>
[BackReferences]
public readonly ref partial struct DnsName : ICodec<DnsName>
{
    /// <summary>Most octets of a name, with the lengths of its labels and the root (RFC 1035 section 2.3.4).</summary>
    public const int MaxLength = 255;

    /// <summary>Most octets of a label (RFC 1035 section 2.3.4).</summary>
    public const int MaxLabelLength = 63;

    /// <summary>Most labels of a name, not counting the root: one octet in each.</summary>
    public const int MaxLabels = 127;

    // Offsets are within a DNS message, which has at most that many octets (RFC 1035 section 4.2.2).
    private const int MaxOffset = ushort.MaxValue;

    // RFC 1035 section 4.1.4: the two high bits of a pointer are ones; they are zeros in the length of a label.
    private const int PointerMark = 0xC0;
    private const int PointerSize = 2;
    private const int MaxPointer = 0x3FFF;

    // The message, or the text without its last dot.
    private readonly ReadOnlySpan<byte> _bytes;

    // What is no name has no shape.
    private const ulong NoShape = ulong.MaxValue;

    // The rest in one word, which is copied faster than many small fields: start:16 | pointer:16 | length less one:8 | head:8 | labels:8 | form:8
    private readonly ulong _shape;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private DnsName(ReadOnlySpan<byte> bytes, int start, int length, int labels, int head = 0, Form form = Form.Message, int pointer = 0)
    {
        _bytes = bytes;
        _shape = ShapeOf(start, length, labels, head, form, pointer);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private DnsName(ReadOnlySpan<byte> message, ulong shape)
    {
        _bytes = message;
        _shape = shape;
    }

    private enum Form : byte
    {
        // In a message, with at most one pointer after labels.
        Message,

        // In a message, with more pointers after that.
        ManyPointers,

        Text,

        // In a message, found right before: nothing is known but where it starts, with a label or a pointer.
        Unmeasured,
    }

    /// <summary>Is this the root, the name without labels?</summary>
    public bool IsRoot => Length == 1;

    /// <summary>Octets of the name where it is not compressed: 1 for the root, at most <see cref="MaxLength"/>.</summary>
    public int Length => (byte)(Measured._shape >> 32) + 1;

    /// <summary>The number of labels, not counting the root.</summary>
    public int LabelCount => (byte)(Measured._shape >> 48);

    static bool IWritable.IsCompressed => true;

    // Where the first label is, after any pointer that the name begins with.
    private int Start => (ushort)_shape;

    // The pointer that the name begins with, as it stands in the message; 0 if it begins with a label.
    private int Pointer => (ushort)(_shape >> 16);

    // Octets of the labels before the first pointer after them; 0 if there is none.
    private int Head => (byte)(_shape >> 40);

    private bool HasManyPointers => _shape >> 56 == (ulong)Form.ManyPointers;

    private bool IsText => _shape >> 56 == (ulong)Form.Text;

    private bool IsUnmeasured => _shape >> 56 == (ulong)Form.Unmeasured;

    // The same name, of which everything else here is known.
    private DnsName Measured
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => IsUnmeasured ? Measure() : this;
    }

    // Is all of the name in one place, as it would be uncompressed?
    private bool IsContiguous => Head == 0 && !IsText && !_bytes.IsEmpty;

    private ReadOnlySpan<byte> Contiguous => _bytes.Slice(Start, Length);

    /// <summary>Parses a name at <paramref name="offset"/> of a DNS message, following its pointers.</summary>
    /// <remarks>
    /// A pointer must point to before the run of labels that it ends, and everything that it leads to, up to the next pointer, must lie
    /// before that run as well: what stands before a name is all that it depends on, and it has an end.
    /// </remarks>
    /// <param name="message">The DNS message from its start, to where the name must end.</param>
    /// <param name="offset">Where the name starts.</param>
    /// <param name="context">Not used.</param>
    /// <param name="name">The name.</param>
    /// <returns>
    /// <see cref="ParseError.Value"/> for a label type that does not exist and for a pointer that is not allowed, <see cref="ParseError.Limit"/>
    /// for more than 255 octets and for more pointers than there can be labels.
    /// </returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ParseResult TryParse(ReadOnlySpan<byte> message, int offset, scoped ParseContext context, out DnsName name)
    {
        ulong shape = MeasureAt(message, offset);
        if (shape != NoShape)
        {
            name = new(message, shape);
            return ParseResult.Done(SizeAt(shape, offset));
        }
        name = default;
        return Fault(message, offset);
    }

    // Most names of records are a pointer to a name that was met before.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static int ICodec<DnsName>.Skip(ReadOnlySpan<byte> message, int offset, ref ulong memory)
    {
        int second = offset + 1;
        if ((uint)second < (uint)message.Length && message[offset] >= PointerMark && second <= MaxOffset && Recall(memory, PointerAt(message, offset) & MaxPointer) != 0)
            return offset + PointerSize;
        long found = SkipOther(message, offset, memory);
        if (found >> 32 > 0)
            memory = memory << 24 | (ulong)found >> 32;
        return (int)found;
    }

    // The walk without what is to be known of the name afterwards: where it ends, and above that what to remember; -1 for what is none.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static long SkipOther(ReadOnlySpan<byte> message, int offset, ulong memory)
    {
        int at = offset, octet = 0;
        for (; (uint)at < (uint)message.Length; at += octet + 1)
        {
            octet = message[at];
            if ((uint)(octet - 1) >= MaxLabelLength)
                break;
        }
        int head = at - offset;
        if ((uint)at >= (uint)message.Length || head >= MaxLength || offset > MaxOffset)
            return -1;
        if (octet == 0)
            return (long)Memory(offset, head + 1) << 32 | (uint)(at + 1);
        if (octet < PointerMark || at + 1 >= message.Length || (PointerAt(message, at) & MaxPointer) is var target && target >= offset)
            return -1;
        long end = at + PointerSize;
        int octets = Recall(memory, target);
        if (octets == 0)
        {
            octets = OctetsAt(message, target, offset, out int pointers);
            // Another name may come there through a pointer more: as many as this one must be allowed in all.
            if (octets != 0 && pointers < MaxLabels / 2)
                end |= (long)Memory(target, octets) << 32;
        }
        return octets == 0 || head + octets > MaxLength ? -1 : end;
    }

    // The octets of a name that was met at that place; 0 for another one. What is remembered are two names, each as its place:16 and its octets:8.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Recall(ulong memory, int place) =>
        (ushort)memory == place ? (byte)(memory >> 16) : (ushort)(memory >> 24) == place ? (byte)(memory >> 40) : 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Memory(int place, int octets) => (uint)octets << 16 | (uint)place;

    // The octets of the name at a place that a pointer leads to, all of which must be right and its first run before a limit; 0 if it is not.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int OctetsAt(ReadOnlySpan<byte> message, int place, int limit, out int pointers)
    {
        int at = place, start = place, octets = 0;
        // With the pointer that led here they are as many as a name may have.
        for (pointers = 1; pointers < MaxLabels; pointers++)
        {
            var run = message[..limit];
            int octet = 0;
            for (; (uint)at < (uint)run.Length; at += octet + 1)
            {
                octet = run[at];
                if ((uint)(octet - 1) >= MaxLabelLength)
                    break;
            }
            octets += at - start;
            if ((uint)at >= (uint)run.Length || octets >= MaxLength)
                return 0;
            if (octet == 0)
                return octets + 1;
            if (octet < PointerMark || at + 1 >= limit || (PointerAt(message, at) & MaxPointer) is var target && target >= start)
                return 0;
            limit = start;
            start = at = target;
        }
        return 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static int ICodec<DnsName>.Load(ReadOnlySpan<byte> message, int offset, out DnsName name)
    {
        ulong shape = MeasureAt(message, offset);
        name = new(message, shape);
        return shape == NoShape ? -1 : offset + SizeAt(shape, offset);
    }

    static bool ICodec<DnsName>.IsRestorable => true;

    // Where it ends is all that a message must know of it.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static int ICodec<DnsName>.Restore(ReadOnlySpan<byte> message, int offset, out DnsName name)
    {
        name = new(message, offset, 1, 0, form: Form.Unmeasured);
        return (uint)offset < (uint)message.Length && message[offset] >= PointerMark ? offset + PointerSize : EndOfLabels(message, offset);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int EndOfLabels(ReadOnlySpan<byte> message, int offset)
    {
        int at = offset;
        while ((uint)at < (uint)message.Length)
        {
            int octet = message[at];
            if ((uint)(octet - 1) >= MaxLabelLength)
                return at + (octet == 0 ? 1 : PointerSize);
            at += octet + 1;
        }
        return -1;
    }

    private DnsName Measure() => MeasureAt(_bytes, Start) is var shape && shape != NoShape ? new(_bytes, shape) : throw Changed();

    private static InvalidOperationException Changed() => new("The message was changed since the name was parsed.");

    // All that is to be known of the name at a place, in one word; NoShape for what is none.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ulong MeasureAt(ReadOnlySpan<byte> message, int offset)
    {
        if (offset > MaxOffset)
            return NoShape;
        int at = offset, octet = 0, labels = 0;
        var run = message[..(int)Math.Min((uint)message.Length, (uint)offset + MaxLength)];
        for (; (uint)at < (uint)run.Length; at += octet + 1, labels++)
        {
            octet = run[at];
            if ((uint)(octet - 1) >= MaxLabelLength)
                break;
        }
        if ((uint)at >= (uint)run.Length)
            return NoShape;
        int head = at - offset;
        if (octet == 0)
            return ShapeOf(offset, head + 1, labels, head: 0, Form.Message, pointer: 0);
        if (octet < PointerMark || at + 1 >= message.Length || PointerAt(message, at) is var pointer && (pointer & MaxPointer) >= offset)
            return NoShape;

        // Nearly always, a pointer leads to labels and the root.
        int target = pointer & MaxPointer;
        at = target;
        run = message[..Math.Min(offset, target + MaxLength - head)];
        for (; (uint)at < (uint)run.Length; at += octet + 1, labels++)
        {
            octet = run[at];
            if ((uint)(octet - 1) >= MaxLabelLength)
                break;
        }
        if ((uint)at >= (uint)run.Length)
            return NoShape;
        if (octet != 0)
            return MeasureRuns(message, offset);
        int length = head + at - target + 1;
        return head == 0 ? ShapeOf(target, length, labels, head, Form.Message, pointer) : ShapeOf(offset, length, labels, head, Form.Message, pointer: 0);
    }

    // The same for any number of pointers.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ulong MeasureRuns(ReadOnlySpan<byte> message, int offset)
    {
        // Where the run of labels must end: what a pointer leads to lies before the run that the pointer ends.
        int limit = message.Length;
        int start = offset, at = offset, first = offset, octets = 0, labels = 0, head = 0;
        var form = Form.Message;
        for (int pointers = 0; pointers <= MaxLabels; pointers++)
        {
            // Up to where a name of 255 octets has its last one.
            var run = message[..(int)Math.Min((uint)limit, (uint)start + MaxLength - (uint)octets)];
            int octet = 0;
            for (; (uint)at < (uint)run.Length; at += octet + 1, labels++)
            {
                octet = run[at];
                if ((uint)(octet - 1) >= MaxLabelLength)
                    break;
            }
            if ((uint)at >= (uint)run.Length)
                return NoShape;
            octets += at - start;
            if (octet == 0)
                return ShapeOf(first, octets + 1, labels, head, form, first == offset ? 0 : PointerAt(message, offset));
            if (octet < PointerMark || at + 1 >= limit || (PointerAt(message, at) & MaxPointer) is var target && target >= start)
                return NoShape;
            if (octets == 0)
                first = target;
            else if (head == 0)
                head = octets;
            else
                form = Form.ManyPointers;
            limit = start;
            start = at = target;
        }
        return NoShape;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong ShapeOf(int start, int length, int labels, int head, Form form, int pointer) =>
        (uint)start | (ulong)(uint)pointer << 16 | (ulong)(uint)(length - 1) << 32 | (ulong)(uint)head << 40 | (ulong)(uint)labels << 48 | (ulong)form << 56;

    // The bytes that the name at a place takes there.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int SizeAt(ulong shape, int offset)
    {
        // It begins with a pointer if it starts elsewhere.
        int head = (byte)(shape >> 40);
        return (ushort)shape != offset ? PointerSize : head != 0 ? head + PointerSize : (byte)(shape >> 32) + 1;
    }

    /// <summary>The most octets that the name takes: those of the uncompressed name.</summary>
    public int GetMaxSize()
    {
        var name = Measured;
        // One octet more is a name that was received with a pointer to the root, and is written as it was.
        return (name.IsRoot && name.Pointer != 0) || name.Head != 0 ? name.Length + 1 : name.Length;
    }

    // The labels before the first pointer, and that.
    static int IPresentable<DnsName>.GetParsedSize(scoped in DnsName value)
    {
        var name = value.Measured;
        return name.Pointer != 0 ? PointerSize : name.Head != 0 ? name.Head + PointerSize : name.Length;
    }

    // What is wrong with a name that is none, told at leisure.
    private static ParseResult Fault(ReadOnlySpan<byte> message, int offset)
    {
        if (offset > MaxOffset)
            return ParseResult.Invalid(ParseError.Limit, 0, 0);
        int at = offset, start = offset, end = message.Length, octets = 0, own = 0;
        for (int pointers = 0; pointers <= MaxLabels; pointers++)
        {
            for (; at < end && message[at] <= MaxLabelLength; at += message[at] + 1)
            {
                // The root has an octet too.
                if (octets + at - start + message[at] + 1 >= MaxLength)
                    return ParseResult.Invalid(ParseError.Limit, 0, 0);
            }
            octets += at - start;
            if (pointers == 0)
            {
                own = octets;
                if (at >= end)
                    return ParseResult.NeedMore(octets + 1, 0);
                if (message[at] >= PointerMark && at + 1 >= end)
                    return ParseResult.NeedMore(octets + PointerSize, 0);
            }
            if (at + 1 >= end || message[at] < PointerMark || (PointerAt(message, at) & MaxPointer) >= start)
                return ParseResult.Invalid(ParseError.Value, 0, own);
            end = start;
            start = at = PointerAt(message, at) & MaxPointer;
        }
        return ParseResult.Invalid(ParseError.Limit, 0, 0);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int PointerAt(ReadOnlySpan<byte> message, int at) => message[at] << 8 | message[at + 1];

    // Where the labels go on: a pointer at that place is followed, and those that it leads to. Each leads to before the run that it ends, even in a message that was changed since.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Follow(ReadOnlySpan<byte> message, int at, int run)
    {
        if (message[at] < PointerMark)
            return at;
        int target = PointerAt(message, at) & MaxPointer;
        return target < run && message[target] < PointerMark ? target : FollowFar(message, at, run);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int FollowFar(ReadOnlySpan<byte> message, int at, int run)
    {
        while (message[at] >= PointerMark)
        {
            int target = PointerAt(message, at) & MaxPointer;
            if (target >= run)
                throw Changed();
            at = run = target;
        }
        return at;
    }
}

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

    // The rest in one word, which is copied faster than many small fields: start:16 | pointer:16 | length less one:8 | head:8 | labels:8 | form:8
    private readonly ulong _shape;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private DnsName(ReadOnlySpan<byte> bytes, int start, int length, int labels, int head = 0, Form form = Form.Message, int pointer = 0)
    {
        _bytes = bytes;
        _shape = (uint)start | (ulong)(uint)pointer << 16 | (ulong)(uint)(length - 1) << 32 | (ulong)(uint)head << 40 | (ulong)(uint)labels << 48 | (ulong)form << 56;
    }

    private enum Form : byte
    {
        // In a message, with at most one pointer after labels.
        Message,

        // In a message, with more pointers after that.
        ManyPointers,

        Text,
    }

    /// <summary>Is this the root, the name without labels?</summary>
    public bool IsRoot => (byte)(_shape >> 32) == 0;

    /// <summary>Octets of the name where it is not compressed: 1 for the root, at most <see cref="MaxLength"/>.</summary>
    public int Length => (byte)(_shape >> 32) + 1;

    /// <summary>The number of labels, not counting the root.</summary>
    public int LabelCount => (byte)(_shape >> 48);

    static bool IWritable.IsCompressed => true;

    // Where the first label is, after any pointer that the name begins with.
    private int Start => (ushort)_shape;

    // The pointer that the name begins with, as it stands in the message; 0 if it begins with a label.
    private int Pointer => (ushort)(_shape >> 16);

    // Octets of the labels before the first pointer after them; 0 if there is none.
    private int Head => (byte)(_shape >> 40);

    private bool HasManyPointers => _shape >> 56 == (ulong)Form.ManyPointers;

    private bool IsText => _shape >> 56 == (ulong)Form.Text;

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
    public static ParseResult TryParse(ReadOnlySpan<byte> message, int offset, scoped ParseContext context, out DnsName name)
    {
        // Up to where a name of 255 octets has its last one.
        var run = message[..(int)Math.Min((uint)message.Length, (uint)offset + MaxLength)];
        int at = offset, labels = 0;
        for (; (uint)at < (uint)run.Length; labels++)
        {
            int octet = run[at];
            if ((uint)(octet - 1) >= MaxLabelLength)
            {
                if (octet != 0 || offset > MaxOffset)
                    return FollowPointers(message, offset, at, labels, out name);
                name = new(message, offset, at - offset + 1, labels);
                return ParseResult.Done(at - offset + 1);
            }
            at += octet + 1;
        }
        name = default;
        return Fault(message, offset);
    }

    // What a pointer leads to lies before the run of labels that the pointer ends.
    private static ParseResult FollowPointers(ReadOnlySpan<byte> message, int offset, int at, int labels, out DnsName name)
    {
        int limit = message.Length, start = offset, octets = at - offset, first = offset, head = octets;
        var form = Form.Message;
        if (offset > MaxOffset)
            goto fault;
        for (int pointers = 0; pointers < MaxLabels && at + 1 < limit && message[at] >= PointerMark; pointers++)
        {
            int target = PointerAt(message, at) & MaxPointer;
            if (target >= start)
                break;
            limit = start;
            start = at = target;
            if (octets == 0)
                first = target;
            var run = message[..Math.Min(limit, target + MaxLength - octets)];
            for (; (uint)at < (uint)run.Length; labels++)
            {
                int octet = run[at];
                if ((uint)(octet - 1) >= MaxLabelLength)
                    goto ended;
                at += octet + 1;
            }
            break;
        ended:
            octets += at - start;
            if (message[at] == 0)
            {
                name = new(message, first, octets + 1, labels, head, form, first == offset ? 0 : PointerAt(message, offset));
                return ParseResult.Done(message[offset] >= PointerMark ? PointerSize : head + PointerSize);
            }
            if (head == 0)
                head = octets;
            else
                form = Form.ManyPointers;
        }
    fault:
        name = default;
        return Fault(message, offset);
    }

    /// <summary>The most octets that the name takes: those of the uncompressed name.</summary>
    public int GetMaxSize() =>
        // One octet more is a name that was received with a pointer to the root, and is written as it was.
        (IsRoot && Pointer != 0) || Head != 0 ? Length + 1 : Length;

    // The labels before the first pointer, and that.
    static int IPresentable<DnsName>.GetParsedSize(scoped in DnsName value) => value.Pointer != 0 ? PointerSize : value.Head != 0 ? value.Head + PointerSize : value.Length;

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

    // Where the labels go on: pointers at that place are followed. Each leads to before itself, even in a message that was changed since.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Follow(ReadOnlySpan<byte> message, int at)
    {
        while (message[at] >= PointerMark)
        {
            int target = PointerAt(message, at) & MaxPointer;
            if (target >= at)
                throw new InvalidOperationException("The message was changed since the name was parsed.");
            at = target;
        }
        return at;
    }
}

using System.Runtime.CompilerServices;
using Codecs.CompilerServices;

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
        ParseMemory memory = default;
        ulong shape = WalkAt(message, offset, ref memory);
        if (shape != NoShape)
        {
            name = new(message, shape);
            return ParseResult.Done(SizeAt(shape, offset));
        }
        name = default;
        return Fault(message, offset);
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
}

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

    // RFC 1035 section 4.1.4: the two high bits of a pointer are ones; they are zeros in the length of a label.
    private const int PointerMark = 0xC0;
    private const int PointerSize = 2;
    private const int MaxPointer = 0x3FFF;
    private const int TextForm = -1;
    private const byte PointersWithin = 0x80;

    // The message, or the text without its last dot.
    private readonly ReadOnlySpan<byte> _bytes;

    // Where the first label is, after any pointer that the name begins with; TextForm for a text.
    private readonly int _start;

    // The pointer that the name begins with, as it stands in the message; 0 if it begins with a label.
    private readonly ushort _pointer;

    // Octets of the name less one, so that the default is the root.
    private readonly byte _lastOctet;

    // Labels, and whether there are pointers between them.
    private readonly byte _shape;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private DnsName(ReadOnlySpan<byte> bytes, int start, int length, int shape, int pointer = 0)
    {
        _bytes = bytes;
        _start = start;
        _pointer = (ushort)pointer;
        _lastOctet = (byte)(length - 1);
        _shape = (byte)shape;
    }

    /// <summary>Is this the root, the name without labels?</summary>
    public bool IsRoot => _lastOctet == 0;

    /// <summary>Octets of the name where it is not compressed: 1 for the root, at most <see cref="MaxLength"/>.</summary>
    public int Length => _lastOctet + 1;

    /// <summary>The number of labels, not counting the root.</summary>
    public int LabelCount => _shape & MaxLabels;

    static bool IWritable.IsCompressed => true;

    private bool IsText => _start < 0;

    // Is all of the name in one place, as it would be uncompressed?
    private bool IsContiguous => (_shape & PointersWithin) == 0 && _start >= 0 && _lastOctet != 0;

    private ReadOnlySpan<byte> Contiguous => _bytes.Slice(_start, _lastOctet + 1);

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
    public static ParseResult TryParse(ReadOnlySpan<byte> message, int offset, ParseContext context, out DnsName name)
    {
        // Up to where a name of 255 octets has its last one.
        var within = message[..(int)Math.Min((uint)message.Length, (uint)offset + MaxLength)];
        int at = offset, labels = 0, octet = 0;
        for (; (uint)at < (uint)within.Length; at += octet + 1, labels++)
        {
            octet = within[at];
            if (octet == 0)
            {
                name = new(message, offset, at - offset + 1, labels);
                return ParseResult.Done(at - offset + 1);
            }
            if (octet > MaxLabelLength)
                return FollowPointer(message, offset, at, labels, out name);
        }
        name = default;
        return at - offset >= MaxLength ? ParseResult.Invalid(ParseError.Limit, 0, 0) : ParseResult.NeedMore(at - offset + 1, 0);
    }

    /// <summary>The most octets that the name takes: those of the uncompressed name.</summary>
    public int GetMaxSize() =>
        // One octet more is a name that was received with a pointer to the root, and is written as it was.
        IsRoot && _pointer != 0 || (_shape & PointersWithin) != 0 ? Length + 1 : Length;

    // What a pointer leads to is read no further than the run of labels that the pointer ends.
    private static ParseResult FollowPointer(ReadOnlySpan<byte> message, int offset, int at, int labels, out DnsName name)
    {
        name = default;
        int start = offset, octets = at - offset, first = offset, pointersWithin = 0;
        if (message[at] < PointerMark)
            return ParseResult.Invalid(ParseError.Value, 0, octets);
        if (at + 1 >= message.Length)
            return ParseResult.NeedMore(octets + PointerSize, 0);
        int pointer = octets == 0 ? PointerAt(message, at) : 0;
        var result = ParseResult.Done(octets + PointerSize);
        var fault = ParseResult.Invalid(ParseError.Value, 0, octets);
        for (int pointers = 0; pointers < MaxLabels; pointers++)
        {
            int target = PointerAt(message, at) & MaxPointer;
            if (target >= start)
                return fault;
            if (octets == 0)
                first = target;
            else
                pointersWithin = PointersWithin;
            int end = Math.Min(start, target + MaxLength - octets);
            var within = message[..end];
            int octet = 0;
            for (at = target; (uint)at < (uint)within.Length; at += octet + 1, labels++)
            {
                octet = within[at];
                if (octet == 0)
                {
                    name = new(message, first, octets + at - target + 1, labels | pointersWithin, pointer);
                    return result;
                }
                if (octet > MaxLabelLength)
                    break;
            }
            octets += at - target;
            if (octets >= MaxLength)
                return ParseResult.Invalid(ParseError.Limit, 0, 0);
            if (octet < PointerMark || at + 1 >= start)
                return fault;
            start = target;
        }
        return ParseResult.Invalid(ParseError.Limit, 0, 0);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int PointerAt(ReadOnlySpan<byte> message, int at) => message[at] << 8 | message[at + 1];

    // Where the labels go on: pointers at that place are followed. Each leads to before itself, even in a message that was changed since.
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

using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using Codecs.CompilerServices;

namespace Codecs.Protocols;

// Following a name through a message that may be anything, once, and remembering what was met for the names after it.
public readonly ref partial struct DnsName
{
    // Labels of the first name of a message begin in so many octets, if others are to be recognised as its end.
    private const int MostRemembered = 64;

    private const int LeastPointer = PointerMark << 8;

    // The place of the pointer in a shape.
    private const ulong PointerMask = 0xFFFF_0000;

    static bool ICodec<DnsName>.IsRestorable => true;

    // Most names of records are a pointer to a name, or to the end of one, that was met before.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static int ICodec<DnsName>.Skip(ReadOnlySpan<byte> message, int offset, ref ParseMemory memory)
    {
        int pointer = PointerOrLess(message, offset);
        if (pointer >= LeastPointer && TryRecall(in memory, pointer, out _))
            return offset + PointerSize;
        var walked = Copied(in memory);
        ulong shape = pointer >= LeastPointer ? WalkPointer(message, pointer, offset, ref walked) : WalkAt(message, offset, ref walked);
        memory = Copied(in walked);
        return shape == NoShape ? -1 : offset + SizeAt(shape, offset);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static int ICodec<DnsName>.Take(ReadOnlySpan<byte> message, int offset, scoped ref ParseMemory memory, out DnsName name)
    {
        int pointer = PointerOrLess(message, offset);
        if (pointer >= LeastPointer && TryRecall(in memory, pointer, out ulong shape))
        {
            name = new(message, shape);
            return offset + PointerSize;
        }
        // What the caller remembers stays in registers: only the copy is in memory.
        var walked = Copied(in memory);
        shape = pointer >= LeastPointer ? WalkPointer(message, pointer, offset, ref walked) : WalkAt(message, offset, ref walked);
        memory = Copied(in walked);
        name = new(message, shape);
        return shape == NoShape ? -1 : offset + SizeAt(shape, offset);
    }

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

    private DnsName Measure()
    {
        ParseMemory memory = default;
        ulong shape = WalkAt(_bytes, Start, ref memory);
        return shape != NoShape ? new(_bytes, shape) : throw Changed();
    }

    private static InvalidOperationException Changed() => new("The message was changed since the name was parsed.");

    // Half by half: it was stored so, and a load of both would wait until they are in the cache.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ParseMemory Copied(scoped in ParseMemory memory) => new(memory.First, memory.Second);

    // Of the names before are remembered
    // - where the labels of the first begin, and its root, a bit each for the octets from its start (First), and that start (in Second, where a shape has its pointer);
    // - the shape of the one that was followed last (Second).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryRecall(scoped in ParseMemory memory, int pointer, out ulong shape)
    {
        int target = pointer & MaxPointer;
        int label = target - (ushort)(memory.Second >> 16);
        if ((uint)label < MostRemembered && (memory.First >> label & 1) != 0)
        {
            ulong rest = memory.First >> label;
            shape = ShapeOf(target, MostRemembered - BitOperations.LeadingZeroCount(rest), BitOperations.PopCount(rest) - 1, head: 0, Form.Message, pointer);
            return true;
        }
        shape = memory.Second & ~PointerMask | (ulong)(uint)pointer << 16;
        return (ushort)memory.Second == target && target != 0;
    }

    // All that is to be known of the name at a place, in one word; NoShape for what is none. What is not known calls another method last, so that nothing need be kept for afterwards.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ulong WalkAt(ReadOnlySpan<byte> message, int offset, ref ParseMemory memory)
    {
        if (offset > MaxOffset)
            return NoShape;
        int at = offset, octet = 0, labels = 0;
        ulong starts = 0;
        var run = message[..(int)Math.Min((uint)message.Length, (uint)offset + MaxLength)];
        for (; (uint)at < (uint)run.Length; at += octet + 1, labels++)
        {
            octet = run[at];
            starts |= 1UL << at;
            if ((uint)(octet - 1) >= MaxLabelLength)
                break;
        }
        if ((uint)at >= (uint)run.Length)
            return NoShape;
        int head = at - offset;
        if (octet == 0)
        {
            if (memory.First == 0 && head is > 0 and < MostRemembered)
                memory = new(BitOperations.RotateRight(starts, offset), memory.Second | (ulong)(uint)offset << 16);
            return ShapeOf(offset, head + 1, labels, head: 0, Form.Message, pointer: 0);
        }
        if (octet < PointerMark || at + 1 >= message.Length)
            return NoShape;
        return TryRecall(in memory, octet << 8 | message[at + 1], out ulong end) ? Joined(offset, head, labels, end) : WalkFar(message, offset, ref memory);
    }

    // The same for a name that ends with a pointer to what is not known yet.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ulong WalkFar(ReadOnlySpan<byte> message, int offset, ref ParseMemory memory)
    {
        int at = WalkRun(message, offset, message.Length, out int octet, out int labels);
        if (offset > MaxOffset || octet < PointerMark || at + 1 >= message.Length)
            return NoShape;
        ulong end = WalkTo(message, PointerAt(message, at), offset, ref memory);
        return end == NoShape ? MeasureRuns(message, offset) : Joined(offset, at - offset, labels, end);
    }

    // The same for one that begins with such a pointer.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ulong WalkPointer(ReadOnlySpan<byte> message, int pointer, int offset, ref ParseMemory memory)
    {
        ulong shape = WalkTo(message, pointer, offset, ref memory);
        return shape == NoShape ? MeasureRuns(message, offset) : shape;
    }

    // The shape of a name whose first labels stand before a pointer.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Joined(int offset, int head, int labels, ulong end)
    {
        if (head == 0)
            return end;
        int length = head + LengthOf(end);
        return length > MaxLength ? NoShape : ShapeOf(offset, length, labels + (byte)(end >> 48), head, HeadOf(end) == 0 ? Form.Message : Form.ManyPointers, pointer: 0);
    }

    // The shape of the name that a pointer leads to, whose labels must end before a limit, which is remembered: one with no pointer, or with one to what has none. NoShape for others.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong WalkTo(ReadOnlySpan<byte> message, int pointer, int limit, ref ParseMemory memory)
    {
        ulong end = (pointer & MaxPointer) < limit ? WalkRuns(message, pointer, limit, in memory) : NoShape;
        if (end != NoShape)
            memory = new(memory.First, memory.Second & PointerMask | end & ~PointerMask);
        return end;
    }

    private static ulong WalkRuns(ReadOnlySpan<byte> message, int pointer, int limit, scoped in ParseMemory memory)
    {
        int target = pointer & MaxPointer;
        int at = WalkRun(message, target, limit, out int octet, out int labels);
        if (octet == 0)
            return ShapeOf(target, at - target + 1, labels, head: 0, Form.Message, pointer);
        if (octet < PointerMark || at + 1 >= limit || at == target)
            return NoShape;
        int next = PointerAt(message, at) & MaxPointer;
        // What is known may go on, or reach behind this run: then it is no end of it.
        if (!TryRecall(in memory, next, out ulong end) || HeadOf(end) != 0 || (ushort)end + LengthOf(end) > target)
            end = NoShape;
        if (end == NoShape && next < target && WalkRun(message, next, target, out octet, out int others) is var last && octet == 0)
            end = ShapeOf(next, last - next + 1, others, head: 0, Form.Message, next);
        int length = at - target + LengthOf(end);
        return end == NoShape || length > MaxLength ? NoShape : ShapeOf(target, length, labels + (byte)(end >> 48), at - target, Form.Message, pointer);
    }

    // Labels up to what is none, before a limit: its place, and its octet; an octet of 1 if it is not there.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int WalkRun(ReadOnlySpan<byte> message, int start, int limit, out int octet, out int labels)
    {
        int at = start;
        var run = message[..Math.Min(limit, start + MaxLength)];
        octet = 1;
        for (labels = 0; (uint)at < (uint)run.Length; at += octet + 1, labels++)
        {
            octet = run[at];
            if ((uint)(octet - 1) >= MaxLabelLength)
                return at;
        }
        octet = 1;
        return at;
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

    // The pointer at a place; less than a pointer where there is none.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int PointerOrLess(ReadOnlySpan<byte> message, int offset)
    {
        // So that nothing is compared again where the span is cut and read.
        if ((uint)offset >= MaxOffset || (uint)offset > (uint)message.Length)
            return 0;
        var rest = message[offset..];
        return rest.Length >= PointerSize ? BinaryPrimitives.ReadUInt16BigEndian(rest) : 0;
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

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int LengthOf(ulong shape) => (byte)(shape >> 32) + 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int HeadOf(ulong shape) => (byte)(shape >> 40);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int PointerAt(ReadOnlySpan<byte> message, int at) => BinaryPrimitives.ReadUInt16BigEndian(message.Slice(at, PointerSize));

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

using System.Buffers;

namespace Codecs.Protocols.Tests.Dns;

/// <summary>Names read as simply as the rules can be said, counting every label and every pointer that is looked at.</summary>
internal readonly record struct NameModel(OperationStatus Status, int Size, int Steps, byte[] Expanded)
{
    public static NameModel Read(ReadOnlySpan<byte> message, int offset)
    {
        var expanded = new List<byte>();
        int at = offset, run = offset, end = message.Length, size = 0, steps = 0, pointers = 0;
        while (true)
        {
            steps++;
            bool isPointed = pointers > 0;
            if (at >= end)
                return Fail(isPointed || expanded.Count >= 255 ? OperationStatus.InvalidData : OperationStatus.NeedMoreData);
            int length = message[at];
            if (length >= 0xC0)
            {
                if (at + 1 >= end)
                    return Fail(isPointed ? OperationStatus.InvalidData : OperationStatus.NeedMoreData);
                int target = (length & 0x3F) * 256 + message[at + 1];
                if (!isPointed)
                    size = at + 2 - offset;
                if (target >= run || ++pointers > 127)
                    return Fail(OperationStatus.InvalidData);
                end = run;
                run = at = target;
                continue;
            }
            if (length >= 0x40)
                return Fail(OperationStatus.InvalidData);
            // A length octet is there although its label may not be.
            expanded.Add((byte)length);
            if (expanded.Count + length > 255 || (length > 0 && expanded.Count + length > 254))
                return Fail(OperationStatus.InvalidData);
            if (length == 0)
                return new(OperationStatus.Done, isPointed ? size : at + 1 - offset, steps, [.. expanded]);
            for (int i = 0; i < length; i++)
                expanded.Add(at + 1 + i < message.Length ? message[at + 1 + i] : (byte)0);
            at += 1 + length;
        }

        NameModel Fail(OperationStatus status) => new(status, 0, steps, []);
    }
}

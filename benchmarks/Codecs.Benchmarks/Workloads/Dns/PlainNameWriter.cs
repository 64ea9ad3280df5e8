using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace Codecs.Benchmarks.Workloads.Dns;

/// <summary>
/// How one compresses names by hand: the places of all labels written are remembered, and every end of a name is compared with
/// what stands there.
/// </summary>
internal struct PlainNameWriter : INameWriting
{
    private Places _places;
    private int _count;

    public int Write(Span<byte> message, int at, ReadOnlySpan<byte> text)
    {
        int known = _count;
        while (!text.IsEmpty)
        {
            for (int i = 0; i < known; i++)
            {
                if (!IsAt(message, _places[i], text))
                    continue;
                if (message.Length - at < 2)
                    return -1;
                BinaryPrimitives.WriteUInt16BigEndian(message[at..], (ushort)(0xC000 | _places[i]));
                return at + 2;
            }
            int dot = text.IndexOf((byte)'.');
            var label = dot < 0 ? text : text[..dot];
            if (label.Length is 0 or > 63 || message.Length - at < label.Length + 1)
                return -1;
            if (at < 0x4000 && _count < Places.Length)
                _places[_count++] = (ushort)at;
            message[at] = (byte)label.Length;
            label.CopyTo(message[(at + 1)..]);
            at += label.Length + 1;
            text = dot < 0 ? default : text[(dot + 1)..];
        }
        if (at == message.Length)
            return -1;
        message[at] = 0;
        return at + 1;
    }

    // Does the name stand at that place?
    private static bool IsAt(ReadOnlySpan<byte> message, int place, ReadOnlySpan<byte> text)
    {
        while (true)
        {
            while (message[place] >= 0xC0)
                place = BinaryPrimitives.ReadUInt16BigEndian(message[place..]) & 0x3FFF;
            int length = message[place];
            if (length == 0)
                return text.IsEmpty;
            if (!text.StartsWith(message.Slice(place + 1, length)) || (text.Length > length && text[length] != '.'))
                return false;
            text = text.Length == length ? default : text[(length + 1)..];
            place += length + 1;
        }
    }

    [InlineArray(Length)]
    private struct Places
    {
        public const int Length = 64;

        private ushort _first;
    }
}

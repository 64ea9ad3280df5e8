using System.Buffers;
using System.Reflection;
using Codecs.Fuzz;
using Codecs.Pipelines;

namespace Codecs.Protocols.Tests;

/// <summary>A message in several segments is the message of the same bytes in one, for every type and however it is cut.</summary>
public sealed class SequenceTests
{
    private static readonly MessageContract[] s_contracts = MessageContract.Of(typeof(Packet).Assembly);
    private static readonly SampleSet s_samples = new(s_contracts);
    private static readonly MethodInfo s_check = typeof(SequenceTests).GetMethod(nameof(Check), BindingFlags.NonPublic | BindingFlags.Static)!;

    public static TheoryData<string> Types => [.. s_contracts.Select(contract => contract.Name)];

    [Theory]
    [MemberData(nameof(Types))]
    public void EveryCut(string type)
    {
        var contract = s_contracts.Single(contract => contract.Name == type);
        var check = s_check.MakeGenericMethod(contract.Type).CreateDelegate<Action<byte[]>>();
        foreach (byte[] sample in s_samples.Of(contract))
        {
            // Also unfinished, damaged, and followed by something else.
            check(sample);
            check(sample[..(sample.Length / 2)]);
            check([.. sample[..(sample.Length / 2)], .. sample[(sample.Length / 3)..]]);
            check([.. sample, 0xA5, 0x5A, 0xFF]);
        }
    }

    private static void Check<T>(byte[] bytes) where T : IMessage<T>, allows ref struct
    {
        var whole = T.TryParse(bytes, out var expected);
        string? text = whole ? expected.ToString() : null;
        var scratch = new byte[bytes.Length];
        for (int at = 0; at <= bytes.Length; at++)
            Compare(Join(bytes[..at], bytes[at..]));
        Compare(Join([.. bytes.Select(value => new[] { value })]));

        void Compare(in ReadOnlySequence<byte> sequence)
        {
            var result = SequenceParsing.TryParse<T>(sequence, scratch, out var message);
            Assert.Equal(whole, result);
            if (whole)
                Assert.Equal(text, message.ToString());
        }
    }

    private static ReadOnlySequence<byte> Join(params byte[][] pieces)
    {
        Segment? first = null, last = null;
        foreach (byte[] piece in pieces)
        {
            last = new Segment(piece, last);
            first ??= last;
        }
        return first is null ? default : new(first, 0, last!, last!.Memory.Length);
    }

    private sealed class Segment : ReadOnlySequenceSegment<byte>
    {
        public Segment(byte[] bytes, Segment? previous)
        {
            Memory = bytes;
            if (previous is null)
                return;
            RunningIndex = previous.RunningIndex + previous.Memory.Length;
            previous.Next = this;
        }
    }
}

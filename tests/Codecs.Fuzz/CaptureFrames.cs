using Codecs.Capture;
using Codecs.Protocols;

namespace Codecs.Fuzz;

/// <summary>Every frame of some captures, and every beginning of each: shown to a stack, whatever layer it starts with.</summary>
public sealed class CaptureFrames
{
    private readonly Contract _stack;

    public CaptureFrames()
    {
        var contracts = MessageContract.Of(typeof(Packet).Assembly);
        _stack = StackContract.Of(typeof(Packet).Assembly, contracts).Single(stack => stack.Name == nameof(Packet));
    }

    /// <summary>Captures that were read.</summary>
    public int Captures { get; private set; }

    /// <summary>Frames in them.</summary>
    public long Frames { get; private set; }

    /// <summary>Inputs: frames, and beginnings of frames.</summary>
    public long Inputs { get; private set; }

    /// <summary>What was wrong, with the frame in hexadecimal.</summary>
    public List<string> Faults { get; } = [];

    /// <summary>Reads all captures in a folder.</summary>
    /// <param name="folder">The folder; those in it are searched too.</param>
    /// <param name="step">Behind the first 80 bytes, every so many-th beginning.</param>
    public void Check(string folder, int step)
    {
        foreach (string path in Directory.EnumerateFiles(folder, "*.*", SearchOption.AllDirectories).Where(path => path.Contains(".pcap", StringComparison.Ordinal) || path.Contains(".cap", StringComparison.Ordinal)))
        {
            try
            {
                using var reader = CaptureReader.Open(path);
                Captures++;
                while (reader.TryRead(out var frame))
                    Check(path, frame, step);
            }
            catch (CaptureException)
            {
                // No capture, or none that can be read: others are about that.
            }
        }
    }

    private void Check(string path, CapturedFrame frame, int step)
    {
        Frames++;
        for (int length = 0; length <= frame.Data.Length; length += length < 80 ? 1 : Math.Min(step, Math.Max(frame.Data.Length - length, 1)))
        {
            Inputs++;
            var bytes = frame.Data[..length];
            if (frame.Interface.LinkType == LinkType.Ethernet)
            {
                if (_stack.Try(bytes) is { } fault)
                    Faults.Add($"{path}, frame {frame.Number}, {length} bytes: {fault}\n{Convert.ToHexStringLower(bytes)}");
                continue;
            }
            try
            {
                var layers = default(Ignored);
                Packet.Walk(frame.Interface.LinkType, Scratch.OfThread.Guard(bytes, isAtEnd: true), ref layers);
            }
            catch (Exception exception)
            {
                Faults.Add($"{path}, frame {frame.Number}, {length} bytes: {exception}\n{Convert.ToHexStringLower(bytes)}");
            }
        }
    }

    private readonly struct Ignored : ILayerVisitor
    {
        public void Layer<T>(scoped in T message, int offset, ParseResult result) where T : IMessage<T>, allows ref struct => message.ToString();

        public void Malformed<T>(ReadOnlySpan<byte> bytes, int offset, ParseResult result) where T : IMessage<T>, allows ref struct => result.Describe<T>();

        public void Rest(ReadOnlySpan<byte> bytes, int offset)
        {
        }
    }
}

using System.Text;

namespace Codecs.Protocols.Tests.WebSocket;

/// <summary>What a receiver makes of frames.</summary>
internal static class Received
{
    private static readonly int[] s_cuts = [1, 2, 3, 7, 64, 1000, int.MaxValue];

    public static IEnumerable<byte[]> Fragments(byte[] bytes, int length)
    {
        for (int at = 0; at < bytes.Length; at += length)
        {
            int end = Math.Min(at + length, bytes.Length);
            yield return Frames.Write(at == 0 ? 1 : 0, bytes.AsSpan(at..end), end == bytes.Length);
        }
    }

    public static void Expects(string expected, WebSocketRole role, string hex) => Expects(expected, role, Convert.FromHexString(hex), new());

    public static void Expects(string expected, byte[][] frames, WebSocketSessionOptions? options = null) =>
        Expects(expected, WebSocketRole.Server, [.. frames.SelectMany(frame => frame)], options ?? new());

    /// <summary>The same comes out however the bytes are cut, whether messages are put together here or there, and wherever they are unmasked.</summary>
    public static void Expects(string expected, WebSocketRole role, byte[] stream, WebSocketSessionOptions options)
    {
        foreach (int cut in s_cuts)
        {
            for (int mode = 0; mode < 4; mode++)
            {
                using var receiver = new WebSocketReceiver(role, options with { HandsOnPieces = (mode & 1) != 0 });
                var feeder = new FrameFeeder(receiver, (mode & 2) != 0);
                for (int at = 0; at < stream.Length; at += Math.Min(cut, stream.Length))
                    feeder.Feed(stream.AsSpan(at, Math.Min(cut, stream.Length - at)));
                Assert.Equal(expected, string.Join('|', feeder.Events.Select(e => e.Kind.StartsWith("Fault") ? e.Kind : $"{e.Kind} {Latin(e.Bytes)}")));
            }
        }
    }

    public static string Latin(byte[] bytes) => Encoding.Latin1.GetString(bytes);
}

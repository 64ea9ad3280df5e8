using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;

namespace Codecs.Protocols;

/// <summary>The key with which a client opens a connection, and what the server makes of it to show that it knows the protocol (RFC 6455 sections 4.1 and 4.2.2).</summary>
public static class WebSocketKey
{
    /// <summary>Length of a key in bytes (Sec-WebSocket-Key).</summary>
    public const int Length = 24;

    /// <summary>Length of the answer in bytes (Sec-WebSocket-Accept).</summary>
    public const int AcceptLength = 28;

    private const int NonceLength = 16;

    /// <summary>Writes a new key: 16 random bytes in base64.</summary>
    /// <param name="destination">At least <see cref="Length"/> bytes.</param>
    /// <exception cref="ArgumentException">The destination is too short.</exception>
    public static void Generate(Span<byte> destination)
    {
        RequireLength(destination, Length);
        Span<byte> nonce = stackalloc byte[NonceLength];
        RandomNumberGenerator.Fill(nonce);
        Base64.EncodeToUtf8(nonce, destination, out _, out _);
    }

    /// <summary>Is this a key: does it stand for 16 bytes?</summary>
    public static bool IsValid(ReadOnlySpan<byte> key)
    {
        Span<byte> nonce = stackalloc byte[Length];
        return key.Length == Length && Base64.DecodeFromUtf8(key, nonce, out _, out int written) == OperationStatus.Done && written == NonceLength;
    }

    /// <summary>Writes the answer to a key: the SHA-1 of the key and the number of the protocol, in base64.</summary>
    /// <param name="key">The key as it is in the header, without the white space around it.</param>
    /// <param name="destination">At least <see cref="AcceptLength"/> bytes.</param>
    /// <exception cref="ArgumentException">The key is not <see cref="Length"/> bytes, or the destination is too short.</exception>
    public static void WriteAccept(ReadOnlySpan<byte> key, Span<byte> destination)
    {
        if (key.Length != Length)
            throw new ArgumentException($"A key is {Length} bytes.", nameof(key));
        RequireLength(destination, AcceptLength);
        ReadOnlySpan<byte> protocol = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"u8;
        Span<byte> text = stackalloc byte[Length + protocol.Length];
        key.CopyTo(text);
        protocol.CopyTo(text[Length..]);
        Span<byte> hash = stackalloc byte[SHA1.HashSizeInBytes];
        SHA1.HashData(text, hash);
        Base64.EncodeToUtf8(hash, destination, out _, out _);
    }

    /// <summary>Is <paramref name="accept"/> the answer to <paramref name="key"/>?</summary>
    /// <exception cref="ArgumentException">The key is not <see cref="Length"/> bytes.</exception>
    public static bool IsAccept(ReadOnlySpan<byte> accept, ReadOnlySpan<byte> key)
    {
        Span<byte> expected = stackalloc byte[AcceptLength];
        WriteAccept(key, expected);
        return accept.SequenceEqual(expected);
    }

    private static void RequireLength(Span<byte> destination, int length)
    {
        if (destination.Length < length)
            throw new ArgumentException($"The destination must have {length} bytes.", nameof(destination));
    }
}

using System.Security.Cryptography;

namespace Codecs.Protocols;

/// <summary>AES-CMAC (RFC 4493), which .NET does not have. For one caller at a time; nothing is allocated but by the constructor.</summary>
public sealed class AesCmac : IDisposable
{
    private const int Size = 16;
    private const byte Rb = 0x87;

    // One call of Aes.EncryptEcb would make a cipher each time; a transform is made once.
    private readonly ICryptoTransform _cipher;
    private readonly byte[] _whole = new byte[Size], _padded = new byte[Size];
    private readonly byte[] _state = new byte[Size], _last = new byte[Size];
    private int _length;

    /// <summary>A key of 16, 24 or 32 bytes.</summary>
    /// <exception cref="CryptographicException">It has another length.</exception>
    public AesCmac(ReadOnlySpan<byte> key)
    {
        using var aes = Aes.Create();
        aes.Mode = CipherMode.ECB;
        aes.Padding = PaddingMode.None;
        aes.Key = key.ToArray();
        _cipher = aes.CreateEncryptor();
        // RFC 4493 section 2.3: the subkeys.
        _cipher.TransformBlock(_state, 0, Size, _whole, 0);
        Double(_whole, _whole);
        Double(_whole, _padded);
    }

    /// <summary>Begins a message.</summary>
    public void Begin()
    {
        _state.AsSpan().Clear();
        _length = 0;
    }

    /// <summary>Adds bytes.</summary>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            // The last block is treated otherwise, so a full one waits for what follows.
            if (_length == Size)
            {
                Mix(_last);
                _length = 0;
            }
            int count = Math.Min(Size - _length, bytes.Length);
            bytes[..count].CopyTo(_last.AsSpan(_length));
            _length += count;
            bytes = bytes[count..];
        }
    }

    /// <summary>The code of the message.</summary>
    /// <param name="destination">16 bytes or more.</param>
    public void Finish(Span<byte> destination)
    {
        bool isWhole = _length == Size;
        if (!isWhole)
        {
            _last.AsSpan(_length).Clear();
            _last[_length] = 0x80;
        }
        byte[] subkey = isWhole ? _whole : _padded;
        for (int i = 0; i < Size; i++)
            _last[i] ^= subkey[i];
        Mix(_last);
        _state.CopyTo(destination);
    }

    /// <summary>Forgets the key.</summary>
    public void Dispose()
    {
        _cipher.Dispose();
        CryptographicOperations.ZeroMemory(_whole);
        CryptographicOperations.ZeroMemory(_padded);
    }

    private void Mix(ReadOnlySpan<byte> block)
    {
        for (int i = 0; i < Size; i++)
            _state[i] ^= block[i];
        _cipher.TransformBlock(_state, 0, Size, _state, 0);
    }

    private static void Double(ReadOnlySpan<byte> source, Span<byte> destination)
    {
        int carry = source[0] >> 7;
        for (int i = 0; i < Size; i++)
            destination[i] = (byte)(source[i] << 1 | (i + 1 < Size ? source[i + 1] >> 7 : 0));
        destination[Size - 1] ^= (byte)(carry * Rb);
    }
}

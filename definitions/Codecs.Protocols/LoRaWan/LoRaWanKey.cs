using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Codecs.Protocols;

/// <summary>A key of LoRaWAN: computes message integrity codes (LoRaWAN 1.1 sections 4.4 and 6.2) and encrypts (section 4.3.3). Which key is for what, the session says.</summary>
/// <remarks>Nothing is allocated but by the constructor. For one caller at a time.</remarks>
public sealed class LoRaWanKey : IDisposable
{
    /// <summary>Bytes of a key, and of a block.</summary>
    public const int Size = 16;

    private const byte EncryptionBlock = 0x01;
    private const byte CodeBlock = 0x49;

    private readonly Aes _aes;
    private readonly ICryptoTransform _cipher;
    private readonly AesCmac _cmac;
    private readonly byte[] _block = new byte[Size], _stream = new byte[Size];

    /// <summary>A key.</summary>
    /// <param name="key">16 bytes, in the order in which they are written down.</param>
    /// <exception cref="ArgumentException">There are not 16 bytes.</exception>
    public LoRaWanKey(ReadOnlySpan<byte> key)
    {
        if (key.Length != Size)
            throw new ArgumentException("A key has 16 bytes.", nameof(key));
        _aes = Aes.Create();
        _aes.Mode = CipherMode.ECB;
        _aes.Padding = PaddingMode.None;
        _aes.Key = key.ToArray();
        _cipher = _aes.CreateEncryptor();
        _cmac = new AesCmac(key);
    }

    /// <summary>The code of a join request, a rejoin request, or a join accept of version 1.0 before it is encrypted: over the frame without its code.</summary>
    /// <param name="frame">The frame from its first byte on, without its last four.</param>
    public uint ComputeJoinMic(ReadOnlySpan<byte> frame) => Code(default, frame);

    /// <summary>The code of a data frame: of version 1.0; to a device in version 1.1; or the first of the two from a device in version 1.1.</summary>
    /// <param name="frame">The frame from its first byte on, without its last four.</param>
    /// <param name="frameCounter">The frame's number, all of it: only the lower half is in the frame.</param>
    /// <param name="confirmedCounter">To a device in version 1.1, if it confirms a frame: the lower half of that frame's number.</param>
    /// <exception cref="ArgumentException">It is no data frame.</exception>
    public uint ComputeDataMic(ReadOnlySpan<byte> frame, uint frameCounter, ushort confirmedCounter = 0)
    {
        Span<byte> block = stackalloc byte[Size];
        Begin(block, CodeBlock, frame, frameCounter);
        BinaryPrimitives.WriteUInt16LittleEndian(block[1..], confirmedCounter);
        block[15] = (byte)frame.Length;
        return Code(block, frame);
    }

    /// <summary>The second code of a data frame from a device in version 1.1, with the key of the serving network: its lower half is the lower half of the frame's code, that of the first is the upper.</summary>
    /// <param name="frame">The frame from its first byte on, without its last four.</param>
    /// <param name="frameCounter">The frame's number, all of it.</param>
    /// <param name="dataRate">Data rate at which it is sent.</param>
    /// <param name="channel">Channel on which it is sent.</param>
    /// <param name="confirmedCounter">If it confirms a frame, the lower half of that frame's number.</param>
    /// <exception cref="ArgumentException">It is no data frame.</exception>
    public uint ComputeServingMic(ReadOnlySpan<byte> frame, uint frameCounter, byte dataRate, byte channel, ushort confirmedCounter = 0)
    {
        Span<byte> block = stackalloc byte[Size];
        Begin(block, CodeBlock, frame, frameCounter);
        BinaryPrimitives.WriteUInt16LittleEndian(block[1..], confirmedCounter);
        block[3] = dataRate;
        block[4] = channel;
        block[15] = (byte)frame.Length;
        return Code(block, frame);
    }

    /// <summary>The code of a frame from a device in version 1.1, from its two halves (LoRaWAN 1.1 section 4.4.1).</summary>
    /// <param name="forwarding">What <see cref="ComputeDataMic"/> gives with the key of the forwarding network.</param>
    /// <param name="serving">What <see cref="ComputeServingMic"/> gives.</param>
    public static uint CombineMic(uint forwarding, uint serving) => forwarding << 16 | serving & 0xFFFF;

    /// <summary>Encrypts or decrypts the payload of a data frame in place (LoRaWAN 1.1 section 4.3.3).</summary>
    /// <param name="payload">The payload.</param>
    /// <param name="isUplink">Is the frame from a device?</param>
    /// <param name="devAddr">The device's address.</param>
    /// <param name="frameCounter">The frame's number, all of it.</param>
    public void Crypt(Span<byte> payload, bool isUplink, uint devAddr, uint frameCounter) => Crypt(payload, isUplink, devAddr, frameCounter, kind: 0);

    /// <summary>Encrypts or decrypts the options of a data frame of version 1.1 in place (LoRaWAN 1.1 section 4.3.1.6).</summary>
    /// <param name="options">Up to 15 bytes.</param>
    /// <param name="isUplink">Is the frame from a device?</param>
    /// <param name="devAddr">The device's address.</param>
    /// <param name="frameCounter">The frame's number, all of it.</param>
    /// <param name="isApplicationCounter">Is it the number of frames to the device's applications (AFCntDown), and not of others?</param>
    public void CryptOptions(Span<byte> options, bool isUplink, uint devAddr, uint frameCounter, bool isApplicationCounter = false) =>
        Crypt(options, isUplink, devAddr, frameCounter, isApplicationCounter ? (byte)2 : (byte)1);

    /// <summary>Decrypts a join accept in place, code included: what is behind its first byte (LoRaWAN 1.1 section 6.2.5).</summary>
    /// <param name="payload">16 or 32 bytes.</param>
    /// <returns>False if it has another length.</returns>
    public bool TryDecryptJoinAccept(Span<byte> payload)
    {
        if (payload.Length is not (Size or 2 * Size))
            return false;
        // Devices only know how to encrypt: servers decrypt to send.
        _aes.EncryptEcb(payload, payload, PaddingMode.None);
        return true;
    }

    /// <summary>Encrypts a join accept in place, code included: what is behind its first byte.</summary>
    /// <param name="payload">16 or 32 bytes.</param>
    /// <returns>False if it has another length.</returns>
    public bool TryEncryptJoinAccept(Span<byte> payload)
    {
        if (payload.Length is not (Size or 2 * Size))
            return false;
        _aes.DecryptEcb(payload, payload, PaddingMode.None);
        return true;
    }

    /// <summary>Forgets the key.</summary>
    public void Dispose()
    {
        _cipher.Dispose();
        _aes.Dispose();
        _cmac.Dispose();
    }

    private void Crypt(Span<byte> bytes, bool isUplink, uint devAddr, uint frameCounter, byte kind)
    {
        var block = _block.AsSpan();
        block.Clear();
        block[0] = EncryptionBlock;
        block[4] = kind;
        block[5] = isUplink ? (byte)0 : (byte)1;
        BinaryPrimitives.WriteUInt32LittleEndian(block[6..], devAddr);
        BinaryPrimitives.WriteUInt32LittleEndian(block[10..], frameCounter);
        for (int at = 0; at < bytes.Length; at += Size)
        {
            // Options are one block, which has no number but in the later text of the specification: 1 there, too.
            block[15] = (byte)(at / Size + 1);
            _cipher.TransformBlock(_block, 0, Size, _stream, 0);
            for (int i = at; i < Math.Min(at + Size, bytes.Length); i++)
                bytes[i] ^= _stream[i - at];
        }
    }

    private static void Begin(Span<byte> block, byte first, ReadOnlySpan<byte> frame, uint frameCounter)
    {
        if (frame.Length < 8 || (LoRaWanMessageType)(frame[0] >> 5) is < LoRaWanMessageType.UnconfirmedDataUp or > LoRaWanMessageType.ConfirmedDataDown)
            throw new ArgumentException("It is no data frame.", nameof(frame));
        block.Clear();
        block[0] = first;
        block[5] = (byte)(frame[0] >> 5 & 1);
        frame.Slice(1, 4).CopyTo(block[6..]);
        BinaryPrimitives.WriteUInt32LittleEndian(block[10..], frameCounter);
    }

    private uint Code(ReadOnlySpan<byte> block, ReadOnlySpan<byte> frame)
    {
        Span<byte> code = stackalloc byte[Size];
        _cmac.Begin();
        _cmac.Append(block);
        _cmac.Append(frame);
        _cmac.Finish(code);
        return BinaryPrimitives.ReadUInt32LittleEndian(code);
    }
}

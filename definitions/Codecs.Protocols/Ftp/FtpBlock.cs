namespace Codecs.Protocols;

/// <summary>A block of a file in block mode (RFC 959 section 3.4.2).</summary>
/// <remarks>For a file that is a string of bytes, <see cref="FtpBlockDecoder"/> and <see cref="FtpBlockEncoder"/> do the same as streams. Read as messages, blocks tell of records and markers, too.</remarks>
[Message("RFC 959")]
public readonly ref partial struct FtpBlock
{
    /// <summary>What the block is.</summary>
    public partial FtpDescriptor Descriptor { get; init; }

    /// <summary>Bytes of the block.</summary>
    [LengthOf(nameof(Data))] public partial ushort Count { get; }

    /// <summary>The data, or a restart marker in visible characters.</summary>
    public partial ReadOnlySpan<byte> Data { get; init; }

    /// <summary>Is it the last block of the file?</summary>
    public bool IsLast => (Descriptor & FtpDescriptor.EndOfFile) != 0;
}

/// <summary>What a block, or the string behind an escape, is (RFC 959 section 3.4.2).</summary>
[Flags]
public enum FtpDescriptor : byte
{
    /// <summary>Data.</summary>
    None = 0,

    /// <summary>It is a restart marker.</summary>
    RestartMarker = 16,

    /// <summary>There may be errors in it.</summary>
    SuspectedErrors = 32,

    /// <summary>The file ends with it.</summary>
    EndOfFile = 64,

    /// <summary>A record ends with it.</summary>
    EndOfRecord = 128,
}

/// <summary>A string in compressed mode (RFC 959 section 3.4.3): bytes, one byte many times, many filler bytes, or an escape that says what the next string is.</summary>
/// <remarks>For a file that is a string of bytes, <see cref="FtpCompressedDecoder"/> and <see cref="FtpCompressedEncoder"/> do the same as streams.</remarks>
[Message("RFC 959")]
public readonly ref partial struct FtpCompressedString
{
    /// <summary>0: an escape. 1 to 127: so many bytes. 128 to 191: one byte, 0 to 63 times. 192 to 255: filler bytes, 0 to 63.</summary>
    public partial byte Header { get; init; }

    /// <summary>What the next string is.</summary>
    [When(nameof(IsEscape))] public partial FtpDescriptor Descriptor { get; init; }

    /// <summary>The byte that is repeated.</summary>
    [When(nameof(IsReplicated))] public partial byte Value { get; init; }

    /// <summary>The bytes.</summary>
    [Bytes(nameof(DataLength))] public partial ReadOnlySpan<byte> Data { get; init; }

    /// <summary>Does it only say what the next string is?</summary>
    public bool IsEscape => Header == 0;

    /// <summary>Is it one byte many times?</summary>
    public bool IsReplicated => Header >> 6 == 2;

    /// <summary>Is it filler bytes: spaces in text, zeros otherwise?</summary>
    public bool IsFiller => Header >> 6 == 3;

    /// <summary>How many bytes it stands for.</summary>
    public int Count => Header < 0x80 ? Header : Header & 0x3F;

    private int DataLength => Header < 0x80 ? Header : 0;

    /// <summary>Bytes: 1 to 127 of them.</summary>
    public static FtpCompressedString CreateData(ReadOnlySpan<byte> data)
    {
        ArgumentOutOfRangeException.ThrowIfZero(data.Length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(data.Length, 127);
        return new() { Header = (byte)data.Length, Data = data };
    }

    /// <summary>One byte, 1 to 63 times.</summary>
    public static FtpCompressedString CreateReplicated(byte value, int count) => new() { Header = (byte)(0x80 | Checked(count)), Value = value };

    /// <summary>Filler bytes, 0 to 63.</summary>
    public static FtpCompressedString CreateFiller(int count) => new() { Header = (byte)(0xC0 | Checked(count)) };

    /// <summary>Says what the next string is.</summary>
    public static FtpCompressedString CreateEscape(FtpDescriptor descriptor) => new() { Descriptor = descriptor };

    private static int Checked(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, 63);
        return count;
    }
}

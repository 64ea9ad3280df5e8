namespace Codecs.Fuzz.Inputs;

/// <summary>Where something lies in a message: a field, or an element of a list.</summary>
/// <param name="Path">The names of the fields that lead there.</param>
/// <param name="Kind">What it is made of.</param>
/// <param name="Role">What it is for.</param>
/// <param name="BitOffset">Where it starts, in bits from the start of the outermost message.</param>
/// <param name="BitWidth">Its width in bits.</param>
/// <param name="Values">The values that have a name, if it is a number.</param>
internal readonly record struct Place(string Path, FieldKind Kind, FieldRole Role, int BitOffset, int BitWidth, ulong[] Values)
{
    /// <summary>Is it a number, which can have another value in the same place?</summary>
    public bool IsNumber => Kind == FieldKind.Scalar && BitWidth is > 0 and <= 64;

    /// <summary>Can it be longer or shorter?</summary>
    public bool IsRegion => Kind != FieldKind.Scalar && BitOffset % 8 == 0;

    /// <summary>Does it tell the extent of something?</summary>
    public bool IsMeasure => IsNumber && (Role & (FieldRole.Length | FieldRole.Count)) != 0;

    /// <summary>The largest number that fits.</summary>
    public ulong Max => BitWidth >= 64 ? ulong.MaxValue : (1UL << BitWidth) - 1;

    /// <summary>The bits of a message at this place, as a number, most significant first.</summary>
    public ulong Read(ReadOnlySpan<byte> message)
    {
        ulong value = 0;
        for (int bit = BitOffset; bit < BitOffset + BitWidth; bit++)
            value = value << 1 | (uint)(message[bit / 8] >> 7 - bit % 8 & 1);
        return value;
    }

    /// <summary>A copy of a message with another number here.</summary>
    public byte[] With(ReadOnlySpan<byte> message, ulong value)
    {
        byte[] copy = message.ToArray();
        for (int i = 0; i < BitWidth; i++)
        {
            int bit = BitOffset + BitWidth - 1 - i;
            byte mask = (byte)(0x80 >> bit % 8);
            copy[bit / 8] = (byte)((value >> i & 1) != 0 ? copy[bit / 8] | mask : copy[bit / 8] & ~mask);
        }
        return copy;
    }
}

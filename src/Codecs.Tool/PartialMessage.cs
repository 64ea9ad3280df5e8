namespace Codecs.Tool;

/// <summary>The beginning of a message that is cut short within its header: what of it can be told by its description alone.</summary>
/// <remarks>For headers of the Internet protocols: numbers are taken to be in network order, and are shown without the names of their types.</remarks>
internal static class PartialMessage
{
    /// <summary>Shows the numbers at fixed places that the bytes hold.</summary>
    public static void Visit<TVisitor>(MessageDescription description, ReadOnlySpan<byte> bytes, TVisitor visitor)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var fields = description.Fields;
        for (int i = 0; i < fields.Length; i++)
        {
            var field = fields[i];
            bool isNumber = field.Kind == FieldKind.Scalar && field.BitOffset >= 0 && field.BitWidth is > 0 and <= 64 && (field.Role & FieldRole.Reserved) == 0;
            if (isNumber && field.BitOffset + field.BitWidth <= bytes.Length * 8)
                visitor.Scalar(field, field.BitOffset, field.BitWidth, Number(bytes, field.BitOffset, field.BitWidth));
        }
    }

    private static ulong Number(ReadOnlySpan<byte> bytes, int bitOffset, int bitWidth)
    {
        ulong value = 0;
        for (int bit = bitOffset; bit < bitOffset + bitWidth; bit++)
            value = value << 1 | (uint)(bytes[bit / 8] >> (7 - bit % 8) & 1);
        return value;
    }
}

using System.Globalization;

namespace Codecs.Generators.Model;

/// <summary>How a scalar's value is made from the integer on the wire.</summary>
/// <param name="Form">What it is.</param>
/// <param name="Type">Fully qualified type of the value.</param>
/// <param name="Integer">C# keyword of the integer: of the type itself, of the enum, or of the IScalar.</param>
/// <param name="Bits">Width on the wire.</param>
/// <param name="Order">The order of its bytes.</param>
/// <param name="OrderMember">The member that decides the order at run time.</param>
internal sealed record ScalarModel(ScalarForm Form, string Type, string Integer, int Bits, ByteOrder Order, string OrderMember)
{
    public int Bytes => (Bits + 7) / 8;

    /// <summary>Is the integer narrower on the wire than in C#, so that a value may not fit?</summary>
    public bool IsNarrow => Form != ScalarForm.Bool && Bits < IntegerBits;

    /// <summary>The name of the number in the converter between numbers and their bits.</summary>
    public string FloatName => Integer switch { "ushort" => "Half", "uint" => "Single", _ => "Double" };

    /// <summary>The name of its bits there.</summary>
    public string BitsName => Integer switch { "ushort" => "UInt16", "uint" => "UInt32", _ => "UInt64" };

    public bool IsSigned => Integer is "sbyte" or "short" or "int" or "long";

    public int IntegerBits => Integer switch { "byte" or "sbyte" => 8, "ushort" or "short" => 16, "uint" or "int" => 32, "ulong" or "long" => 64, _ => 128 };

    /// <summary>The largest integer that a length or count stores, as a C# literal.</summary>
    public string Max
    {
        get
        {
            int bits = IsSigned ? Bits - 1 : Bits;
            return bits >= 64 ? "ulong.MaxValue" : "0x" + ((1UL << bits) - 1).ToString("X", CultureInfo.InvariantCulture);
        }
    }
}

internal enum ScalarForm
{
    Integer,
    Bool,
    Enum,
    Custom,

    /// <summary>A floating-point number, as its bits.</summary>
    Float,
}

internal enum ByteOrder
{
    Big,
    Little,
    Runtime,
}

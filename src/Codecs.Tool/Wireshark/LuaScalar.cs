using System.Globalization;
using Codecs.Protocols;

namespace Codecs.Tool.Wireshark;

/// <summary>How a number on the wire is shown.</summary>
internal enum ScalarForm
{
    Unsigned,
    Signed,
    Flag,
    Float,

    /// <summary>Bytes, or an address.</summary>
    Bytes,
}

/// <summary>A scalar's type in Wireshark.</summary>
/// <param name="Form">What it is.</param>
/// <param name="Bits">Its width.</param>
/// <param name="FieldType">The ProtoField constructor: <c>uint16</c>.</param>
/// <param name="Names">The enum that has names for its values.</param>
internal sealed record LuaScalar(ScalarForm Form, int Bits, string FieldType, Type? Names)
{
    /// <summary>Can a Lua number hold it, so that conditions can use it?</summary>
    public bool IsNumber => Form is ScalarForm.Unsigned or ScalarForm.Signed or ScalarForm.Flag && Bits <= 64;

    /// <param name="type">C# type of the value, neither nullable nor optional.</param>
    /// <param name="bits">Width on the wire.</param>
    public static LuaScalar Of(Type type, int bits)
    {
        if (type == typeof(bool))
            return new(ScalarForm.Flag, bits, "bool", null);
        if (type == typeof(float) || type == typeof(double))
            return new(ScalarForm.Float, bits, type == typeof(float) ? "float" : "double", null);
        if (type.IsEnum || type.IsPrimitive)
        {
            bool isSigned = Type.GetTypeCode(type) is TypeCode.SByte or TypeCode.Int16 or TypeCode.Int32 or TypeCode.Int64;
            string width = bits <= 8 ? "8" : bits <= 16 ? "16" : bits <= 24 ? "24" : bits <= 32 ? "32" : "64";
            bool hasNames = type.IsEnum && bits <= 32 && !type.IsDefined(typeof(FlagsAttribute), inherit: false);
            return new(isSigned ? ScalarForm.Signed : ScalarForm.Unsigned, bits, (isSigned ? "int" : "uint") + width, hasNames ? type : null);
        }
        if (bits % 8 != 0)
            return new(ScalarForm.Unsigned, bits, bits <= 32 ? "uint32" : "uint64", null);
        return new(ScalarForm.Bytes, bits, type == typeof(IPv4Address) ? "ipv4" : type == typeof(IPv6Address) ? "ipv6" : type == typeof(MacAddress) ? "ether" : "bytes", null);
    }

    /// <summary>The names of the values, as a Lua table; null if there are none.</summary>
    public string? ValueNames()
    {
        if (Names is null)
            return null;
        var names = Enum.GetValuesAsUnderlyingType(Names).Cast<object>()
            .Select(value => (Number: Convert.ToInt64(value, CultureInfo.InvariantCulture), Name: Enum.GetName(Names, value)!)).DistinctBy(static item => item.Number);
        return "{ " + string.Join(", ", names.Select(static item => $"[{item.Number.ToString(CultureInfo.InvariantCulture)}] = {LuaText.Quote(Words.Of(item.Name))}")) + " }";
    }
}

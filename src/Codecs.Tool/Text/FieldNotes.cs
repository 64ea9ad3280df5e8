using Codecs.Protocols;

namespace Codecs.Tool.Text;

/// <summary>Numbers that are plain numbers to their definitions, with the names that people know them by.</summary>
internal static class FieldNotes
{
    // IEEE 802.3 section 3.2.6: from here on, the field is a type.
    private const ushort LeastEtherType = 1536;

    /// <summary>Writes the value with its name; false if it is nothing but a number.</summary>
    public static bool TryWrite<T>(TextOutput output, MessageDescription message, in FieldDescription field, T value)
    {
        if (value is uint organization && field.Name == "Organization")
        {
            output.Use(Ink.Symbol);
            output.Write("0x"u8).Hex(organization, 6).Use(Ink.Plain);
            return true;
        }
        if (value is not ushort number)
            return false;
        return (message.Name, field.Name) switch
        {
            (nameof(Tcp), "SourcePort" or "DestinationPort") => TryWritePort(output, number, (TcpPort)number),
            (nameof(Udp), "SourcePort" or "DestinationPort") => TryWritePort(output, number, (UdpPort)number),
            (_, "TypeOrLength") when number >= LeastEtherType => WriteType(output, number),
            (nameof(Snap), "ProtocolId") => WriteType(output, number),
            _ => false,
        };
    }

    /// <summary>Bytes that are an address of a kind that their length tells; null if they are not.</summary>
    public static string? Find(in FieldDescription field, ReadOnlySpan<byte> value)
    {
        if (!field.Name.EndsWith("Address", StringComparison.Ordinal))
            return null;
        return value.Length switch
        {
            4 => new IPv4Address(value).ToString(),
            6 => new MacAddress(value).ToString(),
            16 => new IPv6Address(value).ToString(),
            _ => null,
        };
    }

    private static bool TryWritePort<T>(TextOutput output, ushort number, T table) where T : struct, Enum
    {
        if (!ScalarTypes.TryGetName(table, out string? name))
            return false;
        output.Use(Ink.Symbol);
        output.Write(number).Write(" ("u8).Write(name).Write(")"u8).Use(Ink.Plain);
        return true;
    }

    private static bool WriteType(TextOutput output, ushort number)
    {
        output.Use(Ink.Symbol);
        if (ScalarTypes.TryGetName((EtherType)number, out string? name))
            output.Write(name).Write(" (0x"u8).Hex(number, 4).Write(")"u8);
        else
            output.Write("0x"u8).Hex(number, 4);
        output.Use(Ink.Plain);
        return true;
    }
}

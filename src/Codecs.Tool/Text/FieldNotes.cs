using System.Globalization;
using Codecs.Protocols;

namespace Codecs.Tool.Text;

/// <summary>Numbers that are plain numbers to their definitions, with the names that people know them by.</summary>
internal static class FieldNotes
{
    // IEEE 802.3 section 3.2.6: from here on, the field is a type.
    private const ushort LeastEtherType = 1536;

    /// <summary>The value with its name; null if it is nothing but a number.</summary>
    public static string? Find<T>(MessageDescription message, in FieldDescription field, T value)
    {
        if (value is uint organization && field.Name == "Organization")
            return string.Create(CultureInfo.InvariantCulture, $"0x{organization:x6}");
        if (value is not ushort number)
            return null;
        return (message.Name, field.Name) switch
        {
            (nameof(Tcp), "SourcePort" or "DestinationPort") => Port(number, (TcpPort)number),
            (nameof(Udp), "SourcePort" or "DestinationPort") => Port(number, (UdpPort)number),
            (_, "TypeOrLength") when number >= LeastEtherType => Type(number, (EtherType)number),
            (nameof(Snap), "ProtocolId") => Type(number, (EtherType)number),
            _ => null,
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

    private static string? Port<T>(ushort number, T table) where T : struct, Enum =>
        ScalarTypes.TryGetName(table, out string? name) ? string.Create(CultureInfo.InvariantCulture, $"{number} ({name})") : null;

    private static string Type(ushort number, EtherType type) => ScalarTypes.TryGetName(type, out string? name)
        ? string.Create(CultureInfo.InvariantCulture, $"{name} (0x{number:x4})")
        : string.Create(CultureInfo.InvariantCulture, $"0x{number:x4}");
}

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
        if (value is not ushort number)
            return null;
        return (message.Name, field.Name) switch
        {
            (nameof(Tcp), "SourcePort" or "DestinationPort") => Port(number, Enum.GetName((TcpPort)number)),
            (nameof(Udp), "SourcePort" or "DestinationPort") => Port(number, Enum.GetName((UdpPort)number)),
            (_, "TypeOrLength") when number >= LeastEtherType => Type(number, Enum.GetName((EtherType)number)),
            _ => null,
        };
    }

    private static string? Port(ushort number, string? name) => name is null ? null : string.Create(CultureInfo.InvariantCulture, $"{number} ({name})");

    private static string Type(ushort number, string? name) =>
        name is null ? string.Create(CultureInfo.InvariantCulture, $"0x{number:x4}") : string.Create(CultureInfo.InvariantCulture, $"{name} (0x{number:x4})");
}

using Codecs.Protocols;

namespace Codecs.Tool.Text;

/// <summary>Names of well-known ports, which are plain numbers to the definitions.</summary>
internal static class PortNames
{
    /// <summary>The name of a field's value if the field is a port; null if it has none.</summary>
    public static string? Find<T>(MessageDescription message, in FieldDescription field, T value)
    {
        if (value is not ushort port || (field.Role & FieldRole.Tag) == 0)
            return null;
        return message.Name switch
        {
            nameof(Tcp) => Enum.GetName((TcpPort)port),
            nameof(Udp) => Enum.GetName((UdpPort)port),
            _ => null,
        };
    }
}

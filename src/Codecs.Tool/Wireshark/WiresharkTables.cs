using System.Collections.Frozen;
using Codecs.Protocols;

namespace Codecs.Tool.Wireshark;

/// <summary>Wireshark's dissector tables that are the same as tables of the definitions.</summary>
internal static class WiresharkTables
{
    private static readonly FrozenDictionary<Type, string> s_names = new Dictionary<Type, string>
    {
        [typeof(EtherType)] = "ethertype",
        [typeof(IpProtocol)] = "ip.proto",
        [typeof(TcpPort)] = "tcp.port",
        [typeof(UdpPort)] = "udp.port",
        [typeof(PppProtocol)] = "ppp.protocol",
        [typeof(LlcSap)] = "llc.dsap",
    }.ToFrozenDictionary();

    /// <summary>Wireshark's name of a table; null if it has none like it.</summary>
    public static string? Find(Type table) => s_names.GetValueOrDefault(table);

    /// <summary>Is what it carries a stream, in which messages follow one another?</summary>
    public static bool IsStream(Type table) => table == typeof(TcpPort);

    /// <summary>Where Wireshark says the number that a tag field of a carrier holds; null if it says it nowhere.</summary>
    public static string? Port(string? field) => field switch
    {
        nameof(Tcp.SourcePort) => "src_port",
        nameof(Tcp.DestinationPort) => "dst_port",
        _ => null,
    };
}

using System.Text.Json;
using Codecs.Capture.Streams;
using Codecs.Protocols;

namespace Codecs.Tool.Streams;

/// <summary>What a connection carries, by the port of its server.</summary>
internal static class ApplicationProtocol
{
    /// <summary>What is said of a port that is in no table.</summary>
    public const string Unknown = "unknown";

    /// <summary>In words, for people.</summary>
    public static string Text(TcpConnection connection) => ScalarTypes.TryGetName(PortOf(connection), out string? name) ? name : Unknown;

    /// <summary>The name in the table, in camelCase, for programs.</summary>
    public static string Json(TcpConnection connection) =>
        Enum.GetName(PortOf(connection)) is { } name ? JsonNamingPolicy.CamelCase.ConvertName(name) : Unknown;

    private static TcpPort PortOf(TcpConnection connection) => (TcpPort)connection.Server.Port;
}

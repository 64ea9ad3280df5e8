using System.Text;
using System.Text.Json;
using Codecs.Protocols;

namespace Codecs.Tool.Streams;

/// <summary>What is told of messages of TLS: numbers as they are on the wire, names as text.</summary>
internal static class TlsText
{
    public static void Write(Utf8JsonWriter writer, TlsAlert alert)
    {
        writer.WriteNumber("level", (byte)alert.Level);
        writer.WriteNumber("description", (byte)alert.Description);
    }

    public static void Write(Utf8JsonWriter writer, in TlsHandshake message)
    {
        writer.WriteStartObject();
        writer.WriteNumber("type", (byte)message.Type);
        writer.WriteNumber("length", message.Body.Length);
        if (message.TryGet(out TlsClientHello client))
            Write(writer, client);
        else if (message.TryGet(out TlsServerHello server))
            Write(writer, server);
        else if (message.TryGet(out TlsCertificates certificates))
            Write(writer, certificates);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, in TlsClientHello hello)
    {
        writer.WriteNumber("version", (ushort)hello.LegacyVersion);
        writer.WriteStartArray("cipherSuites");
        for (int i = 0; i < hello.CipherSuites.Count; i++)
            writer.WriteNumberValue((ushort)hello.CipherSuites[i]);
        writer.WriteEndArray();
        if (!hello.Extensions.HasValue)
            return;
        writer.WriteStartArray("extensions");
        foreach (var extension in hello.Extensions.Value)
            writer.WriteNumberValue((ushort)extension.Type);
        writer.WriteEndArray();
        foreach (var extension in hello.Extensions.Value)
            Write(writer, extension);
    }

    private static void Write(Utf8JsonWriter writer, in TlsClientExtension extension)
    {
        if (extension.TryGet(out TlsServerNames names))
        {
            if (!names.Names.IsEmpty)
                writer.WriteString("serverName", Text(names.Names.First.Name));
        }
        else if (extension.TryGet(out TlsProtocolNames protocols))
        {
            Write(writer, protocols);
        }
        else if (extension.TryGet(out TlsSupportedVersions versions))
        {
            writer.WriteStartArray("versions");
            for (int i = 0; i < versions.Versions.Count; i++)
                writer.WriteNumberValue((ushort)versions.Versions[i]);
            writer.WriteEndArray();
        }
        else if (extension.TryGet(out TlsSupportedGroups groups))
        {
            writer.WriteStartArray("groups");
            for (int i = 0; i < groups.Groups.Count; i++)
                writer.WriteNumberValue((ushort)groups.Groups[i]);
            writer.WriteEndArray();
        }
    }

    private static void Write(Utf8JsonWriter writer, in TlsServerHello hello)
    {
        writer.WriteNumber("version", (ushort)hello.LegacyVersion);
        writer.WriteNumber("cipherSuite", (ushort)hello.CipherSuite);
        if (hello.IsHelloRetryRequest)
            writer.WriteBoolean("helloRetryRequest", true);
        if (!hello.Extensions.HasValue)
            return;
        writer.WriteStartArray("extensions");
        foreach (var extension in hello.Extensions.Value)
            writer.WriteNumberValue((ushort)extension.Type);
        writer.WriteEndArray();
        foreach (var extension in hello.Extensions.Value)
        {
            if (extension.TryGet(out TlsProtocolNames protocols))
                Write(writer, protocols);
            else if (extension.TryGet(out TlsSelectedVersion selected))
                writer.WriteNumber("selectedVersion", (ushort)selected.Version);
        }
    }

    private static void Write(Utf8JsonWriter writer, in TlsProtocolNames protocols)
    {
        writer.WriteStartArray("protocols");
        foreach (var protocol in protocols.Names)
            writer.WriteStringValue(Text(protocol.Name));
        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, in TlsCertificates certificates)
    {
        writer.WriteStartArray("certificateLengths");
        foreach (var certificate in certificates.Certificates)
            writer.WriteNumberValue(certificate.Data.Length);
        writer.WriteEndArray();
    }

    // Whatever the bytes are, they are text of one character for each.
    private static string Text(ReadOnlySpan<byte> bytes) => Encoding.Latin1.GetString(bytes);
}

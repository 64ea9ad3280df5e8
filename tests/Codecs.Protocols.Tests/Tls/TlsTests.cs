using System.Net.Security;
using System.Text;
using Codecs.Fuzz;

namespace Codecs.Protocols.Tests.Tls;

public sealed class TlsTests
{
    private static readonly byte[] s_clientHello = Sample.Get("TlsHandshake", "RFC 8448 section 3: client");
    private static readonly byte[] s_serverHello = Sample.Get("TlsHandshake", "RFC 8448 section 3: server");
    private static readonly byte[] s_every = Sample.Get("TlsHandshake", "RFC 8446 section 4.1.2");
    private static readonly byte[] s_old = Sample.Get("TlsHandshake", "RFC 2246");
    private static readonly byte[] s_retry = Sample.Get("TlsHandshake", "RFC 8446 section 4.1.4");
    private static readonly byte[] s_certificates = Sample.Get("TlsHandshake", "RFC 5246 section 7.4.2");
    private static readonly byte[] s_record = Sample.Get("TlsRecord", "RFC 8448");
    private static readonly byte[] s_alert = Sample.Get("TlsRecord", "RFC 8446 section 6");

    // RFC 8448 section 3 says what the messages hold.
    [Fact]
    public void Parse()
    {
        Assert.True(TlsHandshake.TryParse(s_clientHello, out var message));
        Assert.True(message.TryGet(out TlsClientHello client));
        Assert.Equal((TlsVersion.Tls12, 0, 3), (client.LegacyVersion, client.LegacySessionId.Length, client.CipherSuites.Count));
        Assert.Equal(TlsCipherSuite.TLS_CHACHA20_POLY1305_SHA256, client.CipherSuites[1]);
        Assert.Equal(
            [
                TlsExtensionType.ServerName, TlsExtensionType.RenegotiationInfo, TlsExtensionType.SupportedGroups, TlsExtensionType.SessionTicket, TlsExtensionType.KeyShare,
                TlsExtensionType.SupportedVersions, TlsExtensionType.SignatureAlgorithms, TlsExtensionType.PskKeyExchangeModes, TlsExtensionType.RecordSizeLimit,
            ],
            Types(client.Extensions.Value));
        Assert.True(Extension(client, TlsExtensionType.ServerName).TryGet(out TlsServerNames names));
        Assert.Equal("server", Encoding.ASCII.GetString(names.Names.First.Name));
        Assert.True(Extension(client, TlsExtensionType.KeyShare).TryGet(out TlsKeyShares shares));
        Assert.Equal((TlsNamedGroup.X25519, 32), (shares.Shares.First.Group, shares.Shares.First.KeyExchange.Length));
        Assert.True(Extension(client, TlsExtensionType.SupportedVersions).TryGet(out TlsSupportedVersions versions));
        Assert.Equal((1, TlsVersion.Tls13), (versions.Versions.Count, versions.Versions[0]));
        Assert.True(Extension(client, TlsExtensionType.SignatureAlgorithms).TryGet(out TlsSignatureAlgorithms algorithms));
        Assert.Equal((15, TlsSignatureScheme.EcdsaSecp256r1Sha256), (algorithms.Schemes.Count, algorithms.Schemes[0]));

        Assert.True(TlsHandshake.TryParse(s_serverHello, out message));
        Assert.True(message.TryGet(out TlsServerHello server));
        Assert.Equal((TlsCipherSuite.TLS_AES_128_GCM_SHA256, false), (server.CipherSuite, server.IsHelloRetryRequest));
        Assert.True(server.Extensions.Value.First.TryGet(out TlsServerKeyShare share));
        Assert.Equal((TlsNamedGroup.X25519, 32), (share.Group, share.KeyExchange.Value.Length));
        Assert.True(server.Extensions.Value.ElementAt(1).TryGet(out TlsSelectedVersion version));
        Assert.Equal(TlsVersion.Tls13, version.Version);
    }

    [Fact]
    public void EveryExtensionIsRead()
    {
        Assert.True(TlsHandshake.TryParse(s_every, out var message));
        Assert.True(message.TryGet(out TlsClientHello hello));
        Assert.True(Extension(hello, TlsExtensionType.ApplicationLayerProtocolNegotiation).TryGet(out TlsProtocolNames protocols));
        Assert.Equal("http/1.1", Encoding.ASCII.GetString(protocols.Names.ElementAt(1).Name));
        Assert.True(Extension(hello, TlsExtensionType.StatusRequest).TryGet(out TlsStatusRequest status));
        Assert.Equal(1, status.StatusType);
        Assert.True(Extension(hello, TlsExtensionType.Cookie).TryGet(out TlsCookie cookie));
        Assert.Equal(3, cookie.Cookie.Length);
        Assert.True(Extension(hello, TlsExtensionType.PreSharedKey).TryGet(out TlsOfferedPsks keys));
        Assert.Equal((1, 4096u, 32), (keys.Identities.Count, keys.Identities.First.ObfuscatedTicketAge, keys.Binders.First.Binder.Length));
        Assert.True(Extension(hello, TlsExtensionType.KeyShare).TryGet(out TlsKeyShares shares));
        Assert.Equal(TlsNamedGroup.Secp256r1, shares.Shares.ElementAt(1).Group);
        // What only servers send is something else.
        Assert.False(Extension(hello, TlsExtensionType.KeyShare).TryGet(out TlsServerKeyShare _));
    }

    [Fact]
    public void OldHellosHaveNoExtensions()
    {
        Assert.True(TlsHandshake.TryParse(s_old, out var message));
        Assert.True(message.TryGet(out TlsClientHello hello));
        Assert.Equal((TlsVersion.Tls10, false), (hello.LegacyVersion, hello.Extensions.HasValue));
    }

    [Fact]
    public void ARequestToSayHelloOnceMoreIsAServerHello()
    {
        Assert.True(TlsHandshake.TryParse(s_retry, out var message));
        Assert.True(message.TryGet(out TlsServerHello hello));
        Assert.True(hello.IsHelloRetryRequest);
        Assert.True(hello.Extensions.Value.First.TryGet(out TlsServerKeyShare share));
        Assert.Equal((TlsNamedGroup.Secp256r1, false), (share.Group, share.KeyExchange.HasValue));
    }

    [Fact]
    public void Build()
    {
        Assert.Equal(s_serverHello, (new TlsHandshake() / new TlsServerHello
        {
            LegacyVersion = TlsVersion.Tls12,
            Random = s_serverHello.AsSpan(6, 32),
            CipherSuite = TlsCipherSuite.TLS_AES_128_GCM_SHA256,
            Extensions = (MessageList<TlsServerExtension>)new ListBuilder<TlsServerExtension>
            {
                new TlsServerKeyShare { Group = TlsNamedGroup.X25519, KeyExchange = (ReadOnlySpan<byte>)s_serverHello.AsSpan(52, 32) },
                new TlsSelectedVersion { Version = TlsVersion.Tls13 },
            },
        }).ToArray());
        Assert.Equal(s_certificates, (new TlsHandshake() / new TlsCertificates
        {
            Certificates = new ListBuilder<TlsCertificate> { new() { Data = [0x30, 3, 2, 1, 1] }, new() { Data = [0x30, 3, 2, 1, 2] } },
        }).ToArray());
        Assert.Equal(s_alert, (new TlsRecord { LegacyRecordVersion = TlsVersion.Tls12 } / new TlsAlert { Level = TlsAlertLevel.Fatal, Description = TlsAlertDescription.NoApplicationProtocol }).ToArray());
    }

    [Fact]
    public void RoundTrip()
    {
        foreach (var sample in Sample.All.Where(sample => sample.Type == nameof(TlsHandshake)))
            Expect.RoundTrip<TlsHandshake>(sample.Bytes);
        foreach (var sample in Sample.All.Where(sample => sample.Type == nameof(TlsRecord)))
            Expect.RoundTrip<TlsRecord>(sample.Bytes);
    }

    [Fact]
    public void CutAtEveryLength()
    {
        Expect.Unfinished<TlsHandshake>(s_clientHello);
        Expect.Unfinished<TlsRecord>(s_record);
    }

    [Fact]
    public void WrongField()
    {
        Assert.True(TlsRecord.TryParse(s_record, out var record));
        Assert.True(record.IsPlausible);
        Assert.True(TlsRecord.TryParse(s_record.With(0, 0x47, 0x45), out record));
        Assert.False(record.IsPlausible);
        // A length within the hello goes past its end.
        Assert.True(TlsHandshake.TryParse(s_clientHello.With(39, 0xFF, 0xFE), out var message));
        Assert.False(message.TryGet(out TlsClientHello _));
        Assert.Throws<InvalidOperationException>(() => new TlsProtocolName { Name = new byte[256] }.ToArray());
    }

    [Fact]
    public void EncryptedAlertsAreNotRead()
    {
        Assert.True(TlsRecord.TryParse(Sample.Get("TlsRecord", "RFC 5246"), out var record));
        Assert.False(record.TryGet(out TlsAlert _));
        Assert.True(TlsRecord.TryParse(s_alert, out record));
        Assert.True(record.TryGet(out TlsAlert alert));
        Assert.Equal(TlsAlertDescription.NoApplicationProtocol, alert.Description);
    }

    [Fact]
    public void MessagesArePutTogetherWhateverTheRecords()
    {
        byte[] stream = [.. s_clientHello, .. s_old, .. s_certificates];
        for (int piece = 1; piece <= stream.Length; piece++)
        {
            var buffer = new TlsHandshakeBuffer(maxMessageSize: 1024);
            var found = new List<byte[]>();
            for (int at = 0; at < stream.Length; at += piece)
            {
                buffer.Append(stream.AsSpan(at, Math.Min(piece, stream.Length - at)));
                while (buffer.TryRead(out var message))
                    found.Add(message.ToArray());
            }
            Assert.Equal([s_clientHello, s_old, s_certificates], found);
            Assert.Equal(0, buffer.Length);
        }
    }

    [Fact]
    public void AMessageThatClaimsTooMuchIsNotCollected()
    {
        var buffer = new TlsHandshakeBuffer(maxMessageSize: 1024);
        buffer.Append([11, 0xFF, 0xFF, 0xFF]);
        Assert.False(buffer.TryRead(out _));
        Assert.True(buffer.IsTooLong);
        buffer.Append(new byte[16384]);
        Assert.Equal(4, buffer.Length);
        buffer.Clear();
        buffer.Append(s_old);
        Assert.True(buffer.TryRead(out _));
    }

    private static TlsClientExtension Extension(TlsClientHello hello, TlsExtensionType type)
    {
        foreach (var extension in hello.Extensions.Value)
        {
            if (extension.Type == type)
                return extension;
        }
        throw new InvalidOperationException($"There is no {type}.");
    }

    private static TlsExtensionType[] Types(MessageList<TlsClientExtension> extensions)
    {
        var types = new List<TlsExtensionType>();
        foreach (var extension in extensions)
            types.Add(extension.Type);
        return [.. types];
    }
}

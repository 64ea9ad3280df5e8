namespace Codecs.Protocols;

/// <summary>SSH_MSG_KEXINIT (RFC 4253 section 7.1): all that an end can, the best first. Of each list, the first of the client's that the server has is taken.</summary>
[Message("RFC 4253"), Tag(SshMessageNumber.KexInit)]
public readonly ref partial struct SshKexInit
{
    /// <summary>16 bytes of chance.</summary>
    [Bytes(16)] public partial ReadOnlySpan<byte> Cookie { get; init; }

    /// <summary>Methods of key exchange.</summary>
    [Prefixed<uint>, Separated(",")] public partial MessageList<SshName> KexAlgorithms { get; init; }

    /// <summary>Kinds of host keys.</summary>
    [Prefixed<uint>, Separated(",")] public partial MessageList<SshName> ServerHostKeyAlgorithms { get; init; }

    /// <summary>Ciphers, from client to server.</summary>
    [Prefixed<uint>, Separated(",")] public partial MessageList<SshName> EncryptionAlgorithmsClientToServer { get; init; }

    /// <summary>Ciphers, from server to client.</summary>
    [Prefixed<uint>, Separated(",")] public partial MessageList<SshName> EncryptionAlgorithmsServerToClient { get; init; }

    /// <summary>Message authentication codes, from client to server.</summary>
    [Prefixed<uint>, Separated(",")] public partial MessageList<SshName> MacAlgorithmsClientToServer { get; init; }

    /// <summary>Message authentication codes, from server to client.</summary>
    [Prefixed<uint>, Separated(",")] public partial MessageList<SshName> MacAlgorithmsServerToClient { get; init; }

    /// <summary>Compressions, from client to server.</summary>
    [Prefixed<uint>, Separated(",")] public partial MessageList<SshName> CompressionAlgorithmsClientToServer { get; init; }

    /// <summary>Compressions, from server to client.</summary>
    [Prefixed<uint>, Separated(",")] public partial MessageList<SshName> CompressionAlgorithmsServerToClient { get; init; }

    /// <summary>Languages, from client to server.</summary>
    [Prefixed<uint>, Separated(",")] public partial MessageList<SshName> LanguagesClientToServer { get; init; }

    /// <summary>Languages, from server to client.</summary>
    [Prefixed<uint>, Separated(",")] public partial MessageList<SshName> LanguagesServerToClient { get; init; }

    /// <summary>Does the first packet of a guessed method follow? 0 no, anything else yes.</summary>
    public partial byte FirstKexPacketFollows { get; init; }

    [Reserved] private partial uint Reserved { get; }
}

/// <summary>Name in a list (RFC 4251 sections 5 and 6): of a standard, or with @ and the domain of who made it.</summary>
[Message("RFC 4251")]
public readonly ref partial struct SshName
{
    /// <summary>Printable ASCII without comma.</summary>
    public partial ReadOnlySpan<byte> Name { get; init; }
}

/// <summary>SSH_MSG_KEXDH_INIT and SSH_MSG_KEX_ECDH_INIT (RFC 4253 section 8, RFC 5656 section 4): body of number 30, unless groups are exchanged.</summary>
[Message("RFC 4253")]
public readonly ref partial struct SshKexDhInit
{
    /// <summary>The client's public value: an integer, or a point.</summary>
    [Prefixed<uint>] public partial ReadOnlySpan<byte> ClientPublicValue { get; init; }
}

/// <summary>SSH_MSG_KEXDH_REPLY and SSH_MSG_KEX_ECDH_REPLY (RFC 4253 section 8, RFC 5656 section 4): body of number 31, unless groups are exchanged.</summary>
[Message("RFC 4253")]
public readonly ref partial struct SshKexDhReply
{
    /// <summary>The server's key, as its kind has it.</summary>
    [Prefixed<uint>] public partial ReadOnlySpan<byte> HostKey { get; init; }

    /// <summary>The server's public value: an integer, or a point.</summary>
    [Prefixed<uint>] public partial ReadOnlySpan<byte> ServerPublicValue { get; init; }

    /// <summary>Of the exchange, with the server's key.</summary>
    [Prefixed<uint>] public partial ReadOnlySpan<byte> Signature { get; init; }
}

/// <summary>SSH_MSG_KEX_DH_GEX_GROUP (RFC 4419 section 3): body of number 31 if groups are exchanged.</summary>
[Message("RFC 4419")]
public readonly ref partial struct SshKexDhGexGroup
{
    /// <summary>The prime: an integer.</summary>
    [Prefixed<uint>] public partial ReadOnlySpan<byte> Prime { get; init; }

    /// <summary>The generator: an integer.</summary>
    [Prefixed<uint>] public partial ReadOnlySpan<byte> Generator { get; init; }
}

/// <summary>SSH_MSG_KEX_DH_GEX_INIT (RFC 4419 section 3).</summary>
[Message("RFC 4419"), Tag(SshMessageNumber.KexDhGexInit)]
public readonly ref partial struct SshKexDhGexInit
{
    /// <summary>The client's public value: an integer.</summary>
    [Prefixed<uint>] public partial ReadOnlySpan<byte> ClientPublicValue { get; init; }
}

/// <summary>SSH_MSG_KEX_DH_GEX_REPLY (RFC 4419 section 3).</summary>
[Message("RFC 4419"), Tag(SshMessageNumber.KexDhGexReply)]
public readonly ref partial struct SshKexDhGexReply
{
    /// <summary>The server's key, as its kind has it.</summary>
    [Prefixed<uint>] public partial ReadOnlySpan<byte> HostKey { get; init; }

    /// <summary>The server's public value: an integer.</summary>
    [Prefixed<uint>] public partial ReadOnlySpan<byte> ServerPublicValue { get; init; }

    /// <summary>Of the exchange, with the server's key.</summary>
    [Prefixed<uint>] public partial ReadOnlySpan<byte> Signature { get; init; }
}

/// <summary>SSH_MSG_KEX_DH_GEX_REQUEST (RFC 4419 section 3): sizes of the group in bits.</summary>
[Message("RFC 4419"), Tag(SshMessageNumber.KexDhGexRequest)]
public readonly partial record struct SshKexDhGexRequest
{
    /// <summary>The least that is accepted.</summary>
    public partial uint MinimalSize { get; init; }

    /// <summary>What is wanted.</summary>
    public partial uint PreferredSize { get; init; }

    /// <summary>The most that is accepted.</summary>
    public partial uint MaximalSize { get; init; }
}

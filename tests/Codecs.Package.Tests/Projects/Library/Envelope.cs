using Codecs;
using Codecs.Protocols;

namespace Library;

/// <summary>Carries things that this assembly need not know, over UDP.</summary>
[Message, Tag((UdpPort)50505)]
public readonly ref partial struct Envelope
{
    [TagOf(nameof(Content))] public partial Kind Kind { get; init; }

    [LengthOf(nameof(Content))] public partial ushort Length { get; }

    public partial ReadOnlySpan<byte> Content { get; init; }

    [ChecksumOf<InternetChecksum>(nameof(Kind), nameof(Checksum))] public partial ushort Checksum { get; }
}

public enum Kind : byte
{
    Note = 1,
}

[Message, Tag(Kind.Note)]
public readonly ref partial struct Note
{
    public partial ReadOnlySpan<byte> Text { get; init; }
}

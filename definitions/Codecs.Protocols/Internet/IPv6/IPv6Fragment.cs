namespace Codecs.Protocols;

/// <summary>Fragment header (RFC 8200 section 4.5).</summary>
[Message("RFC 8200"), Tag(IpProtocol.Fragment)]
public readonly ref partial struct IPv6Fragment
{
    /// <summary>What the fragmented part of the packet begins with.</summary>
    [TagOf(nameof(Payload), When = nameof(IsFirstFragment))] public partial IpProtocol NextHeader { get; init; }

    [Reserved] private partial byte Reserved { get; }

    /// <summary>Where the payload belongs in the fragmented part, in units of 8 bytes.</summary>
    [Bits(13)] public partial ushort FragmentOffset { get; init; }

    [Bits(2), Reserved] private partial byte Reserved2 { get; }

    /// <summary>Are there others after this?</summary>
    [Bits(1)] public partial bool MoreFragments { get; init; }

    /// <summary>The same in all fragments of a packet.</summary>
    public partial uint Identification { get; init; }

    /// <summary>A part of the fragmented part; all of it in an atomic fragment (RFC 6946), which is first and last.</summary>
    public partial ReadOnlySpan<byte> Payload { get; init; }

    /// <summary>Does the payload begin where the fragmented part does? Only then does it begin with a header.</summary>
    public bool IsFirstFragment => FragmentOffset == 0;
}

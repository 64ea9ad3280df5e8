namespace Codecs.Capture.Streams;

/// <summary>What a frame holds of TCP.</summary>
public enum TcpFrameContent
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>A segment.</summary>
    Segment,

    /// <summary>A fragment of an IP packet that carries TCP. Fragments are not put together.</summary>
    Fragment,

    /// <summary>A TCP header that is not whole or does not fit together.</summary>
    Malformed,
}

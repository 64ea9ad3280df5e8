namespace Codecs.Capture;

/// <summary>The format of a capture file.</summary>
public enum CaptureFormat
{
    /// <summary>The format of libpcap and tcpdump: one interface, records one after the other.</summary>
    Pcap,

    /// <summary>Blocks: several interfaces, options, sections of either byte order.</summary>
    Pcapng,
}

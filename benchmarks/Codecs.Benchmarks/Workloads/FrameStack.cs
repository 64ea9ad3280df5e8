namespace Codecs.Benchmarks.Workloads;

/// <summary>The layers of a frame, where they are not TCP over IPv4 without a tag.</summary>
[Flags]
public enum FrameStack
{
    /// <summary>TCP over IPv4.</summary>
    Tcp = 0,

    /// <summary>UDP in place of TCP.</summary>
    Udp = 1,

    /// <summary>IPv6 in place of IPv4.</summary>
    IPv6 = 2,

    /// <summary>With a VLAN tag.</summary>
    Vlan = 4,
}

namespace Codecs.Protocols;

/// <summary>Explicit congestion notification, the last two bits of the traffic class (RFC 3168 section 5).</summary>
public enum Ecn : byte
{
    /// <summary>The transport does not take part (Not-ECT).</summary>
    NotCapable = 0,

    /// <summary>The transport takes part, with L4S behaviour (RFC 9331).</summary>
    Ect1 = 1,

    /// <summary>The transport takes part.</summary>
    Ect0 = 2,

    /// <summary>A router on the path is congested (CE).</summary>
    CongestionExperienced = 3,
}

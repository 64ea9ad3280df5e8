namespace Codecs.Protocols;

/// <summary>Logical link control (IEEE 802.2 section 3): what an Ethernet frame with a length carries.</summary>
[Message("IEEE 802.2"), Tag(EtherType.Llc)]
public readonly ref partial struct Llc
{
    /// <summary>The <see cref="Control"/> of unnumbered information: what nearly every frame has.</summary>
    public const byte UnnumberedInformation = 0x03;

    /// <summary>The protocol that is to receive (DSAP). The last bit says that it is a group of them.</summary>
    [TagOf(nameof(Payload), When = nameof(IsInformation))] public partial LlcSap Dsap { get; init; }

    /// <summary>The protocol that sent (SSAP). The last bit says response, or else command.</summary>
    public partial LlcSap Ssap { get; init; }

    /// <summary>The control field, or its first byte: see <see cref="Format"/>.</summary>
    public partial byte Control { get; init; }

    /// <summary>The second byte of the control field of numbered formats: 7 bits are the number of the frame that is expected, N(R); the last is poll or final.</summary>
    [When(nameof(IsNumbered))] public partial byte? ReceiveControl { get; init; }

    /// <summary>What the frame carries. In unnumbered formats other than information, what they tell.</summary>
    public partial ReadOnlySpan<byte> Payload { get; init; }

    /// <summary>What the last two bits of <see cref="Control"/> say.</summary>
    public LlcFormat Format => (Control & 3) switch { 3 => LlcFormat.Unnumbered, 1 => LlcFormat.Supervisory, _ => LlcFormat.Information };

    /// <summary>Has the frame a number, and so a control field of two bytes?</summary>
    public bool IsNumbered => Format != LlcFormat.Unnumbered;

    /// <summary>Does the frame carry data, numbered or not? Whether it polls makes no difference.</summary>
    public bool IsInformation => Format == LlcFormat.Information || (Control & ~0x10) == UnnumberedInformation;
}

/// <summary>Formats of the control field (IEEE 802.2 section 5.2).</summary>
public enum LlcFormat : byte
{
    /// <summary>Data with a number (I format): the first 7 bits of <see cref="Llc.Control"/>, N(S).</summary>
    Information,

    /// <summary>Acknowledgement and flow control (S format): receiver ready, not ready, reject.</summary>
    Supervisory,

    /// <summary>Without a number (U format): information, TEST, XID, and setting up and ending connections.</summary>
    Unnumbered,
}

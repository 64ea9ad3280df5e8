using System.Text.Unicode;

namespace Codecs.Protocols;

/// <summary>The payload of a Close frame (RFC 6455 section 5.5.1): nothing, or a code and perhaps words.</summary>
/// <remarks>A payload of a single byte is no such message: there is no half of a code.</remarks>
[Message("RFC 6455")]
public readonly ref partial struct WebSocketClose
{
    /// <summary>The longest <see cref="Reason"/> in bytes: a control frame has at most 125 (RFC 6455 section 5.5).</summary>
    public const int MaxReasonLength = 123;

    /// <summary>Why; null if nothing is said.</summary>
    [Require(nameof(MayBeReceived))] public partial WebSocketCloseCode? Code { get; init; }

    /// <summary>Words in UTF-8 for whoever looks for a fault; not for users.</summary>
    [Limit(MaxReasonLength), Require(nameof(IsText))] public partial ReadOnlySpan<byte> Reason { get; init; }

    private bool MayBeReceived => Code is not { } code || code.MayBeReceived;

    private bool IsText => Utf8.IsValid(Reason);
}

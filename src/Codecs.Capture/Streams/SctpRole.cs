namespace Codecs.Capture.Streams;

/// <summary>Which end of an association.</summary>
public enum SctpRole
{
    /// <summary>The one that sent the first INIT, or, if that was not captured, was seen first.</summary>
    Initiator,

    /// <summary>The other one.</summary>
    Responder,
}

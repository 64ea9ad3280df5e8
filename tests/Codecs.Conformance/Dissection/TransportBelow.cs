namespace Codecs.Conformance.Dissection;

/// <summary>What the checksum of a transport layer covers of the layers below it.</summary>
internal struct TransportBelow
{
    public PseudoHeader PseudoHeader { get; private set; }

    /// <summary>Takes the next layer into account.</summary>
    public void Add<T>(scoped in T layer) where T : IMessage<T>, allows ref struct => PseudoHeader = layer.GetPseudoHeader(PseudoHeader);
}

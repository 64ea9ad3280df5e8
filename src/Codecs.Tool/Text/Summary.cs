using System.Globalization;
using Codecs.Protocols;
using Codecs.Tool.Definitions;

namespace Codecs.Tool.Text;

/// <summary>What one line can tell of a packet: from where to where, the topmost protocol, and the most telling of its fields.</summary>
internal sealed class Summary(PacketStack stack)
{
    /// <summary>Addresses of the highest layer that has some.</summary>
    public string Source { get; private set; } = "";

    public string Destination { get; private set; } = "";

    public string? SourcePort { get; private set; }

    public string? DestinationPort { get; private set; }

    /// <summary>The topmost layer.</summary>
    public string Protocol { get; private set; } = "";

    /// <summary>What the topmost layer says.</summary>
    public SummaryInfo Info { get; } = new();

    /// <summary>Bytes above the topmost layer.</summary>
    public int Rest { get; set; }

    public bool IsMalformed { get; set; }

    public bool IsCut { get; set; }

    /// <summary>Walks a frame.</summary>
    public void Read(LinkType linkType, ReadOnlySpan<byte> frame)
    {
        Source = Destination = Protocol = "";
        SourcePort = DestinationPort = null;
        Rest = 0;
        IsMalformed = IsCut = false;
        Info.Clear();
        var visitor = new SummaryVisitor(this);
        stack.Walk(linkType, frame, ref visitor);
        if (Protocol.Length == 0)
            Protocol = ScalarTypes.TryGetName(linkType, out string? name) ? name : string.Create(CultureInfo.InvariantCulture, $"link type {(int)linkType}");
    }

    public void Enter(string protocol)
    {
        Protocol = protocol;
        Rest = 0;
        Info.Clear();
    }

    /// <summary>Takes what a field says of the way of the packet.</summary>
    public bool TryTakeAddress<T>(string field, T value)
    {
        switch (field)
        {
            case "Source" or "SourceAddress" or "SenderProtocol" or "SenderProtocolAddress" or "Sender":
                Source = ScalarTypes.ToText(value);
                SourcePort = null;
                return true;
            case "Destination" or "DestinationAddress" or "TargetProtocol" or "TargetProtocolAddress" or "Target":
                Destination = ScalarTypes.ToText(value);
                DestinationPort = null;
                return true;
            case "SourcePort":
                SourcePort = ScalarTypes.ToText(value);
                return true;
            case "DestinationPort":
                DestinationPort = ScalarTypes.ToText(value);
                return true;
            default:
                return false;
        }
    }
}

using System.Globalization;
using Codecs.Protocols;
using Codecs.Tool.Definitions;

namespace Codecs.Tool.Text;

/// <summary>What one line can tell of a packet: from where to where, the topmost protocol, and the most telling of its fields.</summary>
internal sealed class Summary(PacketStack stack)
{
    private const int MostAddress = 64;

    /// <summary>Addresses of the highest layer that has some.</summary>
    public AsciiText Source { get; } = new(MostAddress);

    public AsciiText Destination { get; } = new(MostAddress);

    /// <summary>Empty if there is none.</summary>
    public AsciiText SourcePort { get; } = new(MostAddress);

    public AsciiText DestinationPort { get; } = new(MostAddress);

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
        Source.Clear();
        Destination.Clear();
        SourcePort.Clear();
        DestinationPort.Clear();
        Protocol = "";
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
    public bool TryTakeAddress<T>(SummaryUse use, T value)
    {
        switch (use)
        {
            case SummaryUse.Source:
                SourcePort.Clear();
                Set(Source, value);
                return true;
            case SummaryUse.Destination:
                DestinationPort.Clear();
                Set(Destination, value);
                return true;
            case SummaryUse.SourcePort:
                Set(SourcePort, value);
                return true;
            case SummaryUse.DestinationPort:
                Set(DestinationPort, value);
                return true;
            default:
                return false;
        }
    }

    private static void Set<T>(AsciiText text, T value)
    {
        text.Clear();
        text.Append(value);
    }
}

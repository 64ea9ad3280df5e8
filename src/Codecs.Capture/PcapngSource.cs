using Codecs.Capture.Formats;
using Codecs.Protocols;

namespace Codecs.Capture;

/// <summary>The frames of a pcapng file, through all its sections.</summary>
internal sealed class PcapngSource(CaptureBuffer input) : FrameSource(input)
{
    private const int SectionStartLength = 12;
    private const int BlockHeaderLength = 8;
    private const int BlockTrailerLength = 4;
    private const int MostInterfaces = 1 << 16;

    private bool _isLittleEndian;
    private int _section = -1;
    private int _firstInterface;
    private int _consumed;

    public override bool TryRead(out CapturedFrame frame)
    {
        frame = default;
        while (Damage is null)
        {
            Input.Advance(_consumed);
            _consumed = 0;
            if (!Input.Fill(SectionStartLength))
                return (Input.Unread.Length > 0 || Input.Failure is not null) && FailAtEnd("the header of a block");
            if (PcapngSectionStart.TryParse(Input.Unread, out var start))
                _isLittleEndian = start.IsLittleEndian;
            PcapngBlockHeader.TryParse(Input.Unread, _isLittleEndian, out var header);
            uint length = header.TotalLength;
            if (header.Type == PcapngBlockType.SectionHeader && start.Magic == default)
                return Fail(Input.Position, $"A section starts here, but its byte-order magic is none");
            if (length < BlockHeaderLength + BlockTrailerLength || length % 4 != 0)
                return Fail(Input.Position, $"A block claims to have {length:N0} bytes, which no block can have");
            if (!IsOfUse(header.Type))
            {
                if (!PassOver(length))
                    return false;
                continue;
            }
            if (length > MostBytes)
                return Fail(Input.Position, $"A block claims to have {length:N0} bytes; more than {MostBytes:N0} are not read");
            if (!Input.Fill((int)length))
                return FailAtEnd($"a block, after frame {Count}", length);
            if (PcapngBlock.TryParse(Input.Unread[..(int)length], _isLittleEndian, out var block) is { Success: false } result)
                return Fail(Input.Position, $"A block is not readable: {result.Describe<PcapngBlock>()}");
            _consumed = (int)length;
            if (TryRead(block, out frame))
                return true;
        }
        return false;
    }

    private static bool IsOfUse(PcapngBlockType type) => type is PcapngBlockType.SectionHeader or PcapngBlockType.InterfaceDescription
        or PcapngBlockType.EnhancedPacket or PcapngBlockType.SimplePacket or PcapngBlockType.Packet;

    private bool PassOver(uint length)
    {
        long start = Input.Position;
        // The length is needed twice: it is read before the block is left behind, and again at its end.
        if (!Input.Skip(length - BlockTrailerLength) || !Input.Fill(BlockTrailerLength))
            return FailAtEnd($"a block, after frame {Count}");
        Span<byte> both = stackalloc byte[BlockHeaderLength];
        Input.Unread[..BlockTrailerLength].CopyTo(both[BlockTrailerLength..]);
        PcapngBlockHeader.TryParse(both, _isLittleEndian, out var trailer);
        if (trailer.TotalLength != length)
            return Fail(start, $"A block has {length:N0} bytes by its start, but {trailer.TotalLength:N0} by its end");
        Input.Advance(BlockTrailerLength);
        return true;
    }

    // False if the block is no frame; what is wrong with it, if anything, is then in Damage.
    private bool TryRead(scoped in PcapngBlock block, out CapturedFrame frame)
    {
        frame = default;
        switch (block.Type)
        {
            case PcapngBlockType.SectionHeader:
                var section = PcapngSectionHeader.TryParse(block.Body, _isLittleEndian, out var header);
                if (!section)
                    return Fail(Input.Position, $"A section header is not readable: {section.Describe<PcapngSectionHeader>()}");
                // Minor version 2 means the same as 0 (draft-ietf-opsawg-pcapng, section 4.1).
                if (header is not { MajorVersion: 1, MinorVersion: 0 or 2 })
                    return Fail(Input.Position, $"A section is of version {header.MajorVersion}.{header.MinorVersion}; only version 1.0 is known");
                _section++;
                _firstInterface = Interfaces.Count;
                return false;

            case PcapngBlockType.InterfaceDescription:
                var description = PcapngInterfaceDescription.TryParse(block.Body, _isLittleEndian, out var item);
                if (!description)
                    return Fail(Input.Position, $"An interface description is not readable: {description.Describe<PcapngInterfaceDescription>()}");
                if (Interfaces.Count == MostInterfaces)
                    return Fail(Input.Position, $"There are more than {MostInterfaces:N0} interfaces");
                Add(PcapngInterface.From(_section, Interfaces.Count - _firstInterface, item));
                return false;

            case PcapngBlockType.EnhancedPacket:
                var enhanced = PcapngEnhancedPacket.TryParse(block.Body, _isLittleEndian, out var packet);
                return enhanced
                    ? TryRead(packet.InterfaceId, packet.Timestamp, packet.OriginalLength, packet.Data, out frame)
                    : Fail(Input.Position, $"Frame {Count + 1} is not readable: {enhanced.Describe<PcapngEnhancedPacket>()}");

            case PcapngBlockType.Packet:
                var old = PcapngPacket.TryParse(block.Body, _isLittleEndian, out var oldPacket);
                return old
                    ? TryRead(oldPacket.InterfaceId, oldPacket.Timestamp, oldPacket.OriginalLength, oldPacket.Data, out frame)
                    : Fail(Input.Position, $"Frame {Count + 1} is not readable: {old.Describe<PcapngPacket>()}");

            default:
                var simple = PcapngSimplePacket.TryParse(block.Body, _isLittleEndian, out var simplePacket);
                if (!simple)
                    return Fail(Input.Position, $"Frame {Count + 1} is not readable: {simple.Describe<PcapngSimplePacket>()}");
                return TryRead(0, null, simplePacket.OriginalLength, Captured(simplePacket), out frame);
        }
    }

    // A simple packet does not say how much of the frame is here: the snap length does, and the padding is cut off.
    private ReadOnlySpan<byte> Captured(scoped in PcapngSimplePacket packet)
    {
        long length = Math.Min(packet.Data.Length, packet.OriginalLength);
        if (_firstInterface < Interfaces.Count && Interfaces[_firstInterface].SnapLength is > 0 and var most)
            length = Math.Min(length, most);
        return packet.Data[..(int)length];
    }

    private bool TryRead(uint interfaceId, ulong? ticks, uint originalLength, ReadOnlySpan<byte> data, out CapturedFrame frame)
    {
        frame = default;
        int known = Interfaces.Count - _firstInterface;
        if (interfaceId >= known)
            return Fail(Input.Position, $"Frame {Count + 1} is of interface {interfaceId}, but the section has described {known}");
        var item = Interfaces[_firstInterface + (int)interfaceId];
        Count++;
        frame = new()
        {
            Number = Count,
            Timestamp = ticks is { } value ? CaptureTimestamp.FromTicks(value, item.TimestampResolution, item.TimestampOffset) : null,
            Interface = item,
            OriginalLength = originalLength,
            Data = data,
        };
        return true;
    }
}

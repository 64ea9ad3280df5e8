using System.Buffers.Binary;
using System.Text;
using Codecs.Capture.Formats;
using Codecs.Protocols;

namespace Codecs.Capture;

/// <summary>Makes a <see cref="CaptureInterface"/> of an interface description block and its options (draft-ietf-opsawg-pcapng, section 4.2).</summary>
internal static class PcapngInterface
{
    private const int MostTextBytes = 256;

    private const ushort IfName = 2;
    private const ushort IfDescription = 3;
    private const ushort IfTimestampResolution = 9;
    private const ushort IfFrameCheckLength = 13;
    private const ushort IfTimestampOffset = 14;

    public static CaptureInterface From(int section, int index, in PcapngInterfaceDescription description)
    {
        string? name = null, text = null;
        byte resolution = 6;
        long offset = 0;
        int check = 0;
        var options = description.Options;
        // A damaged option ends the options, not the file: what they tell is of use, but frames can be read without it.
        while (PcapngOption.TryParse(options, description.IsLittleEndian, out var option) is { Success: true } result && option.Code != PcapngOption.End)
        {
            var value = option.Value;
            switch (option.Code)
            {
                case IfName:
                    name = Text(value);
                    break;
                case IfDescription:
                    text = Text(value);
                    break;
                case IfTimestampResolution when value.Length >= 1:
                    resolution = value[0];
                    break;
                case IfFrameCheckLength when value.Length >= 1:
                    // In bits by the specification; older files have it in bytes.
                    check = value[0] >= 16 ? value[0] / 8 : value[0];
                    break;
                case IfTimestampOffset when value.Length >= 8:
                    offset = description.IsLittleEndian ? BinaryPrimitives.ReadInt64LittleEndian(value) : BinaryPrimitives.ReadInt64BigEndian(value);
                    break;
            }
            options = options[result.BytesConsumed..];
        }
        return new(section, index, (LinkType)description.LinkType, description.SnapLength)
        {
            Name = name,
            Description = text,
            FrameCheckLength = check,
            TimestampResolution = resolution,
            TimestampOffset = offset,
            TimestampDecimals = Decimals(resolution),
        };
    }

    private static string Text(ReadOnlySpan<byte> value) => Encoding.UTF8.GetString(value[..Math.Min(value.Length, MostTextBytes)]).TrimEnd('\0');

    // A power of two that is finer than a microsecond has no end in decimals that would be of use: nanoseconds.
    private static int Decimals(byte resolution) => (resolution & 0x80) == 0 ? Math.Min(resolution & 0x7F, 9) : (resolution & 0x7F) switch
    {
        0 => 0,
        <= 20 => 6,
        _ => 9,
    };
}

namespace Codecs.Tests.Tool;

/// <summary>Frames to dissect, from documentation addresses (RFC 5737, RFC 7042).</summary>
internal static class SampleFrames
{
    private const string Ethernet = "00005e005302" + "00005e005301";

    /// <summary>A TCP segment with SYN and an MSS option: 58 bytes.</summary>
    public static byte[] Syn => Convert.FromHexString(
        Ethernet + "0800" +
        "4500002c" + "00014000" + "4006b6c8" + "c0000201" + "c0000202" +
        "0d2c0050" + "00000001" + "00000000" + "60022238" + "00000000" + "020405b4");

    /// <summary>An ARP request.</summary>
    public static byte[] Arp => Convert.FromHexString(
        Ethernet + "0806" + "0001080006040001" + "00005e005301" + "c0000201" + "000000000000" + "c0000202");

    /// <summary>An ICMP port unreachable that quotes an IPv4 header and the first 8 bytes of UDP.</summary>
    public static byte[] Unreachable => Convert.FromHexString(
        Ethernet + "0800" +
        "45000038" + "00020000" + "4001f6bf" + "c0000202" + "c0000201" +
        "03030000" + "00000000" +
        "45000054" + "00030000" + "4011f693" + "c0000201" + "c0000202" +
        "d4310035" + "00400000");

    /// <summary>An IPv4 header with a length of less than its least.</summary>
    public static byte[] BadHeaderLength => Convert.FromHexString(Ethernet + "0800" + "44000014" + "00000000" + "40060000" + "c0000201" + "c0000202");

    /// <summary>A TCP option of length zero.</summary>
    public static byte[] BadOption
    {
        get
        {
            byte[] frame = Syn;
            frame[55] = 0;
            return frame;
        }
    }
}

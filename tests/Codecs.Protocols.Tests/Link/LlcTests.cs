using Codecs.Fuzz;

namespace Codecs.Protocols.Tests.Link;

public sealed class LlcTests
{
    private static readonly byte[] s_snap = Sample.Get("Llc", "IEEE 802.2 section 5.2: unnumbered information");
    private static readonly byte[] s_ready = Sample.Get("Llc", "IEEE 802.2 section 5.2: receive ready");
    private static readonly byte[] s_numbered = Sample.Get("Llc", "IEEE 802.2 section 5.2: information frame 3");

    [Fact]
    public void Parse()
    {
        Assert.True(Llc.TryParse(s_snap, out var llc));
        Assert.Equal((LlcSap.Snap, LlcSap.Snap, LlcFormat.Unnumbered, null), (llc.Dsap, llc.Ssap, llc.Format, llc.ReceiveControl));
        Assert.True(llc.TryGet(out Snap snap));
        Assert.Equal(EtherType.Arp, snap.EtherType);
        Assert.True(Llc.TryParse(s_ready, out llc));
        Assert.Equal((LlcFormat.Supervisory, (byte?)0x0B, false, 0), (llc.Format, llc.ReceiveControl, llc.IsInformation, llc.Payload.Length));
        Assert.True(Llc.TryParse(s_numbered, out llc));
        Assert.Equal((LlcFormat.Information, (byte?)0x0A, true, 2), (llc.Format, llc.ReceiveControl, llc.IsInformation, llc.Payload.Length));
    }

    [Fact]
    public void Build()
    {
        Assert.Equal(s_snap, (new Llc { Ssap = LlcSap.Snap, Control = Llc.UnnumberedInformation } / new Snap { EtherType = EtherType.Arp }).ToArray());
        Assert.Equal(s_ready, new Llc { Dsap = (LlcSap)4, Ssap = (LlcSap)1, Control = 1, ReceiveControl = 0x0B }.ToArray());
    }

    [Fact]
    public void RoundTrip()
    {
        Expect.RoundTrip<Llc>(s_snap);
        Expect.RoundTrip<Llc>(s_ready);
        Expect.RoundTrip<Llc>(s_numbered);
    }

    [Fact]
    public void CutAtEveryLength()
    {
        Expect.Unfinished<Llc>(s_snap, least: 3);
        Expect.Unfinished<Llc>(s_ready);
        Expect.Unfinished<Llc>(s_numbered, least: 4);
    }

    [Fact]
    public void WrongField()
    {
        // A number in a format that has none, and none in one that has.
        Assert.Contains(nameof(Llc.ReceiveControl), Assert.Throws<InvalidOperationException>(() => new Llc { Control = 3, ReceiveControl = 1 }.ToArray()).Message, StringComparison.Ordinal);
        Assert.Contains(nameof(Llc.ReceiveControl), Assert.Throws<InvalidOperationException>(() => new Llc { Control = 1 }.ToArray()).Message, StringComparison.Ordinal);
    }
}

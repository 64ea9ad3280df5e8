using Codecs.Capture.Formats;

namespace Codecs.Tests.Capture;

// draft-ietf-opsawg-pcapng, sections 4.5 and 4.7; by hand, in both byte orders.
public sealed class PcapngBlockTests
{
    private static readonly byte[] s_names = Convert.FromHexString("0100" + "0900" + "C0000201" + "686F737400" + "000000" + "0000" + "0000");
    private static readonly byte[] s_secrets = Convert.FromHexString("544C534B" + "00000005" + "4142430D0A" + "000000" + "0001" + "0002" + "6F6B" + "0000");

    [Fact]
    public void NamesOfAddresses()
    {
        byte[] block = new PcapngBlock { IsLittleEndian = true, Type = PcapngBlockType.NameResolution, Body = s_names }.ToArray();
        Assert.Equal(12 + s_names.Length, block.Length);
        Assert.True(PcapngBlock.TryParse(block, true, out var read));
        Assert.True(PcapngNameResolution.TryParse(read.Body, out var names));
        var found = new List<(int, int)>();
        var rest = names.Records;
        while (PcapngNameRecord.TryParse(rest, true, out var record) is { Success: true } result)
        {
            found.Add((record.Type, record.Value.Length));
            rest = rest[result.BytesConsumed..];
        }
        Assert.Equal([(1, 9), (0, 0)], found);
        Assert.Equal(s_names[..16], new PcapngNameRecord { IsLittleEndian = true, Type = 1, Value = s_names.AsSpan(4, 9) }.ToArray());
    }

    [Fact]
    public void Secrets()
    {
        Assert.True(PcapngDecryptionSecrets.TryParse(s_secrets, false, out var secrets));
        Assert.Equal((0x544C534Bu, 5u, "ABC\r\n"), (secrets.SecretsType, secrets.SecretsLength, System.Text.Encoding.ASCII.GetString(secrets.SecretsData)));
        Assert.True(PcapngOption.TryParse(secrets.Options, false, out var option));
        Assert.Equal((1, "ok"), (option.Code, System.Text.Encoding.ASCII.GetString(option.Value)));
        Assert.Equal(s_secrets, new PcapngDecryptionSecrets { SecretsType = 0x544C534B, SecretsData = "ABC\r\n"u8, Options = s_secrets.AsSpan(16) }.ToArray());
        Assert.Equal(System.Buffers.OperationStatus.NeedMoreData, PcapngDecryptionSecrets.TryParse(s_secrets.AsSpan(0, 10), false, out _).Status);
    }
}

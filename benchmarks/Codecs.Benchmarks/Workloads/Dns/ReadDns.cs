using Codecs.Protocols;

namespace Codecs.Benchmarks.Workloads.Dns;

/// <summary>W2: reading DNS responses with one question and four answers that are in the cache; names are compressed, and must be right.</summary>
public abstract class ReadDns : Workload
{
    /// <summary>Messages of one run: about 300 KB.</summary>
    protected const int Messages = 2000;

    // A name, and what may be copied after it.
    private readonly byte[] _scratch = new byte[DnsName.MaxLength + 65];
    private byte[][] _messages = [];

    /// <inheritdoc/>
    public override void SetUp() => _messages = DnsData.Messages(Messages);

    /// <inheritdoc/>
    public override bool SetUpDamaged()
    {
        _messages = DnsData.DamagedMessages(Messages);
        return true;
    }

    private protected ulong ReadAll<TNames>() where TNames : INameReading
    {
        ulong sum = 0;
        foreach (byte[] message in _messages)
            sum = sum * 3 + PlainDns.Read<TNames>(message, _scratch);
        return sum;
    }

    private protected ulong ReadAllOnce<TNames>() where TNames : INameSumming
    {
        ulong sum = 0;
        foreach (byte[] message in _messages)
            sum = sum * 3 + GeneratedDns.ReadOnce<TNames>(message, _scratch);
        return sum;
    }

    private protected ulong ReadAllGenerated<TNames>() where TNames : INameSumming
    {
        ulong sum = 0;
        foreach (byte[] message in _messages)
            sum = sum * 3 + GeneratedDns.Read<TNames>(message, _scratch);
        return sum;
    }
}

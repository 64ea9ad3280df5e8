namespace Codecs.Protocols;

// RFC 6891: what a message says beyond its header is in a record of the additional section.
public readonly ref partial struct DnsMessage
{
    /// <summary>The response code with the bits that EDNS adds (RFC 6891 section 6.1.3).</summary>
    public DnsResponseCode ExtendedResponseCode => TryGetEdns(out var edns) ? (DnsResponseCode)(edns.ExtendedResponseCode << 4 | (int)ResponseCode) : ResponseCode;

    /// <summary>What the OPT record says.</summary>
    /// <returns>False if there is none. There may be only one (RFC 6891 section 6.1.1); this is the first.</returns>
    public bool TryGetEdns(out Edns edns)
    {
        bool isFound = TryFindOpt(out var record);
        edns = isFound ? record.Edns : default;
        return isFound;
    }

    /// <summary>The options of the OPT record.</summary>
    /// <returns>False if there is no such record.</returns>
    public bool TryGetEdnsOptions(out MessageList<EdnsOption> options)
    {
        options = default;
        if (!TryFindOpt(out var record) || !record.TryGet(out OptRecord opt))
            return false;
        options = opt.Options;
        return true;
    }

    private bool TryFindOpt(out DnsRecord record)
    {
        foreach (var additional in Additionals)
        {
            if (additional.Type != DnsType.Opt)
                continue;
            record = additional;
            return true;
        }
        record = default;
        return false;
    }
}

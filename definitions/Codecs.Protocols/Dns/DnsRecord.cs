namespace Codecs.Protocols;

// To add a type of record: README.md, beside this file.

/// <summary>A resource record (RFC 1035 section 4.1.3). Written as text, it is a line as in a zone file, or as <c>dig</c> has it.</summary>
[Message("RFC 1035"), BackReferences]
public readonly ref partial struct DnsRecord : IBuildable<DnsRecord>
{
    /// <summary>The owner.</summary>
    public partial DnsName Name { get; init; }

    /// <summary>What the data is.</summary>
    [TagOf(nameof(Data), When = nameof(HasTypedData))] public partial DnsType Type { get; init; }

    /// <summary>The class; of an OPT record the size of datagrams (<see cref="Edns"/>).</summary>
    public partial DnsClass Class { get; init; }

    /// <summary>For how many seconds the record may be cached (RFC 2181 section 8). Of an OPT record version, flags and response code (<see cref="Edns"/>).</summary>
    public partial DnsTimeToLive TimeToLive { get; init; }

    /// <summary>Length of the data in bytes.</summary>
    [LengthOf(nameof(Data))] public partial ushort DataLength { get; }

    /// <summary>The data. It is what its type says only when that is asked for (<c>TryGet</c>); names in it refer to the message.</summary>
    [Case<ARecord>, Case<AaaaRecord>, Case<CnameRecord>, Case<NsRecord>, Case<PtrRecord>, Case<MxRecord>, Case<SoaRecord>, Case<TxtRecord>, Case<SrvRecord>]
    [Case<OptRecord>, Case<SvcbRecord>, Case<RrsigRecord>, Case<NsecRecord>, Case<Nsec3Record>, Case<DsRecord>, Case<DnskeyRecord>, Case<NaptrRecord>, Case<CaaRecord>]
    [Case<DnameRecord>, Case<TlsaRecord>, Case<HinfoRecord>, Case<TsigRecord>, Case<TkeyRecord>, Case<SshfpRecord>, Case<LocRecord>, Case<UriRecord>, Case<Nsec3paramRecord>]
    [Case<CsyncRecord>, Case<ZonemdRecord>, Case<DsyncRecord>, Case<CertRecord>, Case<OpenpgpkeyRecord>, Case<DhcidRecord>, Case<IpseckeyRecord>, Case<AmtrelayRecord>]
    [Case<HipRecord>, Case<NidRecord>, Case<L32Record>, Case<L64Record>, Case<LpRecord>, Case<Eui48Record>, Case<Eui64Record>, Case<AplRecord>, Case<KxRecord>, Case<PxRecord>]
    [Case<RpRecord>, Case<AfsdbRecord>, Case<RtRecord>, Case<X25Record>, Case<IsdnRecord>, Case<NsapRecord>, Case<NsapPtrRecord>, Case<GposRecord>, Case<WksRecord>]
    [Case<MinfoRecord>, Case<MailboxRecord>]
    public partial ReadOnlySpan<byte> Data { get; init; }

    /// <summary>What an OPT record says in the places of class and time to live (RFC 6891 section 6.1.3). Setting it makes the record one, of the root. The default of a record of another type.</summary>
    public Edns Edns
    {
        get => Type == DnsType.Opt ? Edns.From(Class, TimeToLive.Seconds) : default;
        init
        {
            var (@class, timeToLive) = value.ToFields();
            this = this with { Type = DnsType.Opt, Class = @class, TimeToLive = timeToLive };
        }
    }

    // Dynamic updates name records without their data by class NONE and ANY (RFC 2136 sections 2.4 and 2.5). An address of CHAOS is another one.
    private bool HasTypedData => Type == DnsType.Opt || (Class is DnsClass.None or DnsClass.Any ? !Data.IsEmpty : Class != DnsClass.Chaos || Type != DnsType.A);
}

using System.Collections.Frozen;
using System.Text;

namespace Codecs.Tool;

/// <summary>Names of the definitions as people say them: <c>TimeToLive</c> is "Time to live".</summary>
internal static class Words
{
    // In .NET they are written as words; to people they are abbreviations.
    private static readonly FrozenDictionary<string, string> s_abbreviations = new[]
    {
        "AH", "ARP", "BGP", "CRC", "DCCP", "DEI", "DHCP", "DNS", "DSAP", "DSCP", "EAP", "ECN", "EGP", "EIGRP", "ESP", "FCS", "FTP", "GRE", "HIP", "HTTP", "HTTPS",
        "ICMP", "ICMPv6", "ICV", "ID", "IGMP", "IGP", "IMAP", "IMAPS", "IP", "IRC", "LDAP", "LDAPS", "LLC", "LLDP", "LLMNR", "MAC", "MLD", "MPLS", "MPTCP", "MQTT", "MSS",
        "MTU", "NDP", "NFS", "NNTP", "NTP", "OSPF", "OUI", "PCP", "PDU", "PGM", "PIM", "POP3", "PPP", "PPPoE", "PTP", "QUIC", "RADIUS", "RIP", "RSVP", "RTCP", "RTP",
        "RTSP", "SACK", "SCTP", "SIP", "SLIP", "SMB", "SMTP", "SMTPS", "SNAP", "SNMP", "SPI", "SSAP", "SSDP", "SSH", "STP", "TCP", "TFTP", "TLS", "TRILL", "TTL", "UDP",
        "URL", "VLAN", "VRRP", "XNS",
    }.ToFrozenDictionary(static word => word, StringComparer.OrdinalIgnoreCase);

    /// <summary>The words of a name, of which only the first has a capital.</summary>
    public static string Of(string name)
    {
        var words = new StringBuilder(name.Length + 4);
        for (int start = 0; start < name.Length;)
        {
            int end = start + 1;
            while (end < name.Length && !StartsWord(name, start, end))
                end++;
            string word = name[start..end];
            if (start > 0)
                words.Append(' ');
            words.Append(s_abbreviations.TryGetValue(word, out string? known) ? known : start > 0 ? Lower(word) : Contracted(word));
            start = end;
        }
        return words.ToString();
    }

    // A capital starts a word if it follows or precedes a small letter; "IPv4" is one word.
    private static bool StartsWord(string name, int start, int at)
    {
        if (!char.IsUpper(name[at]))
            return false;
        if (name.AsSpan(start).StartsWith("IPv") && at < start + 4)
            return false;
        return !char.IsUpper(name[at - 1]) || (at + 1 < name.Length && char.IsLower(name[at + 1]) && !name.AsSpan(at - 1).StartsWith("IPv"));
    }

    private static string Lower(string word) => word.Length > 1 && (char.IsUpper(word[1]) || char.IsDigit(word[1])) ? word : char.ToLowerInvariant(word[0]) + word[1..];

    private static string Contracted(string word) => word == "Dont" ? "Don't" : word;
}

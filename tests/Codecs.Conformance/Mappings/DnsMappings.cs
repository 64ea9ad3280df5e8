using Codecs.Protocols;

namespace Codecs.Conformance.Mappings;

/// <summary>DNS, over UDP and TCP, multicast DNS and LLMNR.</summary>
internal static class DnsMappings
{
    // Over TCP, behind the length.
    private const string Framed = nameof(DnsOverTcp.Message) + ".";

    // All that stands in the sixteen bits, in the messages that have it.
    private static readonly string[] s_flags =
    [
        nameof(DnsMessage.IsResponse), nameof(DnsMessage.Opcode), nameof(DnsMessage.AuthoritativeAnswer), nameof(LlmnrMessage.Conflict), nameof(DnsMessage.Truncation),
        nameof(DnsMessage.RecursionDesired), nameof(LlmnrMessage.Tentative), nameof(DnsMessage.RecursionAvailable), "Z", nameof(DnsMessage.AuthenticData),
        nameof(DnsMessage.CheckingDisabled), nameof(DnsMessage.ResponseCode),
    ];

    public static IEnumerable<ProtocolMapping> All =>
    [
        Mapping("dns", nameof(DnsMessage), nameof(DnsOverTcp)),
        Mapping("mdns", nameof(MulticastDnsMessage)),
        Mapping("llmnr", nameof(LlmnrMessage)),
    ];

    private static ProtocolMapping Mapping(string layer, params string[] messages) => new ProtocolMapping(layer, last: "arcount", Extent.Message, messages)
    {
        { "tcp_length", nameof(DnsOverTcp.Length) },
        { "id", Both(nameof(DnsMessage.Id)) },
        { "flags", Flags(0, 16) },
        { "qr", Flags(15, 1) },
        { "opcode", Flags(11, 4) },
        { "aa", Flags(10, 1) },
        { "tc", Flags(9, 1) },
        { "rd", Flags(8, 1) },
        { "ra", Flags(7, 1) },
        { "z", Flags(6, 1) },
        { "ad", Flags(5, 1) },
        { "cd", Flags(4, 1) },
        { "rcode", Flags(0, 4) },
        { "qdcount", Both(nameof(DnsMessage.QuestionCount)) },
        { "ancount", Both(nameof(DnsMessage.AnswerCount)) },
        { "nscount", Both(nameof(DnsMessage.AuthorityCount)) },
        { "arcount", Both(nameof(DnsMessage.AdditionalCount)) },
        { "qd", DnsSection.Rule(Both(nameof(DnsMessage.Questions))) },
        { "an", DnsSection.Rule(Both(nameof(DnsMessage.Answers))) },
        { "ns", DnsSection.Rule(Both(nameof(DnsMessage.Authorities))) },
        { "ar", DnsSection.Rule(Both(nameof(DnsMessage.Additionals))) },
    }.WholeOrNothing();

    private static string[] Both(string field) => [field, Framed + field];

    private static FieldRule Flags(int shift, int width) => Rule.BitsOfThose(shift, width, [.. s_flags.SelectMany(Both)]);
}

using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Codecs.Protocols;

/// <summary>
/// The words that stand for numbers in the presentation format: TYPE666 and CLASS4711 where there is none (RFC 3597 section 5), or the number
/// itself. Words are read whatever the case of their letters.
/// </summary>
public static class DnsMnemonic
{
    /// <summary>The longest word, or number with what stands before it.</summary>
    public const int MaxLength = 24;

    private static readonly MnemonicTable s_types = new(
    [
        .. Enum.GetValues<DnsType>().Select(type => ((int)type, type == DnsType.Nsapptr ? "NSAP-PTR" : type.ToString().ToUpperInvariant())),
        ((int)DnsType.Any, "*"),
    ]);

    private static readonly MnemonicTable s_classes = new(
        (1, "IN"), (3, "CH"), (4, "HS"), (254, "NONE"), (255, "ANY"), (1, "INTERNET"), (3, "CHAOS"), (4, "HESIOD"), (255, "*"));

    private static readonly MnemonicTable s_opcodes = new((0, "QUERY"), (1, "IQUERY"), (2, "STATUS"), (4, "NOTIFY"), (5, "UPDATE"), (6, "DSO"));

    private static readonly MnemonicTable s_responseCodes = new(
        (0, "NOERROR"), (1, "FORMERR"), (2, "SERVFAIL"), (3, "NXDOMAIN"), (4, "NOTIMP"), (5, "REFUSED"), (6, "YXDOMAIN"), (7, "YXRRSET"), (8, "NXRRSET"),
        (9, "NOTAUTH"), (10, "NOTZONE"), (11, "DSOTYPENI"), (16, "BADVERS"), (16, "BADSIG"), (17, "BADKEY"), (18, "BADTIME"), (19, "BADMODE"), (20, "BADNAME"),
        (21, "BADALG"), (22, "BADTRUNC"), (23, "BADCOOKIE"));

    private static readonly MnemonicTable s_algorithms = new(
        (0, "DELETE"), (1, "RSAMD5"), (2, "DH"), (3, "DSA"), (5, "RSASHA1"), (6, "DSA-NSEC3-SHA1"), (7, "RSASHA1-NSEC3-SHA1"), (8, "RSASHA256"), (10, "RSASHA512"),
        (12, "ECC-GOST"), (13, "ECDSAP256SHA256"), (14, "ECDSAP384SHA384"), (15, "ED25519"), (16, "ED448"), (17, "SM2SM3"), (23, "ECC-GOST12"),
        (252, "INDIRECT"), (253, "PRIVATEDNS"), (254, "PRIVATEOID"));

    private static readonly MnemonicTable s_certificateTypes = new(
        (1, "PKIX"), (2, "SPKI"), (3, "PGP"), (4, "IPKIX"), (5, "ISPKI"), (6, "IPGP"), (7, "ACPKIX"), (8, "IACPKIX"), (253, "URI"), (254, "OID"));

    private static readonly MnemonicTable s_serviceParameterKeys = new(
        (0, "mandatory"), (1, "alpn"), (2, "no-default-alpn"), (3, "port"), (4, "ipv4hint"), (5, "ech"), (6, "ipv6hint"), (7, "dohpath"), (8, "ohttp"), (9, "tls-supported-groups"));

    /// <summary>The word for a type, TYPEnnn if it has none.</summary>
    public static string ToString(DnsType type) => ToString(s_types, "TYPE"u8, (int)type);

    /// <summary>The word for a class, CLASSnnn if it has none.</summary>
    public static string ToString(DnsClass @class) => ToString(s_classes, "CLASS"u8, (int)@class);

    /// <summary>The word for an operation, its number if it has none.</summary>
    public static string ToString(DnsOpcode opcode) => ToString(s_opcodes, default, (int)opcode);

    /// <summary>The word for a response code, its number if it has none.</summary>
    public static string ToString(DnsResponseCode code) => ToString(s_responseCodes, default, (int)code);

    /// <summary>Writes the word for a type, TYPEnnn if it has none.</summary>
    public static bool TryFormat(DnsType type, Span<byte> utf8Destination, out int bytesWritten) => TryFormat(s_types, "TYPE"u8, (int)type, utf8Destination, out bytesWritten);

    /// <summary>Writes the word for a class, CLASSnnn if it has none.</summary>
    public static bool TryFormat(DnsClass @class, Span<byte> utf8Destination, out int bytesWritten) => TryFormat(s_classes, "CLASS"u8, (int)@class, utf8Destination, out bytesWritten);

    /// <summary>Writes the word for an operation, its number if it has none.</summary>
    public static bool TryFormat(DnsOpcode opcode, Span<byte> utf8Destination, out int bytesWritten) => TryFormat(s_opcodes, default, (int)opcode, utf8Destination, out bytesWritten);

    /// <summary>Writes the word for a response code, its number if it has none.</summary>
    public static bool TryFormat(DnsResponseCode code, Span<byte> utf8Destination, out int bytesWritten) => TryFormat(s_responseCodes, default, (int)code, utf8Destination, out bytesWritten);

    /// <summary>Writes the word for an algorithm, its number if it has none. In records the number is what is customary.</summary>
    public static bool TryFormat(DnssecAlgorithm algorithm, Span<byte> utf8Destination, out int bytesWritten) => TryFormat(s_algorithms, default, (int)algorithm, utf8Destination, out bytesWritten);

    /// <summary>Writes the word for a certificate type, its number if it has none.</summary>
    public static bool TryFormat(DnsCertificateType type, Span<byte> utf8Destination, out int bytesWritten) => TryFormat(s_certificateTypes, default, (int)type, utf8Destination, out bytesWritten);

    /// <summary>Writes the word for a key of a service parameter, keynnn if it has none (RFC 9460 section 2.1).</summary>
    public static bool TryFormat(DnsServiceParameterKey key, Span<byte> utf8Destination, out int bytesWritten) => TryFormat(s_serviceParameterKeys, "key"u8, (int)key, utf8Destination, out bytesWritten);

    /// <summary>Reads a type: a word, or TYPEnnn.</summary>
    public static bool TryParse(ReadOnlySpan<byte> utf8Text, out DnsType type)
    {
        bool isKnown = TryParse(s_types, "TYPE"u8, ushort.MaxValue, utf8Text, out int number);
        type = (DnsType)number;
        return isKnown;
    }

    /// <summary>Reads a class: a word, or CLASSnnn.</summary>
    public static bool TryParse(ReadOnlySpan<byte> utf8Text, out DnsClass @class)
    {
        bool isKnown = TryParse(s_classes, "CLASS"u8, ushort.MaxValue, utf8Text, out int number);
        @class = (DnsClass)number;
        return isKnown;
    }

    /// <summary>Reads an operation: a word, or a number.</summary>
    public static bool TryParse(ReadOnlySpan<byte> utf8Text, out DnsOpcode opcode)
    {
        bool isKnown = TryParse(s_opcodes, default, 15, utf8Text, out int number);
        opcode = (DnsOpcode)number;
        return isKnown;
    }

    /// <summary>Reads a response code: a word, or a number.</summary>
    public static bool TryParse(ReadOnlySpan<byte> utf8Text, out DnsResponseCode code)
    {
        bool isKnown = TryParse(s_responseCodes, default, ushort.MaxValue, utf8Text, out int number);
        code = (DnsResponseCode)number;
        return isKnown;
    }

    /// <summary>Reads an algorithm: a word, or a number (RFC 4034 section 2.2).</summary>
    public static bool TryParse(ReadOnlySpan<byte> utf8Text, out DnssecAlgorithm algorithm)
    {
        bool isKnown = TryParse(s_algorithms, default, byte.MaxValue, utf8Text, out int number);
        algorithm = (DnssecAlgorithm)number;
        return isKnown;
    }

    /// <summary>Reads a certificate type: a word, or a number (RFC 4398 section 2.2).</summary>
    public static bool TryParse(ReadOnlySpan<byte> utf8Text, out DnsCertificateType type)
    {
        bool isKnown = TryParse(s_certificateTypes, default, ushort.MaxValue, utf8Text, out int number);
        type = (DnsCertificateType)number;
        return isKnown;
    }

    /// <summary>Reads a key of a service parameter: a word, or keynnn (RFC 9460 section 2.1).</summary>
    public static bool TryParse(ReadOnlySpan<byte> utf8Text, out DnsServiceParameterKey key)
    {
        bool isKnown = TryParse(s_serviceParameterKeys, "key"u8, ushort.MaxValue, utf8Text, out int number);
        key = (DnsServiceParameterKey)number;
        return isKnown;
    }

    private static bool TryFormat(MnemonicTable table, ReadOnlySpan<byte> prefix, int number, Span<byte> destination, out int bytesWritten)
    {
        bytesWritten = 0;
        var word = table.WordOf(number);
        if (!(word.IsEmpty ? prefix : word).TryCopyTo(destination))
            return false;
        int digits = 0;
        if (word.IsEmpty && !Utf8Formatter.TryFormat(number, destination[prefix.Length..], out digits))
            return false;
        bytesWritten = word.IsEmpty ? prefix.Length + digits : word.Length;
        return true;
    }

    private static bool TryParse(MnemonicTable table, ReadOnlySpan<byte> prefix, int most, ReadOnlySpan<byte> text, out int number)
    {
        if (table.TryFind(text, out number))
            return true;
        number = 0;
        if (text.Length <= prefix.Length || !LetterCase.AreEqual(text[..prefix.Length], prefix))
            return false;
        foreach (byte digit in text[prefix.Length..])
        {
            number = number * 10 + digit - '0';
            if (!char.IsAsciiDigit((char)digit) || number > most)
            {
                number = 0;
                return false;
            }
        }
        return true;
    }

    private static string ToString(MnemonicTable table, ReadOnlySpan<byte> prefix, int number)
    {
        var word = table.WordOf(number);
        return word.IsEmpty ? string.Create(CultureInfo.InvariantCulture, $"{Encoding.ASCII.GetString(prefix)}{number}") : Encoding.ASCII.GetString(word);
    }
}

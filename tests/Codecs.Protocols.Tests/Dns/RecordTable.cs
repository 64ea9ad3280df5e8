using static Codecs.Protocols.Tests.Dns.RecordField;

namespace Codecs.Protocols.Tests.Dns;

/// <summary>What the data of each type of record consists of: the fields in wire order, of which the texts in that order are its presentation form.</summary>
internal static class RecordTable
{
    private static readonly RecordField[] s_name = [Of<DnsName>()];
    private static readonly RecordField[] s_plainName = [Of<DnsPlainName>()];
    private static readonly RecordField[] s_numberAndPlainName = [Scalar<ushort>(), Of<DnsPlainName>()];
    private static readonly RecordField[] s_texts = [ListOf<DnsCharacterString>()];
    private static readonly RecordField[] s_digest = [Scalar<ushort>(), Enum<DnssecAlgorithm>(), Enum<DnssecDigestType>(), Of<DnsHex>()];
    private static readonly RecordField[] s_key = [Scalar<ushort>(), Scalar<byte>(), Enum<DnssecAlgorithm>(), Of<DnsBase64>()];
    private static readonly RecordField[] s_association = [Scalar<byte>(), Scalar<byte>(), Scalar<byte>(), Of<DnsHex>()];
    private static readonly RecordField[] s_service = [Scalar<ushort>(), Of<DnsPlainName>(), Of<DnsServiceParameters>()];

    /// <summary>The fields; null if the type is not in the table.</summary>
    public static RecordField[]? FieldsOf(DnsType type) => type switch
    {
        DnsType.A => [Scalar<IPv4Address>()],
        DnsType.Ns or DnsType.Cname or DnsType.Ptr => s_name,
        DnsType.Soa => [Of<DnsName>(), Of<DnsName>(), Scalar<uint>(), Scalar<DnsTimeToLive>(), Scalar<DnsTimeToLive>(), Scalar<DnsTimeToLive>(), Scalar<DnsTimeToLive>()],
        DnsType.Wks => [Scalar<IPv4Address>(), Enum<IpProtocol>(), Of<DnsPortBitmap>()],
        DnsType.Hinfo => [Of<DnsCharacterString>(), Of<DnsCharacterString>()],
        DnsType.Mx => [Scalar<ushort>(), Of<DnsName>()],
        DnsType.Txt or DnsType.Spf or DnsType.Avc or DnsType.Isdn => s_texts,
        DnsType.Rp => [Of<DnsPlainName>(), Of<DnsPlainName>()],
        DnsType.Afsdb or DnsType.Rt or DnsType.Kx or DnsType.Lp => s_numberAndPlainName,
        DnsType.X25 => [Of<DnsCharacterString>()],
        DnsType.Nsap => [Of<DnsNsapAddress>()],
        DnsType.Nsapptr or DnsType.Dname => s_plainName,
        DnsType.Px => [Scalar<ushort>(), Of<DnsPlainName>(), Of<DnsPlainName>()],
        DnsType.Gpos => [Of<DnsWord>(), Of<DnsWord>(), Of<DnsWord>()],
        DnsType.Aaaa => [Scalar<IPv6Address>()],
        DnsType.Loc => [Of<DnsLocation>()],
        DnsType.Srv => [Scalar<ushort>(), Scalar<ushort>(), Scalar<ushort>(), Of<DnsPlainName>()],
        DnsType.Naptr => [Scalar<ushort>(), Scalar<ushort>(), Of<DnsCharacterString>(), Of<DnsCharacterString>(), Of<DnsCharacterString>(), Of<DnsPlainName>()],
        DnsType.Cert => [Enum<DnsCertificateType>(), Scalar<ushort>(), Enum<DnssecAlgorithm>(), Of<DnsBase64>()],
        DnsType.Apl => [ListOf<DnsAddressPrefix>()],
        DnsType.Ds or DnsType.Dlv or DnsType.Cds => s_digest,
        DnsType.Sshfp => [Scalar<byte>(), Scalar<byte>(), Of<DnsHex>()],
        DnsType.Ipseckey => [Scalar<byte>(), Enum<DnsGatewayType>(), Scalar<byte>(), Gateway, Of<DnsBase64>()],
        DnsType.Rrsig => [Enum<DnsType>(), Enum<DnssecAlgorithm>(), Scalar<byte>(), Scalar<uint>(), Scalar<DnsTime>(), Scalar<DnsTime>(), Scalar<ushort>(), Of<DnsPlainName>(), Of<DnsBase64>()],
        DnsType.Nsec => [Of<DnsPlainName>(), Of<DnsTypeBitmap>()],
        DnsType.Dnskey or DnsType.Cdnskey => s_key,
        DnsType.Dhcid or DnsType.Openpgpkey => [Of<DnsBase64>()],
        DnsType.Nsec3 => [Scalar<byte>(), Scalar<byte>(), Scalar<ushort>(), Of<DnsSalt>(), Of<DnsHashedName>(), Of<DnsTypeBitmap>()],
        DnsType.Nsec3param => [Scalar<byte>(), Scalar<byte>(), Scalar<ushort>(), Of<DnsSalt>()],
        DnsType.Tlsa or DnsType.Smimea => s_association,
        DnsType.Hip => [new HostIdentityField(), ListOf<DnsPlainName>()],
        DnsType.Csync => [Scalar<uint>(), Scalar<ushort>(), Of<DnsTypeBitmap>()],
        DnsType.Zonemd => [Scalar<uint>(), Scalar<byte>(), Scalar<byte>(), Of<DnsHex>()],
        DnsType.Svcb or DnsType.Https => s_service,
        DnsType.Nid or DnsType.L64 => [Scalar<ushort>(), Scalar<DnsIlnp64>()],
        DnsType.L32 => [Scalar<ushort>(), Scalar<IPv4Address>()],
        DnsType.Eui48 => [Scalar<DnsEui48>()],
        DnsType.Eui64 => [Scalar<DnsEui64>()],
        DnsType.Uri => [Scalar<ushort>(), Scalar<ushort>(), Of<DnsLongString>()],
        DnsType.Caa => [Scalar<byte>(), Of<DnsWord>(), Of<DnsLongString>()],
        DnsType.Amtrelay => [Scalar<byte>(), FlagAndGatewayType, Gateway],
        _ => null,
    };

    /// <summary>The text of data.</summary>
    /// <returns>Null if it is not such data.</returns>
    public static string? Format(RecordField[] fields, ReadOnlySpan<byte> data)
    {
        byte[] text = new byte[200_000];
        var writer = new DnsTextWriter(text);
        int at = 0;
        foreach (var field in fields)
        {
            if (!field.Show(ref writer, data, ref at))
                return null;
        }
        Assert.True(writer.TryEnd(out int length));
        // No room but that is enough, and with less it is not.
        byte[] less = new byte[Math.Max(length - 1, 0)];
        writer = new DnsTextWriter(less);
        at = 0;
        foreach (var field in fields)
            field.Show(ref writer, data, ref at);
        Assert.Equal(length == 0, writer.TryEnd(out _));
        return at == data.Length && !writer.IsMalformed ? System.Text.Encoding.ASCII.GetString(text, 0, length) : null;
    }

    /// <summary>The data that a text stands for.</summary>
    /// <returns>Null if it is no such text.</returns>
    public static byte[]? Parse(RecordField[] fields, ReadOnlySpan<byte> text)
    {
        byte[] scratch = new byte[70_000], data = new byte[70_000];
        int end = DnsToken.FindEndOfRecord(text), at = 0;
        if (end < 0)
            return null;
        var reader = new DnsTextReader(text[..end], scratch);
        foreach (var field in fields)
        {
            if (!field.Read(ref reader, data, ref at))
                return null;
        }
        return reader.IsEnd ? data[..at] : null;
    }

    // HIP (RFC 8005 section 5): the lengths of what comes after them are not in the text.
    private sealed class HostIdentityField : RecordField
    {
        public override bool Show<TVisitor>(ref TVisitor visitor, ReadOnlySpan<byte> data, ref int at)
        {
            if (data.Length < 4 || data.Length < 4 + data[0] + (data[2] << 8 | data[3]))
                return false;
            int keyAt = 4 + data[0], end = keyAt + (data[2] << 8 | data[3]);
            visitor.Scalar(default, 0, 8, data[1]);
            DnsHexWord tag = data[4..keyAt];
            DnsBase64Word key = data[keyAt..end];
            visitor.Value(default, 32, tag.Bytes.Length, in tag);
            visitor.Value(default, keyAt * 8, key.Bytes.Length, in key);
            at = end;
            return true;
        }

        public override bool Read(ref DnsTextReader source, Span<byte> data, ref int at)
        {
            if (!source.Scalar(default, out byte algorithm) || !source.Value(default, out DnsHexWord tag) || !source.Value(default, out DnsBase64Word key))
                return false;
            data[0] = (byte)tag.Bytes.Length;
            data[1] = algorithm;
            WriteNumber(data.Slice(2, 2), (ulong)key.Bytes.Length);
            tag.Bytes.CopyTo(data[4..]);
            key.Bytes.CopyTo(data[(4 + tag.Bytes.Length)..]);
            at = 4 + tag.Bytes.Length + key.Bytes.Length;
            return true;
        }
    }
}

using Codecs.Fuzz;

namespace Codecs.Protocols.Tests.Tls;

public sealed class Tls13RecordTests
{
    private static readonly byte[] s_record = Sample.Get("Tls13Ciphertext", "RFC 8446 section 5.2");
    private static readonly byte[] s_padded = Sample.Get("Tls13InnerPlaintext", "RFC 8446 section 5.4: an alert");

    [Fact]
    public void Parse()
    {
        Assert.True(Tls13Ciphertext.TryParse(s_record, out var record));
        Assert.Equal((19, 19), (record.Length, record.EncryptedRecord.Length));
        Assert.True(Tls13InnerPlaintext.TryParse(s_padded, out var inner));
        Assert.Equal((TlsContentType.Alert, 3), (inner.Type, inner.Zeros.Length));
        Assert.True(inner.Content is [1, 0]);
    }

    [Fact]
    public void Build()
    {
        Assert.Equal(s_record, new Tls13Ciphertext { EncryptedRecord = s_record.AsSpan(5) }.ToArray());
        Assert.Equal(s_padded, new Tls13InnerPlaintext { Content = [1, 0], Type = TlsContentType.Alert, Zeros = new byte[3] }.ToArray());
        // Nothing but zeros hides the type.
        Assert.Throws<InvalidOperationException>(() => new Tls13InnerPlaintext { Type = TlsContentType.Alert, Zeros = [1] }.ToArray());
    }

    [Fact]
    public void RoundTrip()
    {
        Expect.RoundTrip<Tls13Ciphertext>(s_record);
        Assert.All(Sample.All.Where(sample => sample.Type == nameof(Tls13InnerPlaintext)), sample => Expect.RoundTrip<Tls13InnerPlaintext>(sample.Bytes));
        // RFC 8446 section 5.1: the version says nothing, and is kept.
        Expect.Preserved<Tls13Ciphertext>(s_record.With(1, 3, 1));
        Assert.True(Tls13Ciphertext.TryParse(s_record.With(1, 3, 1), out var record));
        Assert.Equal(s_record, record.ToArray());
    }

    [Fact]
    public void CutAtEveryLength() => Expect.Unfinished<Tls13Ciphertext>(s_record);

    [Fact]
    public void WrongField()
    {
        Expect.Invalid<Tls13Ciphertext>(s_record.With(0, 22), ParseError.Value, "OpaqueType", 0);
        Expect.Invalid<Tls13Ciphertext>(s_record.With(3, 0x41, 1), ParseError.Limit, nameof(Tls13Ciphertext.EncryptedRecord), 5);
        // RFC 8446 section 5.4: a record without a byte that is not zero ends the connection.
        Assert.Equal(ParseError.Requirement, Tls13InnerPlaintext.TryParse(new byte[4], out _).Error);
    }
}

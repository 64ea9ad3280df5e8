using System.Buffers;

namespace Codecs.Protocols;

/// <summary>The bytes of which the parts of a head consist (RFC 9110 section 5.6 and RFC 9112).</summary>
internal static class HttpSyntax
{
    /// <summary>The most fields of a head or of a trailer; nobody sends so many.</summary>
    public const int MostFields = 1000;

    /// <summary>The most bytes of a target or a value: readers must take 8000 at least (RFC 9112 section 3).</summary>
    public const int MostBytes = 64 * 1024;

    /// <summary>White space within a line.</summary>
    public static readonly SearchValues<byte> Blank = SearchValues.Create(" \t"u8);

    /// <summary>The ends of lines.</summary>
    public static readonly SearchValues<byte> LineEnds = SearchValues.Create("\r\n"u8);

    /// <summary>RFC 9110 section 5.6.2.</summary>
    public static readonly SearchValues<byte> Token = SearchValues.Create("!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"u8);

    /// <summary>A request target: what is neither a control character nor a space.</summary>
    public static readonly SearchValues<byte> Target = Create(static value => value > ' ' && value != 0x7F);

    /// <summary>Values and words: what is no control character, and the tabulator.</summary>
    public static readonly SearchValues<byte> Text = Create(static value => value is (>= (byte)' ' and not 0x7F) or (byte)'\t');

    /// <summary>A version.</summary>
    public static readonly SearchValues<byte> Version = SearchValues.Create("HTP/.0123456789"u8);

    /// <summary>RFC 9112 section 2.3: in upper case, with two single digits.</summary>
    public static bool IsVersion(ReadOnlySpan<byte> version) =>
        version is [(byte)'H', (byte)'T', (byte)'T', (byte)'P', (byte)'/', >= (byte)'0' and <= (byte)'9', (byte)'.', >= (byte)'0' and <= (byte)'9'];

    private static SearchValues<byte> Create(Func<byte, bool> belongs) => SearchValues.Create([.. Enumerable.Range(0, 256).Select(static value => (byte)value).Where(belongs)]);
}

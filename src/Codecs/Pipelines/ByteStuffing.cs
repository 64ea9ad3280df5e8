using System.Buffers;

namespace Codecs.Pipelines;

/// <summary>
/// A rule of byte stuffing: frames end with a delimiter, and a byte that must not be within one is sent as an escape and a code. The rule holds for both directions and does not
/// change: one object serves all connections. SLIP and PPP are such rules, and so are those of many instruments.
/// </summary>
/// <remarks>Between frames there may be any number of delimiters: an empty frame is none. A frame that ends behind an escape is one that its sender gave up.</remarks>
/// <seealso cref="StuffedFrameReader"/>
public sealed class ByteStuffing
{
    private const short None = -1;

    // By the code behind an escape, the byte that it stands for; by the byte, its code.
    private readonly short[] _values;
    private readonly short[] _codes;

    /// <summary>A rule in which each byte that is escaped has a code of its own.</summary>
    /// <param name="delimiter">Ends a frame.</param>
    /// <param name="escape">Comes before a code.</param>
    /// <param name="codes">What must be escaped, delimiter and escape among it, and as what. No code may be the delimiter.</param>
    public ByteStuffing(byte delimiter, byte escape, params ReadOnlySpan<(byte Value, byte Code)> codes)
        : this(delimiter, escape, new short[256], new short[256], default)
    {
        _values.AsSpan().Fill(None);
        foreach (var (value, code) in codes)
        {
            if (code == delimiter || _values[code] != None || _codes[value] != None)
                throw new ArgumentException($"0x{code:x2} cannot be the code of 0x{value:x2}.", nameof(codes));
            _values[code] = value;
            _codes[value] = code;
        }
        CheckCodes();
        Escaped = SearchValues.Create(Where(_codes));
    }

    // Codes are filled in afterwards.
    private ByteStuffing(byte delimiter, byte escape, short[] values, short[] codes, ReadOnlySpan<byte> ignored)
    {
        if (delimiter == escape)
            throw new ArgumentException("An escape is no delimiter.", nameof(escape));
        Delimiter = delimiter;
        Escape = escape;
        _values = values;
        _codes = codes;
        codes.AsSpan().Fill(None);
        Marks = SearchValues.Create([delimiter, escape, .. ignored]);
        Escaped = Marks;
    }

    /// <summary>A rule in which the code of a byte is the byte with some of its bits changed, and any byte may be escaped.</summary>
    /// <param name="delimiter">Ends a frame.</param>
    /// <param name="escape">Comes before a code.</param>
    /// <param name="mask">The bits that are changed.</param>
    /// <param name="escaped">What must be escaped besides delimiter and escape.</param>
    /// <param name="ignored">What the line puts in by itself: unless it is escaped, it is left out when read.</param>
    public static ByteStuffing Masked(byte delimiter, byte escape, byte mask, ReadOnlySpan<byte> escaped = default, ReadOnlySpan<byte> ignored = default)
    {
        if (ignored.Contains(delimiter) || ignored.Contains(escape))
            throw new ArgumentException("Delimiter and escape cannot be ignored.", nameof(ignored));
        var rule = new ByteStuffing(delimiter, escape, new short[256], new short[256], ignored);
        for (int code = 0; code < 256; code++)
            rule._values[code] = code == delimiter ? None : (short)(code ^ mask);
        foreach (byte value in (ReadOnlySpan<byte>)[delimiter, escape, .. escaped])
            rule._codes[value] = (short)(value ^ mask);
        rule.CheckCodes();
        rule.Escaped = SearchValues.Create(Where(rule._codes));
        return rule;
    }

    /// <summary>Ends a frame.</summary>
    public byte Delimiter { get; }

    /// <summary>Comes before a code.</summary>
    public byte Escape { get; }

    /// <summary>What means something, when read.</summary>
    internal SearchValues<byte> Marks { get; }

    /// <summary>What must be escaped.</summary>
    internal SearchValues<byte> Escaped { get; private set; }

    /// <summary>The most bytes that a frame of that length takes, with the delimiter that ends it.</summary>
    public static int GetMaxEncodedLength(int length) => checked(2 * length + 1);

    /// <summary>Writes a frame: its bytes, with escapes where they are needed, and a delimiter.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="frame">The frame, not empty. It must not lie in memory of <paramref name="output"/>.</param>
    /// <param name="isOpened">Begin with a delimiter too? It ends what noise there may be on the line, so it is good after silence.</param>
    public void Write(IBufferWriter<byte> output, ReadOnlySpan<byte> frame, bool isOpened = false)
    {
        ArgumentNullException.ThrowIfNull(output);
        if (frame.IsEmpty)
            throw new ArgumentException("An empty frame is none.", nameof(frame));
        if (isOpened)
            output.Write([Delimiter]);
        var encoder = new ByteStuffingEncoder(this);
        output.Encode(ref encoder, frame);
        output.Finish(ref encoder);
    }

    /// <summary>Reads a frame from the start of what has arrived.</summary>
    /// <param name="source">What has arrived. Afterwards what is behind the frame, and behind delimiters before it; if nothing but these was there, what is behind them.</param>
    /// <param name="destination">Where to.</param>
    /// <param name="bytesWritten">Bytes of the frame.</param>
    /// <returns>
    /// <see cref="OperationStatus.Done"/>: there was one. <see cref="OperationStatus.NeedMoreData"/>: no complete one has arrived. Or there was one that does not fit (<see cref="OperationStatus.DestinationTooSmall"/>), or that its
    /// sender gave up or has a byte behind an escape that is no code (<see cref="OperationStatus.InvalidData"/>): it was skipped.
    /// </returns>
    public OperationStatus TryRead(ref ReadOnlySequence<byte> source, Span<byte> destination, out int bytesWritten)
    {
        var reader = new SequenceReader<byte>(source);
        reader.AdvancePast(Delimiter);
        source = reader.UnreadSequence;
        var decoder = new ByteStuffingDecoder(this);
        bytesWritten = 0;
        while (!reader.End)
        {
            var status = decoder.Decode(reader.UnreadSpan, destination[bytesWritten..], out int consumed, out int written);
            reader.Advance(consumed);
            bytesWritten += written;
            if (status == OperationStatus.NeedMoreData)
                continue;
            if (status != OperationStatus.Done && !reader.TryAdvanceTo(Delimiter))
                break;
            source = reader.UnreadSequence;
            // A frame of nothing but bytes that are ignored is none.
            if (status != OperationStatus.Done || bytesWritten > 0)
                return status;
        }
        bytesWritten = 0;
        return OperationStatus.NeedMoreData;
    }

    /// <summary>The byte that a code stands for; -1 if it is none.</summary>
    internal int ValueOf(byte code) => _values[code];

    /// <summary>The code of a byte that must be escaped.</summary>
    internal byte CodeOf(byte value) => (byte)_codes[value];

    private void CheckCodes()
    {
        if (_codes[Delimiter] == None || _codes[Escape] == None || Array.IndexOf(_codes, Delimiter) >= 0)
            throw new ArgumentException("Delimiter and escape must have codes, and the delimiter cannot be one.");
    }

    private static byte[] Where(short[] codes) => [.. Enumerable.Range(0, 256).Where(value => codes[value] != None).Select(value => (byte)value)];
}

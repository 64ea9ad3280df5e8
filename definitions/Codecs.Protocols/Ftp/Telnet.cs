using System.Text;

namespace Codecs.Protocols;

/// <summary>
/// Telnet commands (RFC 854) that stand before an FTP command, such as the IP and Synch before ABOR (RFC 959 section 4.1.3), or attempts to negotiate options, which a server is to
/// refuse (RFC 1123 section 4.1.2.12): <see cref="TryRefuse"/>. Usually none.
/// </summary>
/// <remarks>A byte 255 that is doubled stands for itself, and one that begins no whole command is taken for text.</remarks>
public readonly ref struct TelnetCommands : ICodec<TelnetCommands>
{
    private const byte Iac = (byte)TelnetCode.InterpretAsCommand;

    /// <summary>Commands as they are on the wire; they are checked when they are written.</summary>
    public TelnetCommands(ReadOnlySpan<byte> bytes) => Bytes = bytes;

    /// <summary>The commands as they are on the wire.</summary>
    public ReadOnlySpan<byte> Bytes { get; }

    /// <summary>Are there none?</summary>
    public bool IsEmpty => Bytes.IsEmpty;

    /// <summary>Commands as they are on the wire.</summary>
    public static implicit operator TelnetCommands(ReadOnlySpan<byte> bytes) => new(bytes);

    /// <summary>Walks the commands.</summary>
    public Enumerator GetEnumerator() => new(Bytes);

    /// <summary>Refuses everything that the commands ask for: DONT to each WILL, WONT to each DO. At most as many bytes as there are.</summary>
    /// <returns>False if the destination is too small.</returns>
    public bool TryRefuse(Span<byte> destination, out int bytesWritten)
    {
        bytesWritten = 0;
        foreach (var (code, option) in this)
        {
            if (code is not (TelnetCode.Will or TelnetCode.Do))
                continue;
            if (destination.Length - bytesWritten < 3)
                return false;
            destination[bytesWritten++] = Iac;
            destination[bytesWritten++] = (byte)(code == TelnetCode.Will ? TelnetCode.Dont : TelnetCode.Wont);
            destination[bytesWritten++] = option;
        }
        return true;
    }

    /// <inheritdoc/>
    public static ParseResult TryParse(ReadOnlySpan<byte> message, int offset, scoped ParseContext context, out TelnetCommands value)
    {
        var text = message[offset..];
        int at = 0;
        if (!text.IsEmpty && text[0] == Iac)
        {
            while (Measure(text[at..]) is > 0 and var length)
                at += length;
        }
        value = new(text[..at]);
        return ParseResult.Done(at);
    }

    /// <inheritdoc/>
    public int GetMaxSize() => Bytes.Length;

    /// <inheritdoc/>
    public int Write(Span<byte> message, int offset, scoped WriteContext context)
    {
        if (TryParse(Bytes, 0, default, out _).BytesConsumed != Bytes.Length)
            throw new InvalidOperationException("The bytes are no Telnet commands.");
        Bytes.CopyTo(message[offset..]);
        return Bytes.Length;
    }

    /// <summary>The names of the commands.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var (code, _) in this)
            text.Append(text.Length > 0 ? " " : "").Append(code);
        return text.ToString();
    }

    /// <summary>Bytes of the command at the start; 0 if there is no whole one.</summary>
    internal static int Measure(ReadOnlySpan<byte> text)
    {
        if (text.Length < 2 || text[0] != Iac)
            return 0;
        switch ((TelnetCode)text[1])
        {
            case TelnetCode.Will or TelnetCode.Wont or TelnetCode.Do or TelnetCode.Dont:
                return text.Length < 3 ? 0 : 3;
            case TelnetCode.Subnegotiation:
                for (int at = 2; at + 1 < text.Length; at++)
                {
                    if (text[at] != Iac)
                        continue;
                    if (text[at + 1] == (byte)TelnetCode.SubnegotiationEnd)
                        return at + 2;
                    at++;
                }
                return 0;
            case >= TelnetCode.EndOfFile and <= TelnetCode.GoAhead:
                return 2;
            default:
                return 0;
        }
    }

    /// <summary>Walks Telnet commands.</summary>
    public ref struct Enumerator
    {
        private ReadOnlySpan<byte> _rest;

        internal Enumerator(ReadOnlySpan<byte> bytes) => _rest = bytes;

        /// <summary>The command, and the option that it is about; 0 if it is about none.</summary>
        public (TelnetCode Code, byte Option) Current { readonly get; private set; }

        /// <summary>Goes to the next command.</summary>
        public bool MoveNext()
        {
            int length = Measure(_rest);
            if (length == 0)
                return false;
            Current = ((TelnetCode)_rest[1], length > 2 ? _rest[2] : (byte)0);
            _rest = _rest[length..];
            return true;
        }
    }
}

/// <summary>Text as Telnet sends it (RFC 854): a CR that ends no line has a NUL behind it (RFC 2640 section 3.1), a byte 255 is doubled.</summary>
public static class TelnetText
{
    private const byte Iac = (byte)TelnetCode.InterpretAsCommand;
    private const byte Cr = (byte)'\r';

    /// <summary>Makes text fit to be sent as part of a line: at most twice as many bytes.</summary>
    /// <returns>False if the destination is too small.</returns>
    public static bool TryEncode(ReadOnlySpan<byte> text, Span<byte> destination, out int bytesWritten)
    {
        bytesWritten = 0;
        foreach (byte value in text)
        {
            bool isTwo = value is Iac or Cr;
            if (destination.Length - bytesWritten < (isTwo ? 2 : 1))
                return false;
            destination[bytesWritten++] = value;
            if (isTwo)
                destination[bytesWritten++] = value == Iac ? Iac : (byte)0;
        }
        return true;
    }

    /// <summary>Undoes that, and leaves out Telnet commands: at most as many bytes.</summary>
    /// <returns>False if the destination is too small.</returns>
    public static bool TryDecode(ReadOnlySpan<byte> text, Span<byte> destination, out int bytesWritten)
    {
        bytesWritten = 0;
        for (int at = 0; at < text.Length;)
        {
            int length = text[at] == Iac ? TelnetCommands.Measure(text[at..]) : 0;
            if (length > 0)
            {
                at += length;
                continue;
            }
            if (bytesWritten == destination.Length)
                return false;
            byte value = destination[bytesWritten++] = text[at++];
            if (at < text.Length && (value, text[at]) is (Iac, Iac) or (Cr, 0))
                at++;
        }
        return true;
    }
}

/// <summary>Telnet commands (RFC 854; those below 240: RFC 885, RFC 1184).</summary>
public enum TelnetCode : byte
{
    /// <summary>End of file (RFC 1184).</summary>
    EndOfFile = 236,

    /// <summary>Suspends the process (RFC 1184).</summary>
    Suspend = 237,

    /// <summary>Aborts the process (RFC 1184).</summary>
    Abort = 238,

    /// <summary>End of record (RFC 885).</summary>
    EndOfRecord = 239,

    /// <summary>Ends a subnegotiation.</summary>
    SubnegotiationEnd = 240,

    /// <summary>Nothing.</summary>
    NoOperation = 241,

    /// <summary>The mark of a Synch.</summary>
    DataMark = 242,

    /// <summary>Break.</summary>
    Break = 243,

    /// <summary>Interrupts the process.</summary>
    InterruptProcess = 244,

    /// <summary>Drops output.</summary>
    AbortOutput = 245,

    /// <summary>Asks for a sign of life.</summary>
    AreYouThere = 246,

    /// <summary>Erases the character before.</summary>
    EraseCharacter = 247,

    /// <summary>Erases the line.</summary>
    EraseLine = 248,

    /// <summary>The other side may send.</summary>
    GoAhead = 249,

    /// <summary>Begins a subnegotiation.</summary>
    Subnegotiation = 250,

    /// <summary>Wants to do something.</summary>
    Will = 251,

    /// <summary>Does not want to.</summary>
    Wont = 252,

    /// <summary>Asks to do something.</summary>
    Do = 253,

    /// <summary>Asks not to.</summary>
    Dont = 254,

    /// <summary>Stands before each of them; doubled, it is a byte of data.</summary>
    InterpretAsCommand = 255,
}

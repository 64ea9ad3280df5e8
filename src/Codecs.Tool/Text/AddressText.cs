namespace Codecs.Tool.Text;

/// <summary>Addresses with ports, as in URLs: an IPv6 address stands in brackets then (RFC 3986 section 3.2.2).</summary>
internal static class AddressText
{
    /// <param name="output">Where to write.</param>
    /// <param name="address">The address.</param>
    /// <param name="port">The port; empty if there is none.</param>
    public static void Write(TextOutput output, AsciiText address, AsciiText port)
    {
        bool hasBrackets = !port.IsEmpty && address.Span.Contains((byte)':');
        if (hasBrackets)
            output.Write("[");
        output.Use(Ink.Strong);
        output.Write(address.Span);
        output.Use(Ink.Plain);
        if (hasBrackets)
            output.Write("]");
        if (!port.IsEmpty)
            output.Write(":").Write(port.Span);
    }

    /// <param name="output">Where to write.</param>
    /// <param name="address">The address.</param>
    /// <param name="port">The port; null if there is none.</param>
    public static void Write(TextOutput output, string address, string? port)
    {
        if (port is null)
            output.Write(Ink.Strong, address);
        else if (address.Contains(':'))
            output.Write("[").Write(Ink.Strong, address).Write("]:").Write(port);
        else
            output.Write(Ink.Strong, address).Write(":").Write(port);
    }
}

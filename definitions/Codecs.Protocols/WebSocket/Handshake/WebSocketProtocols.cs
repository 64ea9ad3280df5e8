using System.Text;

namespace Codecs.Protocols;

/// <summary>Subprotocols (RFC 6455 section 1.9): which of them is chosen.</summary>
internal static class WebSocketProtocols
{
    /// <exception cref="ArgumentException">A name is no token.</exception>
    public static IReadOnlyList<string> Check(IReadOnlyList<string> names)
    {
        foreach (string name in names)
        {
            if (!Ascii.IsValid(name) || !HeaderList.IsToken(Encoding.ASCII.GetBytes(name)))
                throw new ArgumentException($"'{name}' cannot be the name of a subprotocol: it is no token.");
        }
        return names;
    }

    /// <summary>The first of the client's names that is among the server's.</summary>
    /// <param name="field">Sec-WebSocket-Protocol of the request.</param>
    /// <param name="supported">The server's names.</param>
    /// <param name="selected">The name; null if the client asks for none of them.</param>
    /// <returns>False if the field is malformed (RFC 6455 section 4.1, item 10): a name is no token, or the one that would be chosen is there twice.</returns>
    public static bool TrySelect(ReadOnlySpan<byte> field, IReadOnlyList<string> supported, out string? selected)
    {
        selected = null;
        foreach (var name in new HeaderList(field))
        {
            if (!HeaderList.IsToken(name) || (selected is not null && Ascii.Equals(name, selected)))
            {
                selected = null;
                return false;
            }
            selected ??= Find(name, supported);
        }
        return true;
    }

    /// <summary>The name among the known ones; null if it is not. Names differ if they differ in case.</summary>
    public static string? Find(ReadOnlySpan<byte> name, IReadOnlyList<string> known)
    {
        foreach (string candidate in known)
        {
            if (Ascii.Equals(name, candidate))
                return candidate;
        }
        return null;
    }
}

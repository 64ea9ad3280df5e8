using System.Buffers.Text;
using System.Text;

namespace Codecs.Protocols;

/// <summary>Where the body behind a head ends (RFC 9112 section 6.3).</summary>
/// <param name="Kind">How its end is found.</param>
/// <param name="Length">Its bytes, if they are known; otherwise 0.</param>
public readonly record struct HttpBody(HttpBodyKind Kind, long Length = 0)
{
    /// <summary>The body of a request.</summary>
    /// <returns>
    /// False if the head contradicts itself, so that two readers may find two ends: both a length and a transfer coding, several lengths, a coding that is not chunked at its end. Then the request is
    /// to be refused with 400, and the connection closed.
    /// </returns>
    public static bool TryFind(scoped in HttpRequestHead head, out HttpBody body)
    {
        var fields = new Fields();
        bool isClear = fields.TryRead(head.Fields);
        bool mayBeChunked = head.Version is { IsKnown: false } or { Value: HttpProtocolVersion.Http11 };
        body = fields.IsChunked ? new(HttpBodyKind.Chunks) : fields.Length > 0 ? new(HttpBodyKind.Length, fields.Length.Value) : default;
        return isClear && (!fields.HasCoding || (fields.IsChunked && mayBeChunked));
    }

    /// <summary>The body of a response.</summary>
    /// <param name="head">The head.</param>
    /// <param name="method">The method of the request that it answers.</param>
    /// <param name="body">The body.</param>
    /// <returns>False if the head contradicts itself: then the connection is to be closed.</returns>
    public static bool TryFind(scoped in HttpResponseHead head, HttpRequestMethod method, out HttpBody body)
    {
        body = default;
        if (head.StatusCode == 101 || (method == HttpRequestMethod.Connect && head.StatusCode / 100 == 2))
        {
            body = new(HttpBodyKind.Tunnel);
            return true;
        }
        if (method == HttpRequestMethod.Head || head.StatusCode is < 200 or 204 or 304)
            return true;
        var fields = new Fields();
        if (!fields.TryRead(head.Fields))
            return false;
        body = fields.IsChunked ? new(HttpBodyKind.Chunks)
            : fields.HasCoding || fields.Length is null ? new(HttpBodyKind.UntilClose)
            : fields.Length == 0 ? default
            : new(HttpBodyKind.Length, fields.Length.Value);
        return true;
    }

    /// <summary>What the fields of a head say.</summary>
    private ref struct Fields
    {
        public long? Length { get; private set; }

        public bool HasCoding { get; private set; }

        public bool IsChunked { get; private set; }

        public bool TryRead(scoped in MessageList<HttpField> fields)
        {
            bool isFraming = false;
            foreach (var field in fields)
            {
                // What decides where a body ends must not be spread over lines.
                if (field.IsContinuation && isFraming)
                    return false;
                isFraming = field.Name.Value is HttpFieldName.ContentLength or HttpFieldName.TransferEncoding;
                if (isFraming && !(field.Name.Value == HttpFieldName.ContentLength ? TryAddLength(field.Value) : TryAddCodings(field.Value)))
                    return false;
            }
            return !HasCoding || Length is null;
        }

        // RFC 9110 section 8.6: the same number several times is that number.
        private bool TryAddLength(ReadOnlySpan<byte> field)
        {
            bool isEmpty = true;
            foreach (var value in new HeaderList(field))
            {
                if (!Utf8Parser.TryParse(value, out ulong length, out int consumed) || consumed != value.Length || length > long.MaxValue || value[0] == '+' || (Length is { } known && known != (long)length))
                    return false;
                Length = (long)length;
                isEmpty = false;
            }
            return !isEmpty;
        }

        // RFC 9112 section 6.1: chunked is applied once, and last.
        private bool TryAddCodings(ReadOnlySpan<byte> field)
        {
            foreach (var value in new HeaderList(field))
            {
                if (IsChunked)
                    return false;
                HasCoding = true;
                IsChunked = Ascii.EqualsIgnoreCase(value, "chunked"u8);
            }
            return HasCoding;
        }
    }
}

using System.Buffers;
using Codecs.Protocols;

namespace Codecs.Tool.Streams.Http;

/// <summary>Counts the bytes of a body up to its end.</summary>
internal sealed class BodyCount(HttpBody body)
{
    private readonly byte[] _data = body.Kind == HttpBodyKind.Chunks ? new byte[4096] : [];
    private HttpChunkedDecoder _decoder;

    /// <summary>Bytes so far, those that are missing counted.</summary>
    public long Length { get; private set; }

    /// <summary>The same without the framing of chunks.</summary>
    public long DataLength { get; private set; }

    /// <summary>Is this all?</summary>
    public bool IsAtEnd { get; private set; }

    /// <summary>Takes what belongs to the body.</summary>
    /// <returns>How many bytes that is.</returns>
    public long Take(in ReadOnlySequence<byte> bytes)
    {
        if (body.Kind != HttpBodyKind.Chunks)
        {
            long most = body.Kind == HttpBodyKind.UntilClose ? bytes.Length : Math.Min(bytes.Length, body.Length - Length);
            TrySkip(most);
            return most;
        }
        long before = Length;
        foreach (var segment in bytes)
        {
            if (!IsAtEnd)
                Decode(segment.Span);
        }
        return Length - before;
    }

    /// <summary>Passes over bytes that are missing.</summary>
    /// <returns>False if that cannot be, for they say where the body ends.</returns>
    public bool TrySkip(long count)
    {
        if (body.Kind == HttpBodyKind.Chunks || (body.Kind == HttpBodyKind.Length && count > body.Length - Length))
            return false;
        Length += count;
        DataLength += count;
        IsAtEnd = body.Kind == HttpBodyKind.Length && Length == body.Length;
        return true;
    }

    private void Decode(ReadOnlySpan<byte> source)
    {
        while (!IsAtEnd && !source.IsEmpty)
        {
            var status = _decoder.Decode(source, _data, out int consumed, out int written);
            Length += consumed;
            DataLength += written;
            IsAtEnd = status == OperationStatus.Done;
            source = source[consumed..];
            if (status == OperationStatus.InvalidData)
                throw new InvalidDataException("A body is not made of chunks as it says.");
        }
    }
}

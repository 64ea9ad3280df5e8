using System.Buffers;
using System.IO.Pipelines;

namespace Codecs.Pipelines;

/// <summary>A body of any size that is decoded on the way, piece by piece as it arrives, up to the end that its decoder finds: the data of a mail, with its doubled dots.</summary>
/// <example>
/// <code>
/// using var data = new BodyReader&lt;DotStuffingDecoder>(pipe.Input, new DotStuffingDecoder());
/// while (await data.WaitToReadAsync(cancellationToken))
/// {
///     while (data.TryRead(buffer, out int bytesWritten))
///         ...
/// }
/// </code>
/// </example>
/// <remarks>
/// It ends with the last byte of the encoded body: the next reader of the same PipeReader starts behind it. A <see cref="MessageReader"/> of that pipe must have been released or
/// disposed. The PipeReader is not completed. How long a body may be is for the caller to say, who counts what is read. For one caller at a time.
/// </remarks>
/// <typeparam name="TDecoder">How it is decoded, and where it ends.</typeparam>
public sealed class BodyReader<TDecoder> : IDisposable where TDecoder : IStreamDecoder
{
    private const int CopySize = 4096;

    private readonly PipeInput _input;
    private TDecoder _decoder;
    private bool _isEnded;
    private bool _isDisposed;

    /// <summary>Reads a body.</summary>
    /// <param name="input">The pipe. It is not completed by this reader.</param>
    /// <param name="decoder">A decoder that stands at the start of a body.</param>
    public BodyReader(PipeReader input, TDecoder decoder)
    {
        ArgumentNullException.ThrowIfNull(input);
        _input = new PipeInput(input);
        _decoder = decoder ?? throw new ArgumentNullException(nameof(decoder));
    }

    /// <summary>The decoder, which may have noticed more than the end.</summary>
    public ref readonly TDecoder Decoder => ref _decoder;

    /// <summary>Bytes of the encoded body that were read, with its end.</summary>
    public long BytesConsumed => _input.Offset - _input.BodyOffset;

    /// <summary>Begins with another body, where the pipe then is. What was left of the one before is not skipped.</summary>
    /// <param name="decoder">A decoder that stands at the start of a body.</param>
    public void Begin(TDecoder decoder)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        _decoder = decoder ?? throw new ArgumentNullException(nameof(decoder));
        _input.BeginBody();
        _isEnded = false;
    }

    /// <summary>Waits until more of the body has arrived; returns at once if some is left from the last wait.</summary>
    /// <returns>False if the body was read to its end. The pipe then stands behind it.</returns>
    /// <exception cref="MessageReadException">The input has ended inside the body (<see cref="MessageReadError.Incomplete"/>).</exception>
    /// <exception cref="OperationCanceledException">By the token or by <see cref="PipeReader.CancelPendingRead"/>. Nothing is lost: one can wait again.</exception>
    public ValueTask<bool> WaitToReadAsync(CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        return _isEnded ? new(false) : _input.FillAsync(1, mayEnd: false, cancellationToken);
    }

    /// <summary>Decodes what has arrived, as far as there is room.</summary>
    /// <param name="destination">Where to; not empty.</param>
    /// <param name="bytesWritten">Bytes that were decoded.</param>
    /// <returns>False if what has arrived gives no more bytes, or the body has ended: wait.</returns>
    /// <exception cref="MessageReadException">The body is not encoded so (<see cref="MessageReadError.Invalid"/>).</exception>
    public bool TryRead(Span<byte> destination, out int bytesWritten)
    {
        if (destination.IsEmpty)
            throw new ArgumentException("There must be room.", nameof(destination));
        bytesWritten = 0;
        while (!_isEnded && bytesWritten < destination.Length && _input.FirstSegment.Span is { IsEmpty: false } source)
        {
            var status = _decoder.Decode(source, destination[bytesWritten..], out int consumed, out int written);
            bytesWritten += written;
            _input.Consume(consumed);
            if (status == OperationStatus.Done)
                End();
            else if (status == OperationStatus.InvalidData)
                return bytesWritten > 0 ? true : throw Invalid(source[consumed]);
            else if (consumed == 0 && written == 0)
                throw new InvalidOperationException($"{typeof(TDecoder).Name} makes no progress.");
        }
        return bytesWritten > 0;
    }

    /// <summary>Decodes to the end of the body and writes it, flushing after each piece: no more is under way than the writer lets pass.</summary>
    /// <returns>False if the writer's reader has gone and the rest of the body was not read.</returns>
    /// <exception cref="MessageReadException">The input has ended inside the body, or it is not encoded so.</exception>
    public async ValueTask<bool> CopyToAsync(PipeWriter output, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(output);
        while (await WaitToReadAsync(cancellationToken).ConfigureAwait(false))
        {
            while (TryRead(output.GetSpan(CopySize), out int bytesWritten))
                output.Advance(bytesWritten);
            if (await PipeInput.FlushAsync(output, cancellationToken).ConfigureAwait(false))
                return false;
        }
        return true;
    }

    /// <summary>Gives the pipe what was not read. The PipeReader is not completed.</summary>
    public void Dispose()
    {
        _isDisposed = true;
        _input.End();
    }

    private void End()
    {
        _isEnded = true;
        _input.Release();
    }

    private MessageReadException Invalid(byte value) =>
        new(MessageReadError.Invalid, $"The byte 0x{value:X2} cannot be there in the body", _input.BodyOffset, _input.Offset);
}

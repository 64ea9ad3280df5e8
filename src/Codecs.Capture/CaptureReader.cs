using System.IO.Compression;
using Codecs.Capture.Formats;

namespace Codecs.Capture;

/// <summary>
/// Reads the frames of a capture file, pcap or pcapng, forwards and in constant memory. Files that are cut or damaged are read as
/// far as they go: <see cref="TryRead"/> then ends and <see cref="Damage"/> says why. Nothing in a file makes it throw.
/// </summary>
/// <remarks>Not for use by several threads at once.</remarks>
/// <example><code>
/// using var reader = CaptureReader.Open("http.pcap");
/// while (reader.TryRead(out var frame))
///     Console.WriteLine($"{frame.Number} {frame.Timestamp} {frame.Data.Length}");
/// </code></example>
public sealed class CaptureReader : IDisposable
{
    private const int PcapHeaderLength = 24;
    private const int SectionStartLength = 12;

    private readonly Stream _stream;
    private readonly Stream _unpacked;
    private readonly bool _leaveOpen;
    private readonly CaptureBuffer _buffer;
    private readonly FrameSource _source;

    private CaptureReader(Stream stream, bool leaveOpen, string name)
    {
        _stream = stream;
        _leaveOpen = leaveOpen;
        _unpacked = Unpacked(stream);
        _buffer = new CaptureBuffer(_unpacked);
        try
        {
            _source = Detect(_buffer, name);
        }
        catch
        {
            Dispose();
            throw;
        }
        Format = _source is PcapSource ? CaptureFormat.Pcap : CaptureFormat.Pcapng;
    }

    /// <summary>Opens a file.</summary>
    /// <exception cref="CaptureException">There is no such file, it cannot be read, or it is not a capture.</exception>
    public static CaptureReader Open(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (Directory.Exists(path))
            throw new CaptureException($"'{path}' is a directory, not a capture.");
        FileStream stream;
        try
        {
            stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0, FileOptions.SequentialScan);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new CaptureException($"There is no file '{path}'.", e);
        }
        catch (UnauthorizedAccessException e)
        {
            throw new CaptureException($"'{path}' may not be read: permission is denied.", e);
        }
        catch (Exception e) when (e is IOException or ArgumentException or NotSupportedException)
        {
            throw new CaptureException($"'{path}' cannot be opened: {e.Message}", e);
        }
        return new(stream, leaveOpen: false, $"'{path}'");
    }

    /// <summary>Reads from a stream, from where it stands.</summary>
    /// <param name="stream">A stream that can be read; it need not be able to seek.</param>
    /// <param name="leaveOpen">Is the stream left open when the reader is disposed?</param>
    /// <exception cref="CaptureException">The stream holds no capture.</exception>
    public static CaptureReader Open(Stream stream, bool leaveOpen = false)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return new(stream, leaveOpen, "The input");
    }

    /// <summary>The format of the file.</summary>
    public CaptureFormat Format { get; }

    /// <summary>The interfaces that were described so far, those of all sections, in order.</summary>
    public IReadOnlyList<CaptureInterface> Interfaces => _source.Interfaces;

    /// <summary>Why reading ended before the file did, or the file before its last frame did; null if nothing is wrong so far.</summary>
    public CaptureDamage? Damage => _source.Damage;

    /// <summary>How much of the file was read, from 0 to 1; null if the stream cannot tell.</summary>
    public double? Progress => _stream.CanSeek && _stream.Length > 0 ? Math.Min(1, (double)_stream.Position / _stream.Length) : null;

    /// <summary>Reads the next frame. What an earlier frame's <see cref="CapturedFrame.Data"/> showed is no longer valid.</summary>
    /// <returns>False at the end of the file, and where it is damaged.</returns>
    public bool TryRead(out CapturedFrame frame) => _source.TryRead(out frame);

    /// <inheritdoc/>
    public void Dispose()
    {
        _buffer.Dispose();
        if (_unpacked != _stream)
            _unpacked.Dispose();
        if (!_leaveOpen)
            _stream.Dispose();
    }

    private static FrameSource Detect(CaptureBuffer buffer, string name)
    {
        buffer.Fill(PcapHeaderLength);
        var start = buffer.Unread;
        if (start.IsEmpty)
            throw new CaptureException(buffer.Failure is { } failure ? $"{name} cannot be read: {failure}" : $"{name} is empty.");
        var pcap = PcapFileHeader.TryParse(start, out var header);
        if (pcap)
        {
            if (header.MajorVersion != 2)
                throw new CaptureException($"{name} is a pcap capture of version {header.MajorVersion}.{header.MinorVersion}; only version 2 is known.");
            buffer.Advance(pcap.BytesConsumed);
            return new PcapSource(buffer, header);
        }
        if (start.Length >= SectionStartLength && PcapngSectionStart.TryParse(start, out _))
            return new PcapngSource(buffer);
        throw new CaptureException($"{name} is not a pcap or pcapng capture.");
    }

    // Captures are often kept as they were rotated, packed by gzip.
    private static Stream Unpacked(Stream stream)
    {
        if (!stream.CanSeek)
            return stream;
        Span<byte> magic = stackalloc byte[2];
        long start = stream.Position;
        int read = 0;
        try
        {
            read = stream.ReadAtLeast(magic, magic.Length, throwOnEndOfStream: false);
        }
        catch (IOException)
        {
            // It will fail again where that is told.
        }
        stream.Position = start;
        return read == 2 && magic is [0x1F, 0x8B] ? new GZipStream(stream, CompressionMode.Decompress, leaveOpen: true) : stream;
    }
}

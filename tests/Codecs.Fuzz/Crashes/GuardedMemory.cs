using System.ComponentModel;
using System.Runtime.InteropServices;

namespace Codecs.Fuzz.Crashes;

/// <summary>Memory between two pages that nobody may touch. Who reads or writes one byte before or behind it ends the process.</summary>
/// <remarks>It is never given back: what lives as long as a thread of a fuzzer, lives as long as the process.</remarks>
internal sealed unsafe class GuardedMemory
{
    private readonly byte* _start;
    private readonly int _length;

    /// <param name="capacity">The bytes that are needed at most.</param>
    public GuardedMemory(int capacity)
    {
        int page = Environment.SystemPageSize;
        _length = (capacity + page - 1) / page * page;
        _start = Reserve(_length + 2 * page) + page;
        Open(_start, _length);
    }

    /// <summary>The last bytes before the page that is closed.</summary>
    public Span<byte> AtEnd(int length)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)length, (uint)_length);
        return new Span<byte>(_start + _length - length, length);
    }

    /// <summary>The first bytes behind the page that is closed.</summary>
    public Span<byte> AtStart(int length)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)length, (uint)_length);
        return new Span<byte>(_start, length);
    }

    /// <summary>A copy whose last byte is the last before the page that is closed.</summary>
    public Span<byte> CopyToEnd(ReadOnlySpan<byte> bytes)
    {
        var copy = AtEnd(bytes.Length);
        bytes.CopyTo(copy);
        return copy;
    }

    /// <summary>A copy whose first byte is the first behind the page that is closed.</summary>
    public Span<byte> CopyToStart(ReadOnlySpan<byte> bytes)
    {
        var copy = AtStart(bytes.Length);
        bytes.CopyTo(copy);
        return copy;
    }

    // Address space that may not be touched.
    private static byte* Reserve(nint length)
    {
        void* start = OperatingSystem.IsWindows()
            ? Windows.VirtualAlloc(null, (nuint)length, Windows.Reserve, Windows.NoAccess)
            : Unix.mmap(null, (nuint)length, Unix.None, Unix.Private | (OperatingSystem.IsMacOS() ? Unix.AnonymousOnMacOS : Unix.Anonymous), -1, 0);
        return start is not null && (nint)start != -1 ? (byte*)start : throw new Win32Exception();
    }

    private static void Open(byte* start, nint length)
    {
        bool isOpen = OperatingSystem.IsWindows()
            ? Windows.VirtualAlloc(start, (nuint)length, Windows.Commit, Windows.ReadWrite) is not null
            : Unix.mprotect(start, (nuint)length, Unix.Read | Unix.Write) == 0;
        if (!isOpen)
            throw new Win32Exception();
    }

    private static class Windows
    {
        public const uint Commit = 0x1000;
        public const uint Reserve = 0x2000;
        public const uint NoAccess = 0x01;
        public const uint ReadWrite = 0x04;

        [DllImport("kernel32", SetLastError = true), DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
        public static extern void* VirtualAlloc(void* address, nuint size, uint allocationType, uint protection);
    }

    private static class Unix
    {
        public const int None = 0;
        public const int Read = 1;
        public const int Write = 2;
        public const int Private = 0x02;
        public const int Anonymous = 0x20;
        public const int AnonymousOnMacOS = 0x1000;

        [DllImport("libc", SetLastError = true), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern void* mmap(void* address, nuint length, int protection, int flags, int file, nint offset);

        [DllImport("libc", SetLastError = true), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int mprotect(void* address, nuint length, int protection);
    }
}

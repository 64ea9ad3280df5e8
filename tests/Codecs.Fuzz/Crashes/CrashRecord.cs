using System.IO.MemoryMappedFiles;
using System.Runtime.InteropServices;
using System.Text;

namespace Codecs.Fuzz.Crashes;

/// <summary>What each thread of a fuzzer is at, where another process finds it when this one is no more.</summary>
internal sealed unsafe class CrashRecord : IDisposable
{
    /// <summary>The most threads that have a place.</summary>
    public const int MaxThreads = 64;

    private const int MaxName = 120;
    private const int HeaderSize = 16;
    private const int SlotSize = 8 + MaxName + Contract.MaxInput;

    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;
    private readonly byte* _start;

    /// <param name="path">A file, which is made as long as it must be.</param>
    public CrashRecord(string path)
    {
        _file = MemoryMappedFile.CreateFromFile(path, FileMode.OpenOrCreate, null, HeaderSize + (long)MaxThreads * SlotSize);
        _view = _file.CreateViewAccessor();
        _view.SafeMemoryMappedViewHandle.AcquirePointer(ref _start);
    }

    /// <summary>Inputs that were through.</summary>
    public long Passed
    {
        get => MemoryMarshal.Read<long>(new ReadOnlySpan<byte>(_start, sizeof(long)));
        set => MemoryMarshal.Write(new Span<byte>(_start, sizeof(long)), in value);
    }

    /// <summary>Says what a thread is about to check.</summary>
    public void Begin(int thread, string name, ReadOnlySpan<byte> input)
    {
        var slot = Slot(thread);
        MemoryMarshal.Write(slot, Encoding.UTF8.GetBytes(name.AsSpan(0, Math.Min(name.Length, MaxName / 4)), slot.Slice(8, MaxName)));
        MemoryMarshal.Write(slot[4..], input.Length);
        input.CopyTo(slot[(8 + MaxName)..]);
    }

    /// <summary>Says that a thread is at nothing.</summary>
    public void End(int thread) => MemoryMarshal.Write(Slot(thread), 0);

    /// <summary>What the threads were at.</summary>
    public List<(string Name, byte[] Input)> Read()
    {
        var found = new List<(string, byte[])>();
        for (int i = 0; i < MaxThreads; i++)
        {
            var slot = Slot(i);
            int name = MemoryMarshal.Read<int>(slot), length = MemoryMarshal.Read<int>(slot[4..]);
            if (name is > 0 and <= MaxName && length is >= 0 and <= Contract.MaxInput)
                found.Add((Encoding.UTF8.GetString(slot.Slice(8, name)), slot.Slice(8 + MaxName, length).ToArray()));
        }
        return found;
    }

    public void Dispose()
    {
        _view.SafeMemoryMappedViewHandle.ReleasePointer();
        _view.Dispose();
        _file.Dispose();
    }

    private Span<byte> Slot(int thread) => new(_start + HeaderSize + (long)thread * SlotSize, SlotSize);
}

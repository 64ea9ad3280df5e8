using System.Numerics;
using System.Reflection;
using System.Runtime.InteropServices;

namespace Codecs.Fuzz;

/// <summary>
/// The branches that inputs take in assemblies that SharpFuzz has instrumented: these count them in a piece of memory. README.md says how that is done; without it there is nothing to see here.
/// </summary>
internal sealed unsafe class BranchMap
{
    /// <summary>Counters of branches; the last place and this one together have one.</summary>
    public const int Size = 1 << 16;

    private const string Runtime = "SharpFuzz.Common";

    private readonly byte* _counts = (byte*)NativeMemory.AllocZeroed(Size);
    private readonly FieldInfo _last;
    private readonly byte[] _everSeen = new byte[Size];

    private BranchMap(Type trace)
    {
        _last = trace.GetField("PrevLocation")!;
        trace.GetField("SharedMem")!.SetValue(null, (nint)_counts);
    }

    /// <summary>All that were taken so far.</summary>
    public int Count => Size - _everSeen.AsSpan().Count((byte)0);

    /// <summary>The map, if the file that instrumented assemblies need lies beside the program. Only one thread at a time may work then.</summary>
    public static BranchMap? Open()
    {
        string path = Path.Combine(AppContext.BaseDirectory, Runtime + ".dll");
        return File.Exists(path) ? new BranchMap(Assembly.LoadFrom(path).GetType(Runtime + ".Trace")!) : null;
    }

    /// <summary>Forgets what was counted.</summary>
    public void Begin()
    {
        new Span<byte>(_counts, Size).Clear();
        _last.SetValue(null, 0);
    }

    /// <summary>Was a branch taken that was never taken before, or more often by an order of magnitude?</summary>
    /// <param name="seen">What was seen before, a bit for each order of magnitude; what is new is added.</param>
    public bool IsNew(Span<byte> seen)
    {
        bool isNew = false;
        var words = new ReadOnlySpan<ulong>(_counts, Size / sizeof(ulong));
        for (int word = 0; word < words.Length; word++)
        {
            if (words[word] == 0)
                continue;
            for (int i = word * sizeof(ulong); i < (word + 1) * sizeof(ulong); i++)
            {
                byte order = _counts[i] == 0 ? (byte)0 : (byte)(1 << BitOperations.Log2(_counts[i]));
                isNew |= (order & ~seen[i]) != 0;
                seen[i] |= order;
                _everSeen[i] |= order;
            }
        }
        return isNew;
    }
}

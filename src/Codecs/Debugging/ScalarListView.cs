using System.Diagnostics;

namespace Codecs.Debugging;

/// <summary>What a debugger shows of a list of numbers: the numbers.</summary>
internal sealed class ScalarListView<T>(ScalarList<T> list) where T : unmanaged
{
    [DebuggerBrowsable(DebuggerBrowsableState.RootHidden)]
    public T[] Elements { get; } = list.ToArray();
}

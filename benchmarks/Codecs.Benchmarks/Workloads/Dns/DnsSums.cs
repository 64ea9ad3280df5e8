using System.Runtime.CompilerServices;

namespace Codecs.Benchmarks.Workloads.Dns;

/// <summary>Numbers of what a contender has read, with factors, so that two values in the place of each other show.</summary>
internal static class DnsSums
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Header(ushort id, int flags, int questions, int answers) => (ulong)(id + flags * 3 + questions * 5 + answers * 7);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Question(int type, int @class) => (ulong)(type + @class * 3);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Record(int type, int @class, uint timeToLive, int dataLength) => (ulong)(type * 3 + @class * 5 + timeToLive + dataLength * 7);

    /// <summary>Of an expanded name.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Name(ReadOnlySpan<byte> name) => (ulong)(name.Length + name[0] * 3 + name[name.Length / 2] * 5 + name[^1]);

    /// <summary>Of a label.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Label(ReadOnlySpan<byte> label) => (ulong)(label.Length * 3 + label[0] + label[^1] * 5);
}

using System.Runtime.CompilerServices;

namespace Codecs.Benchmarks.Workloads.Dns;

/// <summary>Numbers of what a contender has read, with factors, so that two values in the place of each other show.</summary>
internal static class DnsSums
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Header(ushort id, int flags, int questions, int answers) => (ulong)(id + flags * 3 + questions * 5 + answers * 7);

    /// <summary>Of the fields between the identification and the counts, each as what it is: who reads a message wants to know whether it is a response, and not bit 15.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Flags(bool isResponse, int opcode, bool authoritative, bool truncated, bool recursionDesired, bool recursionAvailable, bool authentic, bool unvalidated, int code) =>
        (isResponse ? 2 : 0) + opcode * 3 + (authoritative ? 5 : 0) + (truncated ? 7 : 0) + (recursionDesired ? 11 : 0) + (recursionAvailable ? 13 : 0) + (authentic ? 17 : 0)
        + (unvalidated ? 19 : 0) + code * 23;

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

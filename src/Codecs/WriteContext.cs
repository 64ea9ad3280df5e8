using System.Runtime.CompilerServices;

namespace Codecs;

/// <summary>What a part that is being written may need to know of the whole. Passed by value, so that nothing can be captured.</summary>
public readonly ref struct WriteContext
{
    private readonly ref BackReferences _backReferences;

    /// <summary>A context without anything.</summary>
    public WriteContext()
    {
    }

    /// <summary>A context for the parts of a message that can refer back to what was written before them.</summary>
    /// <param name="context">What else they may need to know.</param>
    /// <param name="backReferences">What has been written, from the start of the message.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public WriteContext(scoped WriteContext context, ref BackReferences backReferences)
    {
        _backReferences = ref backReferences;
        PseudoHeader = context.PseudoHeader;
        Mode = context.Mode;
    }

    /// <summary>What transport checksums cover of the layer below.</summary>
    public PseudoHeader PseudoHeader { get; init; }

    /// <summary>What is written for derived and reserved fields.</summary>
    public WriteMode Mode { get; init; }

    /// <summary>Is there a table of what has been written, so that parts can refer back to it?</summary>
    public bool HasBackReferences
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => !Unsafe.IsNullRef(ref _backReferences);
    }

    /// <summary>What has been written into the message so far. Only there if <see cref="HasBackReferences"/>.</summary>
    public ref BackReferences BackReferences
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref _backReferences;
    }

    /// <summary>A context from the options of a caller.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WriteContext From(in WriteOptions options) => new() { PseudoHeader = options.PseudoHeader, Mode = options.Mode };

    /// <summary>The context of what lies over a layer that gives that pseudo-header.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public WriteContext Over(PseudoHeader below) => new() { PseudoHeader = below, Mode = Mode };
}

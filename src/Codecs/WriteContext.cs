using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Codecs;

/// <summary>What a part that is being written may need to know of the whole. Passed by value, so that nothing can be captured.</summary>
public readonly ref struct WriteContext
{
    private readonly ref BackReferences _references;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private WriteContext(ref BackReferences references) => _references = ref references;

    /// <summary>What transport checksums cover of the layer below.</summary>
    public PseudoHeader PseudoHeader { get; init; }

    /// <summary>What is written for derived and reserved fields.</summary>
    public WriteMode Mode { get; init; }

    /// <summary>A context from the options of a caller.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WriteContext From(in WriteOptions options) => new() { PseudoHeader = options.PseudoHeader, Mode = options.Mode };

    /// <summary>Is there a table of what was written so far, for encodings that refer to it?</summary>
    public bool HasBackReferences => !Unsafe.IsNullRef(ref _references);

    /// <summary>What was written so far, in a message that is the origin of back references (<see cref="BackReferencesAttribute"/>). Only if <see cref="HasBackReferences"/>.</summary>
    public ref BackReferences BackReferences => ref _references;

    /// <summary>The context of the parts of a message that is the origin of back references.</summary>
    /// <param name="references">The message's table, which it disposes of at its end.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public WriteContext WithBackReferences(ref BackReferences references) => new(ref references) { PseudoHeader = PseudoHeader, Mode = Mode };

    /// <summary>The context of parts that are written one by one into such a message, by itself and with everything computed. For generated code.</summary>
    /// <param name="references">The message's table.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WriteContext Referring(ref BackReferences references) => new(ref references);

    /// <summary>The context of what lies over a layer that gives that pseudo-header.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public WriteContext Over(PseudoHeader below) => new(ref _references) { PseudoHeader = below, Mode = Mode };
}

using System.Collections.Concurrent;
using System.Reflection;
using Codecs.Protocols;

namespace Codecs.Tool.Definitions;

/// <summary>Finds the layers of frames.</summary>
internal abstract class PacketStack
{
    /// <summary>The one that comes with the command.</summary>
    public static PacketStack Shipped { get; } = new ShippedStack();

    /// <summary>Shows the layers of a frame, of which the first is what its link type says.</summary>
    public abstract void Walk<TVisitor>(LinkType linkType, ReadOnlySpan<byte> frame, ref TVisitor visitor) where TVisitor : ILayerVisitor, allows ref struct;

    private sealed class ShippedStack : PacketStack
    {
        public override void Walk<TVisitor>(LinkType linkType, ReadOnlySpan<byte> frame, ref TVisitor visitor) => Packet.Walk(linkType, frame, ref visitor);
    }
}

/// <summary>A stack of the user's. One that knows no link types starts with its first layer, whatever the capture says.</summary>
internal sealed class UserStack : PacketStack
{
    private readonly ConcurrentDictionary<Type, Delegate> _walks = new();
    private readonly MethodInfo? _byLinkType;
    private readonly MethodInfo _plain;

    /// <param name="type">A type with <see cref="StackAttribute"/>.</param>
    public UserStack(Type type)
    {
        // The generator writes one method for each table of which the stack has a layer, and one without.
        var walks = type.GetMember("Walk", MemberTypes.Method, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic).Cast<MethodInfo>().Where(static method => method.IsGenericMethodDefinition).ToList();
        _byLinkType = walks.Find(static method => method.GetParameters() is [var tag, _, _] && tag.ParameterType == typeof(LinkType));
        _plain = walks.Find(static method => method.GetParameters() is [_, _])
            ?? throw new DefinitionException($"{type.Name} was not compiled with the generator of Codecs.");
    }

    private delegate void TaggedWalk<TVisitor>(LinkType tag, ReadOnlySpan<byte> frame, ref TVisitor visitor) where TVisitor : allows ref struct;

    private delegate void PlainWalk<TVisitor>(ReadOnlySpan<byte> frame, ref TVisitor visitor) where TVisitor : allows ref struct;

    public override void Walk<TVisitor>(LinkType linkType, ReadOnlySpan<byte> frame, ref TVisitor visitor) =>
        ((TaggedWalk<TVisitor>)_walks.GetOrAdd(typeof(TVisitor), static (_, stack) => stack.Bind<TVisitor>(), this))(linkType, frame, ref visitor);

    private TaggedWalk<TVisitor> Bind<TVisitor>() where TVisitor : ILayerVisitor, allows ref struct
    {
        if (_byLinkType is not null)
            return _byLinkType.MakeGenericMethod(typeof(TVisitor)).CreateDelegate<TaggedWalk<TVisitor>>();
        var plain = _plain.MakeGenericMethod(typeof(TVisitor)).CreateDelegate<PlainWalk<TVisitor>>();
        return (LinkType _, ReadOnlySpan<byte> frame, ref TVisitor visitor) => plain(frame, ref visitor);
    }
}

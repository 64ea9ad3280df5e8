using System.Collections.Immutable;
using System.Reflection;

namespace Codecs.Tool.Definitions;

/// <summary>A message type that the command knows.</summary>
/// <param name="Type">The type.</param>
/// <param name="Description">Its name and fields.</param>
/// <param name="Carriers">What it is carried under: the values of each table.</param>
internal sealed record ProtocolInfo(Type Type, MessageDescription Description, ImmutableArray<ProtocolTag> Carriers)
{
    /// <summary>The property of a field; null for one that has none, such as a prefix.</summary>
    public PropertyInfo? PropertyOf(in FieldDescription field) =>
        Type.GetProperty(field.Name, BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic);
}

/// <summary>Values of a table under which a message is carried.</summary>
/// <param name="Table">The table: <c>EtherType</c>.</param>
/// <param name="Values">Names and numbers: <c>IPv4 (0x0800)</c>.</param>
internal sealed record ProtocolTag(string Table, ImmutableArray<string> Values);

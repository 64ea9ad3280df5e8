using System.Reflection;
using Codecs.Tool.Definitions;

namespace Codecs.Tool.Wireshark;

/// <summary>One field of a message's wire format, with what its attributes say.</summary>
internal sealed class LuaField
{
    public LuaField(ProtocolInfo protocol, int ordinal)
    {
        Description = protocol.Description.Fields[ordinal];
        Ordinal = ordinal;
        Property = protocol.PropertyOf(Description);
        // Fields without a property stand before the one that they are for: its prefix, or the bits that say how long it is.
        Target = Property is null && ordinal + 1 < protocol.Description.Fields.Length ? protocol.PropertyOf(protocol.Description.Fields[ordinal + 1]) : null;
        Type = Property is not null ? Unwrapped(Property.PropertyType) : Generic(Target, typeof(PrefixedAttribute<>))?.AttributeType.GenericTypeArguments[0] ?? typeof(ulong);
        IsLsbFirst = Has<LsbFirstAttribute>() || protocol.Type.IsDefined(typeof(LsbFirstAttribute), inherit: false);
        LittleEndian = (Property ?? Target)?.GetCustomAttribute<LittleEndianAttribute>() ?? protocol.Type.GetCustomAttribute<LittleEndianAttribute>();
        if (Description is { Kind: FieldKind.Scalar, BitWidth: > 0 })
            Scalar = LuaScalar.Of(Type, Description.BitWidth);
    }

    public FieldDescription Description { get; }

    public int Ordinal { get; }

    public string Name => Description.Name;

    /// <summary>Null for a field that has none.</summary>
    public PropertyInfo? Property { get; }

    /// <summary>Of a field without a property: that of the field that it is for.</summary>
    public PropertyInfo? Target { get; }

    /// <summary>Of the value, neither nullable nor optional.</summary>
    public Type Type { get; }

    /// <summary>Of a number of fixed width; null for other fields.</summary>
    public LuaScalar? Scalar { get; }

    public bool IsLsbFirst { get; }

    public LittleEndianAttribute? LittleEndian { get; }

    public bool IsOptional => (Description.Role & FieldRole.Optional) != 0;

    /// <summary>Is it read together with its neighbours, at a place in bits?</summary>
    public bool IsInRun => Scalar is not null && !IsOptional && !Has<DeltaAttribute>();

    /// <summary>How its value is called in Lua.</summary>
    public string Value => $"f.{Name}";

    /// <summary>How what shows it is called in Lua.</summary>
    public string ProtoField => $"F.{Name}";

    public bool Has<T>() where T : Attribute => Property?.IsDefined(typeof(T), inherit: false) == true;

    public T? Find<T>() where T : Attribute => Property?.GetCustomAttribute<T>();

    /// <summary>Attributes of a generic type.</summary>
    public IEnumerable<CustomAttributeData> Generics(Type definition) =>
        (Property?.CustomAttributes ?? []).Where(attribute => attribute.AttributeType.IsGenericType && attribute.AttributeType.GetGenericTypeDefinition() == definition);

    public static CustomAttributeData? Generic(PropertyInfo? property, Type definition) =>
        property?.CustomAttributes.FirstOrDefault(attribute => attribute.AttributeType.IsGenericType && attribute.AttributeType.GetGenericTypeDefinition() == definition);

    /// <summary>The type in <c>MessageList&lt;T&gt;</c> and the like; null if it is no such type.</summary>
    public static Type? Item(Type type) => type.IsGenericType && type.Namespace == nameof(Codecs) && type.Name.Split('`')[0] is "MessageList" or "ScalarList" or "Token" ? type.GenericTypeArguments[0] : null;

    private static Type Unwrapped(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } value)
            return value;
        return type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Optional<>) ? type.GenericTypeArguments[0] : type;
    }
}

/// <summary>A range of fields that a length bounds: <c>stored * Unit = length + Bias</c>.</summary>
/// <param name="Index">A number of its own.</param>
/// <param name="Descriptor">The length.</param>
/// <param name="First">Ordinal of the first field.</param>
/// <param name="Last">Ordinal of the last field.</param>
/// <param name="Unit">What is counted in.</param>
/// <param name="Bias">What is added to the length before it is stored.</param>
/// <param name="When">A property that must be true; null if there is none.</param>
internal sealed record LuaRange(int Index, LuaField Descriptor, int First, int Last, int Unit, int Bias, PropertyInfo? When)
{
    /// <summary>The length in bytes.</summary>
    public string Length => Bias == 0 ? $"{Descriptor.Value} * {Unit}" : $"{Descriptor.Value} * {Unit} {(Bias > 0 ? "-" : "+")} {Math.Abs(Bias)}";
}

using System.Collections.Immutable;
using System.Reflection;
using Codecs.Capture;
using Codecs.Protocols;

namespace Codecs.Tool.Definitions;

/// <summary>The message types of some assemblies, found by what they implement: a new definition needs no entry here.</summary>
internal sealed class ProtocolList
{
    private static readonly string[] s_endings = ["Message", "Frame", "Header", "Packet", "Segment"];
    private static readonly Lazy<ProtocolList> s_shipped = new(static () => new([.. ShippedAssemblies.SelectMany(static assembly => assembly.GetExportedTypes())]));
    private static readonly MethodInfo s_describe = typeof(ProtocolList).GetMethod(nameof(DescriptionOf), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <exception cref="DefinitionException">One of them cannot say what it is made of.</exception>
    public ProtocolList(IEnumerable<Type> types) => All =
    [
        .. types.Where(static type => type.IsValueType && !type.ContainsGenericParameters && IsVisitable(type))
            .Select(Describe)
            .OrderBy(static item => item.Description.Name, StringComparer.OrdinalIgnoreCase),
    ];

    /// <summary>Assemblies of definitions that come with the command.</summary>
    public static ImmutableArray<Assembly> ShippedAssemblies { get; } = [typeof(Packet).Assembly, typeof(CaptureReader).Assembly];

    /// <summary>What comes with the command.</summary>
    public static ProtocolList Shipped => s_shipped.Value;

    /// <summary>By name.</summary>
    public ImmutableArray<ProtocolInfo> All { get; }

    /// <summary>The message of that name, whatever its case, also without "Message", "Frame" or "Header" at its end; null if there is none.</summary>
    public ProtocolInfo? Find(string name)
    {
        string plain = Plain(name);
        return All.FirstOrDefault(item => item.Description.Name.Equals(plain, StringComparison.OrdinalIgnoreCase))
            ?? All.FirstOrDefault(item => s_endings.Any(ending => item.Description.Name.Equals(plain + ending, StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>Messages that may have been meant: of which the name contains the other one.</summary>
    public IEnumerable<string> Like(string name)
    {
        string plain = Plain(name);
        return All.Select(static item => item.Description.Name)
            .Where(item => item.Contains(plain, StringComparison.OrdinalIgnoreCase) || plain.Contains(item, StringComparison.OrdinalIgnoreCase))
            .OrderBy(static item => item.Length);
    }

    /// <summary>What is known of a message type.</summary>
    public static ProtocolInfo Describe(Type type)
    {
        try
        {
            return new(type, (MessageDescription)s_describe.MakeGenericMethod(type).Invoke(null, null)!, Tags(type));
        }
        catch (TargetInvocationException e)
        {
            throw new DefinitionException($"{type.Name} cannot say what it is made of: {e.InnerException!.Message}");
        }
    }

    private static string Plain(string name) => name.Replace("-", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal);

    private static bool IsVisitable(Type type) =>
        type.GetInterfaces().Any(item => item.IsGenericType && item.GetGenericTypeDefinition() == typeof(IVisitable<>) && item.GenericTypeArguments[0] == type);

    private static MessageDescription DescriptionOf<T>() where T : IVisitable<T>, allows ref struct => T.Description;

    private static ImmutableArray<ProtocolTag> Tags(Type type) =>
    [
        .. type.GetCustomAttributes<TagAttribute>()
            .SelectMany(static tag => tag.Values)
            .GroupBy(static value => value.GetType())
            .Select(static table => new ProtocolTag(table.Key.Name, [.. table.Select(Text)])),
    ];

    private static string Text(object value)
    {
        decimal number = Convert.ToDecimal(value, null);
        string digits = number > 0xFF ? $"0x{(ulong)number:x4}" : $"{number}";
        string? name = Enum.GetName(value.GetType(), value);
        return name is null ? digits : $"{name} ({digits})";
    }
}

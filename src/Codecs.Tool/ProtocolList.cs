using System.Collections.Immutable;
using System.Reflection;
using Codecs.Capture;
using Codecs.Protocols;

namespace Codecs.Tool;

/// <summary>A message type that the command knows.</summary>
/// <param name="Description">Its name and fields.</param>
/// <param name="Carriers">What it is carried under: the values of each table.</param>
internal sealed record ProtocolInfo(MessageDescription Description, ImmutableArray<ProtocolTag> Carriers);

/// <summary>Values of a table under which a message is carried.</summary>
/// <param name="Table">The table: <c>EtherType</c>.</param>
/// <param name="Values">Names and numbers: <c>IPv4 (0x0800)</c>.</param>
internal sealed record ProtocolTag(string Table, ImmutableArray<string> Values);

/// <summary>All definitions, found in the assemblies that hold them: a new definition needs no entry here.</summary>
internal static class ProtocolList
{
    private static readonly Assembly[] s_assemblies = [typeof(Packet).Assembly, typeof(CaptureReader).Assembly];

    private static readonly Lazy<ImmutableArray<ProtocolInfo>> s_all = new(Find);

    /// <summary>By name.</summary>
    public static ImmutableArray<ProtocolInfo> All => s_all.Value;

    /// <summary>The message of that name, whatever its case, also without "Message", "Frame" or "Header" at its end; null if there is none.</summary>
    public static ProtocolInfo? Find(string name)
    {
        string plain = Plain(name);
        return All.FirstOrDefault(item => item.Description.Name.Equals(plain, StringComparison.OrdinalIgnoreCase))
            ?? All.FirstOrDefault(item => s_endings.Any(ending => item.Description.Name.Equals(plain + ending, StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>Messages that may have been meant: of which the name contains the other one.</summary>
    public static IEnumerable<string> Like(string name)
    {
        string plain = Plain(name);
        return All.Select(static item => item.Description.Name)
            .Where(item => item.Contains(plain, StringComparison.OrdinalIgnoreCase) || plain.Contains(item, StringComparison.OrdinalIgnoreCase))
            .OrderBy(static item => item.Length);
    }

    private static readonly string[] s_endings = ["Message", "Frame", "Header", "Packet", "Segment"];

    private static string Plain(string name) => name.Replace("-", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal);

    private static ImmutableArray<ProtocolInfo> Find()
    {
        var describe = typeof(ProtocolList).GetMethod(nameof(Describe), BindingFlags.NonPublic | BindingFlags.Static)!;
        return
        [
            .. s_assemblies.SelectMany(static assembly => assembly.GetExportedTypes())
                .Where(static type => type.IsValueType && !type.ContainsGenericParameters && IsVisitable(type))
                .Select(type => new ProtocolInfo((MessageDescription)describe.MakeGenericMethod(type).Invoke(null, null)!, Tags(type)))
                .OrderBy(static item => item.Description.Name, StringComparer.OrdinalIgnoreCase),
        ];
    }

    private static bool IsVisitable(Type type) =>
        type.GetInterfaces().Any(item => item.IsGenericType && item.GetGenericTypeDefinition() == typeof(IVisitable<>) && item.GenericTypeArguments[0] == type);

    private static MessageDescription Describe<T>() where T : IVisitable<T>, allows ref struct => T.Description;

    private static ImmutableArray<ProtocolTag> Tags(Type type) =>
    [
        .. type.GetCustomAttributes<TagAttribute>()
            .SelectMany(static tag => tag.Values)
            .GroupBy(static value => value.GetType())
            .Select(static table => new ProtocolTag(table.Key.Name, [.. table.Select(Text)])),
    ];

    private static string Text(object value)
    {
        ulong number = Convert.ToUInt64(value, null);
        string digits = number > 0xFF ? $"0x{number:x4}" : $"{number}";
        string? name = Enum.GetName(value.GetType(), value);
        return name is null ? digits : $"{name} ({digits})";
    }
}

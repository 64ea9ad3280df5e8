using System.Globalization;
using System.Reflection;
using System.Text;
using Codecs.Tool.Definitions;

namespace Codecs.Tool.Wireshark;

/// <summary>A dissector for Wireshark, in Lua, made of definitions: each message a protocol of its own.</summary>
internal sealed class LuaFile
{
    private readonly StringBuilder _body = new();
    private readonly string _prefix;
    private readonly List<string> _notes = [];

    private LuaFile(string prefix) => _prefix = prefix;

    /// <summary>Writes the whole file.</summary>
    /// <param name="title">Where the definitions are from.</param>
    /// <param name="protocols">Messages that Wireshark is to find by their tags. What they consist of comes along.</param>
    /// <param name="prefix">What stands before the names of protocols in filters, so that they are not those of Wireshark's own.</param>
    public static string Write(string title, IReadOnlyList<ProtocolInfo> protocols, string prefix)
    {
        var file = new LuaFile(prefix);
        var all = Closure(protocols);
        foreach (var protocol in all)
            file.Declare(protocol);
        foreach (var protocol in all)
        {
            var message = new LuaMessage(protocol, all, prefix);
            file._body.Append(message.Write());
            file._notes.AddRange(message.Notes);
        }
        foreach (var protocol in all)
            file.Carry(protocol);
        foreach (var protocol in protocols)
            file.Register(protocol);
        var head = new StringBuilder($"-- Dissectors for Wireshark, made by 'codecs wireshark' of the definitions of {title}.\n");
        if (file._notes.Count > 0)
        {
            head.Append("-- What these say in C#, and Lua cannot be told, is shown as bytes:\n");
            foreach (string note in file._notes)
                head.Append("--   ").Append(note).Append('\n');
        }
        using var prelude = new StreamReader(typeof(LuaFile).Assembly.GetManifestResourceStream("Codecs.Tool.Wireshark.Prelude.lua")!);
        return head.Append('\n').Append(prelude.ReadToEnd().ReplaceLineEndings("\n")).Append('\n').Append(file._body).ToString();
    }

    // The messages, and those that their fields are made of.
    private static List<ProtocolInfo> Closure(IReadOnlyList<ProtocolInfo> protocols)
    {
        var all = protocols.Where(static protocol => IsStandalone(protocol.Type)).ToList();
        for (int i = 0; i < all.Count; i++)
        {
            foreach (var property in all[i].Description.Fields.Select(field => all[i].PropertyOf(field)).OfType<PropertyInfo>())
            {
                var parts = property.CustomAttributes.Where(static attribute => attribute.AttributeType.IsGenericType && attribute.AttributeType.GetGenericTypeDefinition() == typeof(CaseAttribute<>))
                    .Select(static attribute => attribute.AttributeType.GenericTypeArguments[0])
                    .Concat(Unfold(property.PropertyType));
                foreach (var part in parts.Where(static type => type.IsDefined(typeof(MessageAttribute), inherit: false) && IsStandalone(type)))
                {
                    if (all.All(known => known.Type != part) && !part.ContainsGenericParameters)
                        all.Add(ProtocolList.Describe(part));
                }
            }
        }
        return [.. all.DistinctBy(static protocol => protocol.Description.Name)];
    }

    // Messages with parameters mean nothing without who gives them.
    private static bool IsStandalone(Type type) =>
        !type.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).Any(static property => property.IsDefined(typeof(ParameterAttribute), inherit: false));

    private static IEnumerable<Type> Unfold(Type type) => type.IsGenericType ? type.GenericTypeArguments.SelectMany(Unfold) : [type];

    private void Declare(ProtocolInfo protocol)
    {
        string name = protocol.Description.Name, filter = _prefix + LuaText.Filter(name);
        string title = LuaText.Quote(Words.Of(name)), specification = LuaText.Quote($"{Words.Of(name)} ({protocol.Description.Specification ?? "by its definition"})");
        _body.Append(CultureInfo.InvariantCulture, $"message({LuaText.Quote(name)}, {LuaText.Quote(filter)}, {title}, {specification})\n");
    }

    private void Carry(ProtocolInfo protocol)
    {
        foreach (var (table, value, tag) in Tags(protocol.Type))
        {
            string carrier = tag.In is { } only ? LuaText.Quote(only.Name) : "nil", field = tag.Of is { } of ? LuaText.Quote(of) : "nil";
            _body.Append(CultureInfo.InvariantCulture, $"carry({LuaText.Quote(table.Name)}, {value}, {LuaText.Quote(protocol.Description.Name)}, {carrier}, {field})\n");
        }
    }

    private void Register(ProtocolInfo protocol)
    {
        if (!IsStandalone(protocol.Type))
        {
            _notes.Add($"{protocol.Description.Name}: it has a [Parameter], and is left out.");
            return;
        }
        foreach (var (table, value, tag) in Tags(protocol.Type))
        {
            if (WiresharkTables.Find(table) is not { } known)
                continue;
            if (WiresharkTables.IsStream(table))
                _body.Append(CultureInfo.InvariantCulture, $"M.{protocol.Description.Name}.is_stream = true\n");
            string port = WiresharkTables.Port(tag.Of) is { } place ? LuaText.Quote(place) : "nil";
            _body.Append(CultureInfo.InvariantCulture, $"register({LuaText.Quote(known)}, {value}, {LuaText.Quote(protocol.Description.Name)}, {port})\n");
        }
    }

    private static IEnumerable<(Type Table, string Value, TagAttribute Tag)> Tags(Type type) =>
        type.GetCustomAttributes<TagAttribute>().SelectMany(static tag => tag.Values.Where(static value => value is Enum)
            .Select(value => (value.GetType(), Convert.ToDecimal(value, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture), tag)));
}

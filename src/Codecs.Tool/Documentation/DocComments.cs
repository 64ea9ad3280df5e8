using System.Reflection;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Codecs.Tool.Documentation;

/// <summary>Doc comments of an assembly, from the XML file that the compiler wrote beside it, as Markdown.</summary>
internal sealed class DocComments
{
    // A comment may be that of another member, and so on.
    private const int MostInherited = 8;

    private static readonly Dictionary<Assembly, DocComments> s_known = [];

    private readonly Dictionary<string, XElement> _members;

    private DocComments(Assembly assembly)
    {
        try
        {
            var file = XDocument.Load(Path.ChangeExtension(assembly.Location, ".xml"));
            _members = file.Descendants("member").Where(static member => member.Attribute("name") is not null)
                .GroupBy(static member => member.Attribute("name")!.Value)
                .ToDictionary(static group => group.Key, static group => group.First());
        }
        catch (Exception e) when (e is IOException or XmlException or UnauthorizedAccessException or ArgumentException)
        {
            _members = [];
        }
    }

    /// <summary>What is said of a type; empty if nothing is.</summary>
    public static string Of(Type type) => Of(type.Assembly).Summary("T:" + Id(type));

    /// <summary>What is said of a property; empty if nothing is.</summary>
    public static string Of(PropertyInfo property) => Of(property.DeclaringType!.Assembly).Summary($"P:{Id(property.DeclaringType!)}.{property.Name}");

    private static DocComments Of(Assembly assembly)
    {
        lock (s_known)
        {
            if (!s_known.TryGetValue(assembly, out var comments))
                s_known.Add(assembly, comments = new(assembly));
            return comments;
        }
    }

    private static string Id(Type type) => (type.FullName ?? type.Name).Replace('+', '.');

    private string Summary(string id)
    {
        for (int i = 0; i < MostInherited && _members.TryGetValue(id, out var member); i++)
        {
            if (member.Element("summary") is { } summary)
                return Text(summary);
            if (member.Element("inheritdoc")?.Attribute("cref") is not { Value: var other })
                break;
            id = other;
        }
        return "";
    }

    private static string Text(XElement element)
    {
        var text = new StringBuilder();
        Append(text, element);
        return string.Join(' ', text.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static void Append(StringBuilder output, XElement element)
    {
        foreach (var node in element.Nodes())
        {
            switch (node)
            {
                case XText text:
                    output.Append(Markdown.Escape(text.Value));
                    break;
                case XElement { Name.LocalName: "c" or "code" } code:
                    output.Append(Markdown.Code(code.Value));
                    break;
                case XElement part when Reference(part) is { } name:
                    output.Append(Markdown.Code(name));
                    break;
                case XElement part:
                    output.Append(' ');
                    Append(output, part);
                    output.Append(' ');
                    break;
            }
        }
    }

    // The last name of what is meant: "M:Codecs.IPv4.TryParse(System.Int32)" is TryParse.
    private static string? Reference(XElement element)
    {
        if (element is not { Name.LocalName: "see" or "seealso" or "paramref" or "typeparamref" })
            return null;
        if (element.Nodes().Any() && element.Value.Length > 0)
            return element.Value;
        string? name = (element.Attribute("cref") ?? element.Attribute("langword") ?? element.Attribute("name") ?? element.Attribute("href"))?.Value;
        if (element.Attribute("cref") is null || name is null)
            return name;
        name = name.Split('(')[0];
        name = name[(name.LastIndexOfAny(['.', ':']) + 1)..];
        return name.Split('`')[0];
    }
}

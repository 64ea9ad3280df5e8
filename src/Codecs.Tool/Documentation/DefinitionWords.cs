using System.Globalization;
using System.Reflection;
using static Codecs.Tool.Documentation.Markdown;

namespace Codecs.Tool.Documentation;

/// <summary>What the attributes of a field say, in words.</summary>
internal static class DefinitionWords
{
    /// <summary>Phrases in Markdown, in the order of the attributes.</summary>
    public static IEnumerable<string> Of(PropertyInfo property) => property.CustomAttributes.Select(Phrase).OfType<string>();

    private static string? Phrase(CustomAttributeData attribute)
    {
        var type = attribute.AttributeType;
        if (type.Assembly != typeof(MessageAttribute).Assembly)
            return null;
        string name = type.Name[..type.Name.IndexOf("Attribute", StringComparison.Ordinal)];
        return name switch
        {
            "Const" => $"always {Value(attribute, 0)}",
            "Reserved" => Argument(attribute, 0) is null or 0L ? "reserved: zero when written, ignored when read" : $"reserved: {Value(attribute, 0)} when written, ignored when read",
            "LengthOf" => Linear(attribute, $"length of {Range(attribute)} in bytes") + When(attribute),
            "CountOf" => Linear(attribute, $"number of {Name(attribute, 0)}"),
            "TagOf" => $"says what {Name(attribute, 0)} is" + (type.IsGenericType ? $", by {Code(type.GenericTypeArguments[0].Name)}" : "") + When(attribute),
            "PresenceOf" => $"says whether {string.Join(", ", Names(attribute))} is there",
            "ChecksumOf" => $"{Code(type.GenericTypeArguments[0].Name)} of {Range(attribute)}" + (Named(attribute, "Seed") is null ? "" : " and a pseudo-header"),
            "Case" => $"may be {Code(type.GenericTypeArguments[0].Name)}",
            "When" => $"there if {Name(attribute, 0)}",
            "Until" => Argument(attribute, 0) is null ? $"ends where fewer than {Named(attribute, "FewerThan")} bytes are left" : $"ends with the element for which {Name(attribute, 0)}",
            "Terminated" => Argument(attribute, 0) is null ? $"ends with the byte in {Code($"{Named(attribute, "Field")}")}" : $"ends with {Value(attribute, 0)}",
            "Separated" => $"elements are separated by {Value(attribute, 0)}",
            "Prefixed" => $"its length comes before it, {(Named(attribute, "Bytes") is int bytes ? string.Create(CultureInfo.InvariantCulture, $"in {bytes} bytes") : $"as {Code(type.GenericTypeArguments[0].Name)}")}",
            "Escape" => $"if the bits are {Value(attribute, 0)}, the value follows as {Code(type.GenericTypeArguments[0].Name)}",
            "Digits" => (Argument(attribute, 0) is > 0 ? $"{Argument(attribute, 0)} digits" : "digits") + (Named(attribute, "Radix") is int radix ? $" to the base {radix}" : ""),
            "Bytes" when Argument(attribute, 0) is string => $"as many bytes as {Name(attribute, 0)} says",
            "Align" => Argument(attribute, 0) is string ? $"padding to a multiple of {Name(attribute, 0)} bytes" : $"padding to a multiple of {Value(attribute, 0)} bytes",
            "While" => $"bytes of {Name(attribute, 0)}",
            "Require" => $"must be so that {Name(attribute, 0)}",
            "LittleEndian" => "least significant byte first" + When(attribute),
            "LsbFirst" => "least significant bit first",
            "Limit" when Argument(attribute, 0) is int most and < int.MaxValue => string.Create(CultureInfo.InvariantCulture, $"at most {most:N0}"),
            "Delta" => "the difference from the element before it",
            "Argument" => $"read with {string.Join(", ", Names(attribute))}",
            _ => null,
        };
    }

    // stored * Unit = quantity + Bias, solved for what is stored
    private static string Linear(CustomAttributeData attribute, string quantity)
    {
        int unit = Named(attribute, "Unit") as int? ?? 1, bias = Named(attribute, "Bias") as int? ?? 0;
        if (bias == 0)
            return unit == 1 ? quantity : quantity.Replace(" in bytes", string.Create(CultureInfo.InvariantCulture, $" in units of {unit} bytes"), StringComparison.Ordinal);
        string sum = string.Create(CultureInfo.InvariantCulture, $"{quantity}, {(bias > 0 ? "plus" : "less")} {Math.Abs(bias)}");
        return unit == 1 ? sum : string.Create(CultureInfo.InvariantCulture, $"{sum}, divided by {unit}");
    }

    private static string When(CustomAttributeData attribute) => Named(attribute, "When") is string condition ? $", if {Code(condition)}" : "";

    private static string Range(CustomAttributeData attribute) =>
        Argument(attribute, 1) is string last && !last.Equals(Argument(attribute, 0)) ? $"{Name(attribute, 0)} to {Code(last)}" : Name(attribute, 0);

    private static string Name(CustomAttributeData attribute, int index) => Code($"{Argument(attribute, index)}");

    private static IEnumerable<string> Names(CustomAttributeData attribute) => attribute.ConstructorArguments
        .SelectMany(static argument => argument.Value is IEnumerable<CustomAttributeTypedArgument> many ? many.Select(static one => one.Value) : [argument.Value])
        .OfType<string>().Select(Code);

    private static object? Argument(CustomAttributeData attribute, int index) => index < attribute.ConstructorArguments.Count ? attribute.ConstructorArguments[index].Value : null;

    private static object? Named(CustomAttributeData attribute, string name) =>
        attribute.NamedArguments.Where(argument => argument.MemberName == name).Select(static argument => argument.TypedValue.Value).FirstOrDefault();

    private static string Value(CustomAttributeData attribute, int index)
    {
        var argument = attribute.ConstructorArguments[index];
        return argument.Value switch
        {
            string text => Code(string.Concat(text.Select(Visible))),
            IEnumerable<CustomAttributeTypedArgument> bytes => Code(string.Join(' ', bytes.Select(static item => ((byte)item.Value!).ToString("x2", CultureInfo.InvariantCulture)))),
            bool truth => truth ? "yes" : "no",
            { } number when argument.ArgumentType.IsEnum => Code(Enum.GetName(argument.ArgumentType, number) ?? $"{number}"),
            var number => string.Create(CultureInfo.InvariantCulture, $"{number}"),
        };
    }

    private static string Visible(char letter) => letter switch
    {
        '\r' => "\\r",
        '\n' => "\\n",
        '\t' => "\\t",
        '\0' => "\\0",
        < ' ' or > '~' => string.Create(CultureInfo.InvariantCulture, $"\\x{(int)letter:x2}"),
        _ => letter.ToString(),
    };
}

using System.Reflection;
using Codecs.Capture;

namespace Codecs.Protocols.Tests;

/// <summary>Every word of the language is there because a protocol that is shipped needs it.</summary>
public sealed class LanguageTests
{
    private const BindingFlags Members = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>
    /// What completes a word that protocols here need, but has a use only in others: lengths that include themselves or say that nothing is there (PostgreSQL, Kafka), bitmaps of what is there (radiotap), trees.
    /// Each is run in both directions by <c>Codecs.Generators.Tests/Runs</c>.
    /// </summary>
    private static readonly string[] s_ofOthers =
    [
        "Prefixed<>.Unit", "Prefixed<>.Bias", "Prefixed<>.Null", "LengthOf.Null", "CountOf.Null", "Limit.Depth", "PresenceOf(String, String, String[])", "TagOf<>.When", "TagOf<>.Bounds",
    ];

    private static readonly Type[] s_words = [.. typeof(MessageAttribute).Assembly.GetExportedTypes().Where(type => type.IsSubclassOf(typeof(Attribute)) && type.Namespace == nameof(Codecs))];

    private static readonly CustomAttributeData[] s_uses =
    [
        .. new[] { typeof(Packet).Assembly, typeof(CaptureReader).Assembly }.SelectMany(assembly => assembly.GetTypes())
            .SelectMany(type => type.GetMembers(Members).Append(type))
            .SelectMany(member => member.CustomAttributes)
            .Where(use => use.AttributeType.Namespace == nameof(Codecs)),
    ];

    [Fact]
    public void Every_word_is_used()
    {
        Assert.InRange(s_words.Length, 30, 60);
        Assert.Equal([], s_words.Where(word => !Uses(word).Any()).Select(Name));
    }

    [Fact]
    public void Every_form_and_option_of_a_word_is_used()
    {
        var unused = new List<string>();
        foreach (var word in s_words)
        {
            foreach (var option in word.GetProperties().Where(property => property.SetMethod is not null && property.DeclaringType == word))
            {
                if (!Uses(word).Any(use => use.NamedArguments.Any(argument => argument.MemberName == option.Name)))
                    unused.Add($"{Name(word)}.{option.Name}");
            }
            foreach (var form in word.GetConstructors())
            {
                var uses = Uses(word).Where(use => SameParameters(use.Constructor, form)).ToList();
                if (uses.Count == 0)
                    unused.Add($"{Name(word)}({string.Join(", ", form.GetParameters().Select(parameter => parameter.ParameterType.Name))})");
                foreach (var parameter in form.GetParameters().Where(parameter => parameter.HasDefaultValue))
                {
                    if (!uses.Any(use => !Equals(use.ConstructorArguments[parameter.Position].Value, parameter.DefaultValue)))
                        unused.Add($"{Name(word)}({parameter.Name})");
                }
            }
        }
        Assert.Equal(s_ofOthers.Order(StringComparer.Ordinal), unused.Order(StringComparer.Ordinal));
    }

    private static IEnumerable<CustomAttributeData> Uses(Type word) => s_uses.Where(use => (use.AttributeType.IsGenericType ? use.AttributeType.GetGenericTypeDefinition() : use.AttributeType) == word);

    private static bool SameParameters(ConstructorInfo used, ConstructorInfo form) =>
        used.GetParameters().Select(parameter => parameter.ParameterType).SequenceEqual(form.GetParameters().Select(parameter => parameter.ParameterType));

    private static string Name(Type word) => word.Name.Split('`')[0].Replace(nameof(Attribute), "", StringComparison.Ordinal) + (word.IsGenericTypeDefinition ? "<>" : "");
}

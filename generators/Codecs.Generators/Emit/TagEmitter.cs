using Codecs.Generators.Model;
using static Codecs.Generators.Emit.Names;

namespace Codecs.Generators.Emit;

/// <summary>Under which tags a message is carried.</summary>
internal static class TagEmitter
{
    public static void Emit(SourceWriter w, MessageModel message)
    {
        foreach (var tag in message.Tags)
        {
            string contract = $"{Runtime}ICarried<{tag.Table}>";
            w.Line($"static {tag.Table} {contract}.Tag => {tag.Values[0]};").Line();
            w.Line(Inline);
            w.Line($"static bool {contract}.IsCarriedAs({tag.Table} tag) => tag is {string.Join(" or ", tag.Values)};").Line();
            var conditions = new List<string>();
            if (tag.In.Length > 0)
                conditions.Add(tag.IsShared ? $"typeof({tag.In}).IsAssignableFrom(typeof({Free(message.Type, "TCarrier")}))" : $"typeof({Free(message.Type, "TCarrier")}) == typeof({tag.In})");
            if (tag.Of.Length > 0)
                conditions.Add($"tagField == {Quote(tag.Of)}");
            if (conditions.Count > 0)
                w.Line($"static bool {contract}.IsCarriedBy<{Free(message.Type, "TCarrier")}>(string tagField) => {string.Join(" && ", conditions)};").Line();
        }
    }
}

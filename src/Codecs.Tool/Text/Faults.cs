using System.Buffers;
using System.Globalization;

namespace Codecs.Tool.Text;

/// <summary>Says in words what is wrong.</summary>
internal static class Faults
{
    /// <summary>A sentence without subject: "Options at byte 54: a length does not fit what it is of".</summary>
    /// <param name="offset">Where the message starts in the frame.</param>
    /// <param name="available">Bytes that there are of it.</param>
    /// <param name="result">What became of it.</param>
    public static string Describe<T>(int offset, int available, ParseResult result) where T : IVisitable<T>, allows ref struct
    {
        var labels = MessageLabels.Of<T>();
        bool isCut = result.Status == OperationStatus.NeedMoreData;
        int ordinal = isCut ? Truncation.FieldAt(labels.Description, available, result) : result.Field;
        string field = ordinal < labels.Text.Length ? labels.Text[ordinal] : labels.Description.Name;
        return isCut
            ? string.Create(CultureInfo.InvariantCulture, $"ends within {field}: {available:N0} of at least {result.BytesNeeded:N0} bytes are there")
            : string.Create(CultureInfo.InvariantCulture, $"{field} at byte {offset + result.Offset:N0}: {Reason(result.Error)}");
    }

    private static string Reason(ParseError error) => error switch
    {
        ParseError.Length => "a length does not fit with what is there",
        ParseError.Value => "a value that it cannot have",
        ParseError.Syntax => "not of the form that it must have",
        ParseError.Requirement => "not as it is required to be",
        ParseError.Limit => "longer or deeper than is read",
        _ => error.ToString(),
    };
}

using System.CommandLine;

namespace Codecs.Tool.Commands;

/// <summary>Arguments that commands on captures have in common.</summary>
internal static class CaptureArguments
{
    public static Argument<string> File() => new("FILE") { Description = "A pcap or pcapng capture, also packed by gzip; - for the standard input." };

    /// <param name="unit">What JSON has one object for.</param>
    /// <param name="hasPicture">Can the text also be had as a picture?</param>
    public static Option<string> Format(string unit, bool hasPicture = false)
    {
        string[] formats = hasPicture ? ["text", "json", "svg"] : ["text", "json"];
        var format = new Option<string>("--format")
        {
            Description = $"text for people; json for programs, one object a {unit} and line{(hasPicture ? "; svg, a picture of the text for web pages" : "")}.",
            HelpName = string.Join('|', formats),
            DefaultValueFactory = static _ => "text",
        };
        format.AcceptOnlyFromAmong(formats);
        return format;
    }

    public static Option<string> Color()
    {
        var color = new Option<string>("--color")
        {
            Description = "Whether text is coloured; auto: on a terminal, unless NO_COLOR is set.",
            HelpName = "auto|always|never",
            DefaultValueFactory = static _ => "auto",
        };
        color.AcceptOnlyFromAmong("auto", "always", "never");
        return color;
    }

    public static bool IsColored(ToolConsole console, string choice) => choice switch
    {
        "always" => true,
        "never" => false,
        _ => console.IsOutputTerminal && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")),
    };
}

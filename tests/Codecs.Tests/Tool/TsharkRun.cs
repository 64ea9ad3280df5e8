using System.Diagnostics;
using System.Globalization;
using System.Xml.Linq;

namespace Codecs.Tests.Tool;

/// <summary>A field as Wireshark shows it.</summary>
/// <param name="Name">Its name in filters.</param>
/// <param name="Offset">Where it starts in the frame, in bytes.</param>
/// <param name="Length">Bytes of the frame that it is in.</param>
/// <param name="Value">A number in decimal, anything else as the bytes.</param>
internal sealed record ShownField(string Name, int Offset, int Length, string Value);

/// <summary>What tshark makes of a capture with a dissector of ours.</summary>
internal static class TsharkRun
{
    /// <summary>Of each frame the fields whose names have that beginning, in order.</summary>
    public static IReadOnlyList<ShownField[]> Of(string lua, byte[] capture, string prefix)
    {
        string folder = Directory.CreateTempSubdirectory("codecs-").FullName;
        try
        {
            string script = Path.Combine(folder, "dissectors.lua"), file = Path.Combine(folder, "capture.pcap");
            File.WriteAllText(script, lua);
            File.WriteAllBytes(file, capture);
            var start = new ProcessStartInfo("tshark") { RedirectStandardOutput = true, RedirectStandardError = true };
            foreach (string argument in (string[])["-n", "-r", file, "-X", "lua_script:" + script, "-T", "pdml", "-o", "ip.defragment:FALSE", "-o", "ipv6.defragment:FALSE"])
                start.ArgumentList.Add(argument);
            // No plugin or setting of whoever runs the tests.
            start.Environment["HOME"] = start.Environment["XDG_CONFIG_HOME"] = folder;
            using var process = Process.Start(start)!;
            var error = process.StandardError.ReadToEndAsync();
            var shown = XDocument.Load(process.StandardOutput.BaseStream);
            process.WaitForExit();
            Assert.DoesNotContain("Lua", error.Result, StringComparison.Ordinal);
            Assert.DoesNotContain(shown.Descendants("field"), static field => (string?)field.Attribute("name") == "_ws.lua.error");
            return [.. shown.Descendants("packet").Select(packet => packet.Descendants("field").Where(field => IsField(field, prefix)).Select(Field).ToArray())];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // Behind the prefix stand the message and the field; messages within messages are there without one.
    private static bool IsField(XElement field, string prefix) =>
        (string?)field.Attribute("name") is { } name && name.StartsWith(prefix, StringComparison.Ordinal) && name.AsSpan(prefix.Length).Contains('.');

    private static ShownField Field(XElement field)
    {
        string show = (string?)field.Attribute("show") ?? "";
        bool isNumber = show.Length > 0 && show.TrimStart('-').All(char.IsAsciiDigit);
        string value = show is "True" or "False" ? show == "True" ? "1" : "0" : isNumber ? show : (string?)field.Attribute("value") ?? "";
        return new((string)field.Attribute("name")!, Number(field, "pos"), Number(field, "size"), value);
    }

    private static int Number(XElement field, string name) => int.Parse((string)field.Attribute(name)!, CultureInfo.InvariantCulture);
}

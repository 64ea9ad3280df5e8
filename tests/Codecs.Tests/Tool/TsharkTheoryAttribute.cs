using System.Diagnostics;

namespace Codecs.Tests.Tool;

/// <summary>A test that needs tshark, to which dissectors are given. Where it is not installed, the test is skipped.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class TsharkTheoryAttribute : TheoryAttribute
{
    private static readonly Lazy<string?> s_missing = new(FindOut);

    public TsharkTheoryAttribute() => Skip = s_missing.Value;

    private static string? FindOut()
    {
        try
        {
            using var version = Process.Start(new ProcessStartInfo("tshark", "--version") { RedirectStandardOutput = true, RedirectStandardError = true })!;
            string text = version.StandardOutput.ReadToEnd();
            version.WaitForExit();
            return text.Contains("with Lua", StringComparison.OrdinalIgnoreCase) ? null : "The tshark that is installed was built without Lua.";
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "tshark is not installed: it comes with Wireshark, or on Debian and Ubuntu as the package tshark.";
        }
    }
}

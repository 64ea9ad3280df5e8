using System.Text;

namespace Codecs.Protocols.Tests;

/// <summary>Text protocols in tests: one byte for each character.</summary>
internal static class TextLines
{
    public static byte[] Latin(string text) => Encoding.Latin1.GetBytes(text);

    public static string Latin(ReadOnlySpan<byte> bytes) => Encoding.Latin1.GetString(bytes);

    /// <summary>The text that a message is written as.</summary>
    public static string Text<T>(scoped in T message) where T : IWritable, allows ref struct => Latin(Expect.Written(in message, WriteMode.Compute));

    /// <summary>The message is written as that text, and the text is written as it was after it was parsed.</summary>
    public static void BothWays<T>(string text, scoped in T message) where T : IMessage<T>, allows ref struct
    {
        Assert.Equal(text, Text(in message));
        Expect.RoundTrip<T>(Latin(text));
    }

    /// <summary>What cannot be written, and by what name the field is called.</summary>
    public static void Refuses(string field, Func<byte[]> write)
    {
        var error = Assert.ThrowsAny<Exception>(write);
        Assert.True(error is InvalidOperationException or ArgumentException, error.ToString());
        Assert.Contains(field, error.Message, StringComparison.Ordinal);
    }
}

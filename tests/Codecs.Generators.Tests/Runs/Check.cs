using System.Buffers;

namespace Codecs.Generators.Tests;

/// <summary>What the compiled sources call: bytes against messages, in both directions.</summary>
public static class Check
{
    public delegate void Look<T>(scoped in T message) where T : allows ref struct;

    /// <summary>The message is written as these bytes.</summary>
    public static void Writes<T>(string hex, scoped in T message) where T : IWritable, allows ref struct => Assert.Equal(hex, Written(in message, WriteMode.Compute));

    /// <summary>The bytes are one message; each beginning of them asks for more, honestly; and unchanged it is written as it was.</summary>
    public static void Reads<T>(string hex, Look<T> look, bool isWhole = false) where T : IMessage<T>, allows ref struct
    {
        byte[] bytes = Convert.FromHexString(hex);
        var result = T.TryParse(bytes, out var message);
        Assert.True(result, result.Describe<T>());
        Assert.Equal(bytes.Length, result.BytesConsumed);
        look(in message);
        Assert.Equal(hex, Written(in message, WriteMode.Preserve));
        var strict = T.TryParse(bytes, new ParseOptions { ValidateLists = true }, out _);
        Assert.True(strict, strict.Describe<T>());
        if (isWhole)
            return;
        for (int length = 0; length < bytes.Length; length++)
        {
            var cut = T.TryParse(bytes.AsSpan(0, length), out _);
            Assert.True(cut.Status == OperationStatus.NeedMoreData, $"{length} bytes: {cut.Describe<T>()}");
            Assert.InRange(cut.BytesNeeded, length + 1, bytes.Length);
        }
        byte[] longer = [.. bytes, 0xAA, 0xBB];
        Assert.Equal(bytes.Length, T.TryParse(longer, out _).BytesConsumed);
    }

    /// <summary>The bytes are both what the message is written as and what it is read from.</summary>
    public static void BothWays<T>(string hex, scoped in T message, Look<T> look, bool isWhole = false) where T : IMessage<T>, allows ref struct
    {
        Writes(hex, in message);
        Reads(hex, look, isWhole);
    }

    /// <summary>The bytes are no such message, whatever may follow.</summary>
    public static void Fails<T>(string hex, ParseError error, string field, int offset) where T : IMessage<T>, allows ref struct
    {
        var result = T.TryParse(Convert.FromHexString(hex), out _);
        Assert.Equal(OperationStatus.InvalidData, result.Status);
        Assert.Equal((error, field, offset), (result.Error, T.Description.Fields[result.Field].Name, result.Offset));
    }

    private static string Written<T>(scoped in T message, WriteMode mode) where T : IWritable, allows ref struct
    {
        byte[] bytes = new byte[message.GetMaxSize()];
        int written = message.Write(bytes, 0, new WriteContext { Mode = mode });
        return Convert.ToHexString(bytes, 0, written);
    }
}

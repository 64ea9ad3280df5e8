using System.Buffers;

namespace Codecs.Protocols.Tests;

/// <summary>What the five tests of every protocol have in common.</summary>
internal static class Expect
{
    public static byte[] Hex(string digits) => Convert.FromHexString(digits.Replace(" ", "", StringComparison.Ordinal));

    /// <summary>Parsed and written, computed or preserved, the bytes are the same.</summary>
    public static void RoundTrip<T>(byte[] bytes) where T : IMessage<T>, allows ref struct
    {
        var result = T.TryParse(bytes, out var message);
        Assert.True(result, result.Describe<T>());
        Assert.Equal(bytes.Length, result.BytesConsumed);
        Assert.Equal(bytes, Written(in message, WriteMode.Preserve));
        Assert.Equal(bytes, Written(in message, WriteMode.Compute));
    }

    /// <summary>Preserved, the bytes are the same; for messages that would not be sent like that, or not without the layer below.</summary>
    public static void Preserved<T>(byte[] bytes) where T : IMessage<T>, allows ref struct
    {
        Assert.True(T.TryParse(bytes, out var message));
        Assert.Equal(bytes, Written(in message, WriteMode.Preserve));
    }

    /// <summary>Every beginning of a message that says where it ends is unfinished, and wants no more than the message has.</summary>
    public static void Unfinished<T>(byte[] bytes) where T : IMessage<T>, allows ref struct => Unfinished<T>(bytes, bytes.Length);

    /// <summary>Less than the first <paramref name="least"/> bytes are unfinished; from there on what there is, is a message.</summary>
    public static void Unfinished<T>(byte[] bytes, int least) where T : IMessage<T>, allows ref struct
    {
        for (int length = 0; length < bytes.Length; length++)
        {
            var result = T.TryParse(bytes.AsSpan(0, length), out _);
            Assert.Equal(length < least ? OperationStatus.NeedMoreData : OperationStatus.Done, result.Status);
            if (!result)
                Assert.InRange(result.BytesNeeded, length + 1, bytes.Length);
        }
        Assert.True(T.TryParse(bytes, out _));
    }

    /// <summary>The bytes are no such message, because of that field.</summary>
    public static void Invalid<T>(byte[] bytes, ParseError error, string field, int offset) where T : IMessage<T>, allows ref struct
    {
        var result = T.TryParse(bytes, out _);
        Assert.Equal(OperationStatus.InvalidData, result.Status);
        Assert.Equal((error, field, offset), (result.Error, T.Description.Fields[result.Field].Name, result.Offset));
        Assert.Equal($"{T.Description.Name}.{field} at byte {offset}: {error}", result.Describe<T>());
    }

    /// <summary>A copy with another byte.</summary>
    public static byte[] With(this byte[] bytes, int offset, params byte[] values)
    {
        byte[] copy = [.. bytes];
        values.CopyTo(copy, offset);
        return copy;
    }

    public static byte[] Written<T>(scoped in T message, WriteMode mode) where T : IWritable, allows ref struct
    {
        byte[] bytes = new byte[message.GetMaxSize()];
        return bytes[..message.Write(bytes, 0, new WriteContext { Mode = mode })];
    }
}

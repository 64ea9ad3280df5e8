using Codecs.Protocols;

namespace Codecs.Protocols.Tests.Writing;

/// <summary>Messages without variable parts are values: equal by what they say, however they came about.</summary>
public class EqualityTests
{
    [Fact]
    public void A_parsed_value_equals_a_built_one()
    {
        Assert.True(TcpTimestamps.TryParse([0, 0, 0, 1, 0, 0, 0, 2], out var parsed));
        var built = new TcpTimestamps { Value = 1, EchoReply = 2 };

        Assert.Equal(built, parsed);
        Assert.Equal(built.GetHashCode(), parsed.GetHashCode());
        Assert.NotEqual(built with { Value = 3 }, parsed);
    }
}

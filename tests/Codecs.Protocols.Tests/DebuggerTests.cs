using System.Diagnostics;
using System.Reflection;
using Codecs.Debugging;

namespace Codecs.Protocols.Tests;

/// <summary>What a debugger shows: fields and bytes, and nothing of how a message keeps them.</summary>
public sealed class DebuggerTests
{
    private static readonly Type[] s_messages = [.. typeof(IPv4).Assembly.GetTypes().Where(t => t.GetCustomAttribute<MessageAttribute>() is not null)];

    [Fact]
    public void A_message_keeps_nothing_that_is_shown()
    {
        Assert.NotEmpty(s_messages);
        var stacks = typeof(IPv4).Assembly.GetTypes().Where(t => t.GetCustomAttribute<StackAttribute>() is not null);
        Assert.All(s_messages.Concat(stacks), type => Assert.All(
            type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic),
            field => Assert.Equal(DebuggerBrowsableState.Never, field.GetCustomAttribute<DebuggerBrowsableAttribute>()?.State)));
    }

    [Fact]
    public void A_message_is_shown_by_its_text_and_has_a_view() => Assert.All(s_messages.Where(t => !t.IsGenericTypeDefinition), type =>
    {
        Assert.Equal("{ToString(),nq}", type.GetCustomAttribute<DebuggerDisplayAttribute>()?.Value);
        Assert.Equal(typeof(MessageView<>).MakeGenericType(type), View(type));
    });

    /// <summary>Field types that are written by hand have a text: without one, their words would be shown.</summary>
    [Fact]
    public void A_field_type_has_a_text()
    {
        var types = typeof(IPv4).Assembly.GetTypes().Where(t => t.IsValueType && !t.IsNested && t.GetInterfaces().Any(i => i.IsGenericType && i.Name is "ICodec`1" or "ICodec`2" or "IScalar`2"));
        Assert.All(types, type => Assert.Equal(type, type.GetMethod(nameof(ToString), [])!.DeclaringType));
    }

    // RFC 768: from 4660 to 53, 13 bytes, a checksum, and a greeting.
    [Fact]
    public void The_view_has_the_fields_and_the_bytes()
    {
        byte[] bytes = Convert.FromHexString("1234" + "0035" + "000D" + "BEEF" + "68656C6C6F");
        Udp.TryParse(bytes, out var udp);
        var view = new MessageView<Udp>(udp);
        Assert.Equal(["SourcePort = 4660", "DestinationPort = 53", "Length = 13", "Checksum = 48879", "Payload = 68656c6c6f"], view.Fields.Select(f => f.ToString()));
        Assert.Equal("hello"u8.ToArray(), view.Fields[4].Parts);
        Assert.Equal(bytes, view.Bytes);
    }

    [Fact]
    public void Lists_have_their_elements_and_a_message_in_one_its_fields()
    {
        byte[] bytes = new Tcp
        {
            Options = new ListBuilder<TcpOption> { new TcpMaximumSegmentSize { Value = 1460 }, new TcpOption { Kind = TcpOptionKind.SackPermitted } },
        }.ToArray();
        Tcp.TryParse(bytes, out var tcp);
        var options = new MessageView<Tcp>(tcp).Fields.Single(f => f.Name == "Options");
        // 6 bytes are padded to 8: the list ends with the first of them.
        Assert.Equal("Count = 3", options.Text);
        var first = ((FieldView[])options.Parts!)[0];
        Assert.Equal("[0]", first.Name);
        Assert.Contains("Value = 1460", first.Text);
        Assert.Equal(["Kind", "Length", "Data"], ((FieldView[])first.Parts!).Select(f => f.Name));

        Assert.Equal(("Count = {Count}", "Codecs.Debugging.MessageListView`1"), (typeof(MessageList<>).GetCustomAttribute<DebuggerDisplayAttribute>()?.Value, View(typeof(MessageList<>))?.FullName));
        Assert.Equal(("Count = {Count}", "Codecs.Debugging.ScalarListView`1"), (typeof(ScalarList<>).GetCustomAttribute<DebuggerDisplayAttribute>()?.Value, View(typeof(ScalarList<>))?.FullName));
        Assert.Equal([1, 258], new ScalarList<ushort>([0, 1, 1, 2]).ToArray());
    }

    [Fact]
    public void What_cannot_be_on_the_wire_has_fields_and_no_bytes()
    {
        var view = new MessageView<Udp>(new Udp { Payload = new byte[70_000] });
        Assert.Empty(view.Bytes);
        Assert.EndsWith("(70000 bytes)", view.Fields[4].Text);
    }

    [Fact]
    public void Names_that_refer_to_others_are_shown_in_full_and_the_default_is_shown_too()
    {
        var message = new DnsMessage
        {
            Questions = new ListBuilder<DnsQuestion> { new DnsQuestion { Name = "example.com"u8, Type = DnsType.A, Class = DnsClass.Internet } },
            Answers = new ListBuilder<DnsRecord> { new DnsRecord { Name = "example.com"u8, Class = DnsClass.Internet } / new ARecord { Address = new(192, 0, 2, 1) } },
        };
        byte[] bytes = message.ToArray();
        DnsMessage.TryParse(bytes, out var parsed);
        var view = new MessageView<DnsMessage>(parsed);
        Assert.Contains("example.com", ((FieldView[])view.Fields.Single(f => f.Name == "Answers").Parts!)[0].Text);
        Assert.Equal(bytes, view.Bytes);
        Assert.NotEmpty(new MessageView<Ethernet>(default).Fields);
    }

    private static Type? View(Type type) => type.GetCustomAttribute<DebuggerTypeProxyAttribute>() is { } proxy ? Type.GetType(proxy.ProxyTypeName) : null;
}

using System.Runtime.CompilerServices;

namespace Codecs.Generators.Tests;

/// <summary>What is generated, to be looked at. Everything else about it is tested by running it.</summary>
public sealed class SnapshotTests
{
    [Fact]
    public void Header_with_options_and_payload() => Verify("""
        using Codecs;
        namespace Sample;
        public enum IpProtocol : byte { Icmp = 1, Tcp = 6 }
        [Message] public readonly partial record struct Option { public partial byte Type { get; init; } public bool IsEnd => Type == 0; }
        /// <summary>Internet Protocol, version 4 (RFC 791).</summary>
        [Message("RFC 791"), Tag(IpProtocol.Icmp)]
        public readonly ref partial struct IPv4
        {
            [Bits(4), Const(4)] public partial byte Version { get; }
            [Bits(4), LengthOf(nameof(Version), nameof(Options), Unit = 4)] public partial byte HeaderLength { get; }
            public partial byte TypeOfService { get; init; }
            [LengthOf(nameof(Version), nameof(Payload), When = nameof(HasTotalLength))] public partial ushort TotalLength { get; }
            public partial ushort Identification { get; init; }
            [Bits(1), Reserved] private partial bool Evil { get; }
            [Bits(1)] public partial bool DontFragment { get; init; }
            [Bits(1)] public partial bool MoreFragments { get; init; }
            [Bits(13)] public partial ushort FragmentOffset { get; init; }
            public partial byte TimeToLive { get; init; }
            [TagOf(nameof(Payload), When = nameof(IsFirstFragment))] public partial IpProtocol Protocol { get; init; }
            [ChecksumOf<InternetChecksum>(nameof(Version), nameof(Options))] public partial ushort HeaderChecksum { get; }
            public required partial uint Source { get; init; }
            public required partial uint Destination { get; init; }
            [Until(nameof(Option.IsEnd))] public partial MessageList<Option> Options { get; init; }
            public partial ReadOnlySpan<byte> Payload { get; init; }
            public bool IsFirstFragment => FragmentOffset == 0;
            private bool HasTotalLength => TotalLength != 0;
        }
        """, "IPv4");

    [Fact]
    public void Segment_with_ports_and_a_seeded_checksum() => Verify("""
        using Codecs;
        namespace Sample;
        public enum TcpPort : ushort { None, Http = 80 }
        [Message("RFC 9293")]
        public readonly ref partial struct Tcp
        {
            [TagOf<TcpPort>(nameof(Payload))] public partial ushort SourcePort { get; init; }
            [TagOf<TcpPort>(nameof(Payload))] public partial ushort DestinationPort { get; init; }
            public partial uint SequenceNumber { get; init; }
            [Bits(4), LengthOf(nameof(SourcePort), nameof(Options), Unit = 4)] public partial byte DataOffset { get; }
            [Bits(12)] public partial ushort Flags { get; init; }
            [ChecksumOf<InternetChecksum>(nameof(SourcePort), nameof(Payload), Seed = nameof(Seed))] public partial ushort Checksum { get; }
            public partial ReadOnlySpan<byte> Options { get; init; }
            public partial ReadOnlySpan<byte> Payload { get; init; }
            private static InternetChecksum Seed(PseudoHeader below, int length) => below.Seed(6, length);
        }
        """, "Tcp");

    [Fact]
    public void Option_with_a_length_after_its_type() => Verify("""
        using Codecs;
        namespace Sample;
        public enum Kind : byte { End, NoOperation, Value }
        [Message, Tag(Kind.Value)] public readonly partial record struct Value { public partial ushort Number { get; init; } }
        [Message]
        public readonly ref partial struct TcpOption
        {
            [TagOf(nameof(Data))] public partial Kind Kind { get; init; }
            [When(nameof(HasLength)), LengthOf(nameof(Kind), nameof(Data))] public partial byte Length { get; }
            [When(nameof(HasLength)), Case<Value>] public partial ReadOnlySpan<byte> Data { get; init; }
            public bool IsEnd => Kind == Kind.End;
            private bool HasLength => Kind > Kind.NoOperation;
        }
        """, "TcpOption");

    [Fact]
    public void One_length_for_two_fields() => Verify("""
        using Codecs;
        namespace Sample;
        [Message]
        public readonly ref partial struct Arp
        {
            public partial ushort HardwareType { get; init; }
            [LengthOf(nameof(SenderHardware)), LengthOf(nameof(TargetHardware))] public partial byte HardwareLength { get; }
            [LengthOf(nameof(SenderProtocol)), LengthOf(nameof(TargetProtocol))] public partial byte ProtocolLength { get; }
            public partial ReadOnlySpan<byte> SenderHardware { get; init; }
            public partial ReadOnlySpan<byte> SenderProtocol { get; init; }
            public partial ReadOnlySpan<byte> TargetHardware { get; init; }
            public partial ReadOnlySpan<byte> TargetProtocol { get; init; }
        }
        """, "Arp");

    [Fact]
    public void Fixed_record_struct() => Verify("""
        using Codecs;
        namespace Sample;
        [Message("RFC 7323")]
        public readonly partial record struct Timestamps
        {
            public partial uint Value { get; init; }
            public partial uint EchoReply { get; init; }
        }
        """, "Timestamps");

    [Fact]
    public void Stack_of_three_layers() => Verify("""
        using Codecs;
        namespace Sample;
        public enum EtherType : ushort { None, IPv4 = 0x0800 }
        public enum IpProtocol : byte { None, Udp = 17 }
        [Message] public readonly ref partial struct Ethernet { [TagOf(nameof(Payload))] public partial EtherType Type { get; init; } public partial ReadOnlySpan<byte> Payload { get; init; } }
        [Message, Tag(EtherType.IPv4), Tag(IpProtocol.None)] public readonly ref partial struct IPv4 { [TagOf(nameof(Payload))] public partial IpProtocol Protocol { get; init; } public partial ReadOnlySpan<byte> Payload { get; init; } }
        [Message, Tag(IpProtocol.Udp)] public readonly ref partial struct Udp { public partial ushort Port { get; init; } public partial ReadOnlySpan<byte> Payload { get; init; } }
        [Stack, FastPath(typeof(Ethernet), typeof(IPv4), typeof(Udp)), FastPath(typeof(Ethernet), typeof(IPv4))]
        public readonly ref partial struct Packet
        {
            public partial Ethernet Ethernet { get; }
            public partial IPv4 IPv4 { get; }
            public partial Udp Udp { get; }
        }
        """, "Packet");

    [Fact]
    public void Stub_of_an_invalid_definition() => Verify("""
        using Codecs;
        namespace Sample;
        public enum Kind : byte { None, Invalid }
        [Message, Tag(Kind.Invalid)]
        public readonly ref partial struct Invalid
        {
            public partial string Text { get; init; }
            [LengthOf("Nothing")] internal partial byte Length { get; }
        }
        """, "Invalid");

    [Fact]
    public void Little_endian_by_a_parameter() => Verify("""
        using Codecs;
        namespace Sample;
        [Message, LittleEndian(When = nameof(IsLittle))]
        public readonly ref partial struct Block
        {
            [Parameter] public partial bool IsLittle { get; init; }
            public partial uint Type { get; init; }
            [LengthOf(nameof(Type), nameof(Last))] public partial uint First { get; }
            [Bits(24)] public partial uint Middle { get; init; }
            public partial byte Byte { get; init; }
            public partial ReadOnlySpan<byte> Body { get; init; }
            [LengthOf(nameof(Type), nameof(Last))] public partial uint Last { get; }
        }
        """, "Block");

    private static void Verify(string source, string type, [CallerMemberName] string test = "")
    {
        var driver = Compiler.Run(Compiler.Create(source), out _);
        Snapshot.Verify(driver, $"{nameof(SnapshotTests)}.{test}", s => s.HintName == $"Sample.{type}.g.cs");
    }
}

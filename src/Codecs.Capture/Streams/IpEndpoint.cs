using System.Net;
using Codecs.Protocols;

namespace Codecs.Capture.Streams;

/// <summary>One end of a connection: an IP address and a port.</summary>
public readonly struct IpEndpoint : IEquatable<IpEndpoint>, IComparable<IpEndpoint>
{
    private const ulong Mapped = 0xFFFF_0000_0000;

    /// <summary>An end with an IPv4 address.</summary>
    public IpEndpoint(IPv4Address address, ushort port)
    {
        Address = new(Mapped | address.Value);
        Port = port;
        IsIPv4 = true;
    }

    /// <summary>An end with an IPv6 address. It is another end than the one with the IPv4 address that may be mapped into it.</summary>
    public IpEndpoint(IPv6Address address, ushort port)
    {
        Address = address;
        Port = port;
    }

    /// <summary>The address; that of IPv4 in the form ::ffff:192.0.2.1 (RFC 4291 section 2.5.5.2), see <see cref="IsIPv4"/>.</summary>
    public IPv6Address Address { get; }

    /// <summary>The port of the transport protocol.</summary>
    public ushort Port { get; }

    /// <summary>Was the address one of IPv4 on the wire?</summary>
    public bool IsIPv4 { get; }

    /// <summary>The address alone, as it is written for its version of IP. Allocates.</summary>
    public string AddressText => IsIPv4 ? Address.MapToIPv4().ToString() : Address.ToString();

    /// <summary>The end for the rest of .NET. Allocates.</summary>
    public IPEndPoint ToIPEndPoint() => new(IsIPv4 ? Address.MapToIPv4().ToIPAddress() : Address.ToIPAddress(), Port);

    /// <inheritdoc/>
    public bool Equals(IpEndpoint other) => Port == other.Port && Address == other.Address && IsIPv4 == other.IsIPv4;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is IpEndpoint other && Equals(other);

    /// <summary>Differs from process to process, so that nobody can choose addresses that collide.</summary>
    public override int GetHashCode() => HashCode.Combine((ulong)(Address.Value >> 64), (ulong)Address.Value, Port);

    /// <summary>By address, then by port. An IPv6 address comes behind the IPv4 address that is mapped into it.</summary>
    public int CompareTo(IpEndpoint other)
    {
        int order = Address.CompareTo(other.Address);
        if (order == 0)
            order = Port.CompareTo(other.Port);
        return order != 0 ? order : other.IsIPv4.CompareTo(IsIPv4);
    }

    /// <summary>Are they the same?</summary>
    public static bool operator ==(IpEndpoint left, IpEndpoint right) => left.Equals(right);

    /// <summary>Do they differ?</summary>
    public static bool operator !=(IpEndpoint left, IpEndpoint right) => !left.Equals(right);

    /// <summary><c>192.0.2.1:80</c>, <c>[2001:db8::1]:80</c>.</summary>
    public override string ToString() => IsIPv4 ? $"{AddressText}:{Port}" : $"[{AddressText}]:{Port}";
}

#!/usr/bin/env python3
"""Packets that no real program at hand makes: made by scapy and sent on a real (virtual) interface.

usage: frames.py NAME [arguments]       run by record.sh inside a network namespace
"""
import logging, random, struct, sys, time
logging.getLogger('scapy.runtime').setLevel(logging.ERROR)
from scapy.all import *                                     # noqa
from scapy.contrib.mpls import MPLS                         # noqa

conf.verb = 0
random.seed(4242)
A, B = '02:00:00:00:00:0a', '02:00:00:00:00:0b'


def send_all(interface, packets, gap=0.05):
    s = conf.L2socket(iface=interface)
    for p in packets:
        s.send(p)
        time.sleep(gap)
    s.close()


def answer_masks(interface):
    """address mask replies (RFC 950), which Linux does not make"""
    def reply(p):
        if ICMP in p and p[ICMP].type == 17:
            sendp(Ether(src=p.dst, dst=p.src) / IP(src=p[IP].dst, dst=p[IP].src) /
                  ICMP(type=18, id=p[ICMP].id, seq=p[ICMP].seq, addr_mask='255.255.255.0'), iface=interface)
    sniff(iface=interface, prn=reply, store=0)


def lone_fragment(interface, mac, src, dst):
    """the first fragment of a datagram whose rest never comes"""
    send_all(interface, [Ether(src=A, dst=mac) / IP(src=src, dst=dst, id=0x4242, flags='MF', ttl=64) /
                         UDP(sport=40004, dport=9, len=2008, chksum=0) / Raw(bytes(range(64)))])


def bad_option(interface, mac, src, dst):
    """IPv4 options that a router must complain about"""
    packets = []
    for n, options in enumerate([
            b'\x44\x05\x05\x00\x00\x00\x00\x00',     # timestamp of 5 bytes
            b'\x07\x07\x03\x00\x00\x00\x00\x00',     # record route with a pointer too small
            b'\x07\x27\x04\x00\x00\x00\x00\x00',     # record route longer than the header
            b'\x83\x07\x05\xc0\x00\x02\xfe\x00',     # source route with a pointer between two addresses
            b'\x82\x01\x00\x00',                     # length 1
    ]):
        echo = b'\x08\x00' + struct.pack('!H', checksum(struct.pack('!HHHH', 0x0800, 0, 7, n))) + struct.pack('!HH', 7, n)
        h = struct.pack('!BBHHHBBH4s4s', 0x45 + len(options) // 4, 0, 20 + len(options) + 8, n + 1, 0, 64, 1, 0, inet_aton(src), inet_aton(dst))
        h = h + options
        packets.append(Ether(src=A, dst=mac, type=0x800) / Raw(h[:10] + struct.pack('!H', checksum(h)) + h[12:] + echo))
    send_all(interface, packets, 0.2)


def quote(p, extension):
    """RFC 4884: the quoted datagram padded to 128 bytes, its length in words, then the extension structure"""
    q = bytes(p)[:128].ljust(128, b'\0')
    ext = bytes([0x20, 0, 0, 0]) + extension
    ext = ext[:2] + struct.pack('!H', checksum(ext)) + ext[4:]
    return q + ext


def icmp_error(kind, code, body, rest=b'\0\x20\0\0'):
    m = bytes([kind, code, 0, 0]) + rest + body
    return m[:2] + struct.pack('!H', checksum(m)) + m[4:]


def mpls_entry(label, tc, bottom, ttl):
    return struct.pack('!I', label << 12 | tc << 9 | bottom << 8 | ttl)


def mpls_router(interface, mac):
    """answers each traceroute probe as a label switching router would: RFC 4950 label stack in the time exceeded message"""
    def reply(p):
        if UDP in p and p.dst == mac and p[IP].dst == '203.0.113.1':
            n = p[IP].ttl
            if n < 3:
                stack = mpls_entry(16000 + n, 0, int(n == 1), 1) + (mpls_entry(24000, 5, 1, 254) if n > 1 else b'')
                body = icmp_error(11, 0, quote(p[IP], struct.pack('!HBB', 4 + len(stack), 1, 1) + stack))
            else:
                body = icmp_error(3, 3, bytes(p[IP])[:40], bytes(4))
            sendp(Ether(src=mac, dst=p.src) / IP(src='198.51.100.%d' % n if n < 3 else '203.0.113.1', dst=p[IP].src, proto=1, ttl=64) / Raw(body),
                  iface=interface)
    sniff(iface=interface, prn=reply, store=0)


def interface_information(interface, mac, src, dst):
    """RFC 5837 interface information objects, RFC 4884 unreachable and a broken extension"""
    probe = IP(src=dst, dst='203.0.113.1', ttl=1, id=7) / UDP(sport=40005, dport=33434) / Raw(b'probe')
    probe = IP(bytes(probe))
    index = struct.pack('!I', 2)
    v4 = struct.pack('!HH4s', 1, 0, inet_aton('198.51.100.1'))
    v6 = struct.pack('!HH16s', 2, 0, inet_pton(socket.AF_INET6, '2001:db8::1'))
    name = bytes([8]) + b'eth0\0\0\0'
    mtu = struct.pack('!I', 1500)
    obj = lambda c, body: struct.pack('!HBB', 4 + len(body), 2, c) + body
    full = obj(0x0f, index + v4 + name + mtu)
    out = obj(0x8c, index + v6)[:3] + bytes([0x8c]) + index + v6
    good = quote(probe, full)
    bad = bytearray(quote(probe, full)); bad[130] ^= 0xff
    msgs = [
        icmp_error(11, 0, good),
        icmp_error(11, 0, quote(probe, full + out + struct.pack('!HBB', 8, 1, 1) + mpls_entry(100, 0, 1, 64))),
        icmp_error(3, 1, good),
        icmp_error(12, 0, good, b'\x14\x20\0\0'),
        icmp_error(11, 0, bytes(bad)),
        icmp_error(11, 0, quote(probe, struct.pack('!HBB', 4, 247, 9))),
        icmp_error(11, 0, bytes(probe).ljust(128, b'\0') + quote(probe, full)[128:], bytes(4)),
    ]
    send_all(interface, [Ether(src=B, dst=mac) / IP(src=src, dst=dst, proto=1, id=100 + i) / Raw(m) for i, m in enumerate(msgs)])


def odd_arp(interface):
    """ARP for other hardware and protocol types, long addresses, and with rubbish behind it"""
    e = Ether(src=A, dst='ff:ff:ff:ff:ff:ff', type=0x0806)
    def a(ht, pt, op, sha, spa, tha, tpa):
        return struct.pack('!HHBBH', ht, pt, len(sha), len(spa), op) + sha + spa + tha + tpa
    m = bytes.fromhex('02000000000a')
    send_all(interface, [
        e / Raw(a(6, 0x800, 1, m, inet_aton('192.0.2.1'), bytes(6), inet_aton('192.0.2.2'))),
        e / Raw(a(1, 0x800, 1, m, inet_aton('192.0.2.1'), bytes(6), inet_aton('192.0.2.2')) + bytes(18)),
        e / Raw(a(32, 0x800, 1, bytes(range(20)), inet_aton('192.0.2.1'), bytes(20), inet_aton('192.0.2.2'))),
        e / Raw(a(24, 0x800, 1, bytes(8), inet_aton('192.0.2.1'), bytes(8), inet_aton('192.0.2.2'))),
        e / Raw(a(1, 0x86dd, 1, m, bytes(16), bytes(6), bytes(16))),
        e / Raw(a(1, 0x800, 10, m, inet_aton('192.0.2.1'), bytes(6), inet_aton('192.0.2.2'))),
        e / Raw(a(1, 0x800, 1, b'', inet_aton('192.0.2.1'), b'', inet_aton('192.0.2.2'))),
    ])


def tcp_options(interface, mac, src, dst, port):
    """SYNs with options that the system does not send: user timeout (RFC 5482), experiments (RFC 6994), unknown kinds, and
    option areas that are broken"""
    def syn(n, options, **more):
        t = TCP(sport=50000 + n, dport=int(port), seq=1000 * n, flags='S', window=8192, dataofs=5 + len(options) // 4, **more)
        h = bytearray(bytes(t)[:20] + options)
        return Ether(src=A, dst=mac) / IP(src=src, dst=dst, proto=6, id=n) / Raw(fix(h))

    def fix(h):
        h[16:18] = b'\0\0'
        c = checksum(inet_aton(src) + inet_aton(dst) + struct.pack('!HH', 6, len(h)) + bytes(h))
        h[16:18] = struct.pack('!H', c)
        return bytes(h)

    cases = [
        b'\x02\x04\x05\xb4\x1c\x04\x80\x3c',                    # user timeout, minutes, 60
        b'\x02\x04\x05\xb4\x1c\x04\x00\x5a\x01\x01\x01\x00',    # user timeout, seconds, 90
        b'\x02\x04\x05\xb4\xfd\x06\x0b\xad\xca\xfe\x01\x01',    # experiment 253 with an identifier
        b'\xfe\x04\xf9\x89\x02\x04\x05\xb4',                    # experiment 254: fast open of the experiment
        b'\x06\x06\x01\x02\x03\x04\x01\x01',                    # echo (obsolete)
        b'\x0e\x03\x01\x01\x0b\x06\x00\x00\x00\x01\x01\x01',    # alternate checksum, connection count (obsolete)
        b'\x4c\x04\xaa\xbb\x00\x00\x00\x00',                    # unknown kind, then the end of the list
        b'\x01' * 40,                                           # nothing but padding, longest header
        b'\x02\x04\x05\xb4\x03\x00\x00\x00',                    # length 0
        b'\x02\x04\x05\xb4\x03\x01\x01\x01',                    # length 1
        b'\x02\x04\x05\xb4\x01\x01\x08\x0a',                    # runs past the header
        b'\x02\x04\x05\xb4\x01\x01\x01\x05',                    # only the kind is left
        b'\x02\x03\x05\x01',                                    # segment size of the wrong length
        b'\x1d\x10\x01\x02' + bytes(12),                        # authentication option (RFC 5925), fixed bytes
    ]
    packets = [syn(i + 1, o) for i, o in enumerate(cases)]
    short = syn(40, b'')
    raw_ = bytearray(bytes(short)); raw_[14 + 20 + 12] = 0x40   # data offset 4: less than a header
    packets.append(Ether(bytes(raw_)))
    raw_[14 + 20 + 12] = 0xf0                                   # data offset 15 in a segment of 20 bytes
    packets.append(Ether(bytes(raw_)))
    send_all(interface, packets, 0.05)


def udp_lengths(interface):
    """UDP and UDP-Lite whose length or coverage does not fit"""
    e, six = Ether(src=A, dst=B), IPv6(src='2001:db8::1', dst='2001:db8::2')
    ip = IP(src='192.0.2.1', dst='192.0.2.2')
    lite = lambda cover, sum_=0x1234: struct.pack('!HHHH', 40005, 9, cover, sum_) + b'0123456789'
    send_all(interface, [
        e / ip / UDP(sport=40005, dport=9, len=7) / Raw(b'less than a header'),
        e / ip / UDP(sport=40005, dport=9, len=100) / Raw(b'more than there is'),
        e / ip / UDP(sport=40005, dport=9, len=12) / Raw(b'four and the rest'),
        e / ip / UDP(sport=40005, dport=9, chksum=0x1111) / Raw(b'wrong checksum'),
        e / ip / UDP(sport=40005, dport=0) / Raw(b'port zero'),
        e / six / UDP(sport=40005, dport=9, len=0) / Raw(b'length zero'),
        e / IP(src='192.0.2.1', dst='192.0.2.2', proto=17) / Raw(b'\x9c\x45\x00\x09\x00'),
        e / IP(src='192.0.2.1', dst='192.0.2.2', proto=136) / Raw(lite(7)),
        e / IP(src='192.0.2.1', dst='192.0.2.2', proto=136) / Raw(lite(100)),
        e / IP(src='192.0.2.1', dst='192.0.2.2', proto=136) / Raw(lite(8, 0)),
    ])


def ipv4_headers(interface, mac, src, dst):
    """IPv4 headers that are wrong in one field each"""
    e = Ether(src=A, dst=mac, type=0x800)
    p = IP(src=src, dst=dst, ttl=9) / UDP(sport=40006, dport=9) / Raw(b'payload')
    q = lambda **k: e / (IP(src=src, dst=dst, ttl=9, **k) / UDP(sport=40006, dport=9) / Raw(b'payload'))
    raw_ = bytes(p)
    send_all(interface, [
        q(version=5), q(ihl=4), q(ihl=15), q(len=19), q(len=20), q(len=30), q(len=500), q(chksum=0xdead), q(len=0),
        e / Raw(raw_ + b'trailer behind the packet'), e / Raw(raw_[:19]), e / Raw(raw_[:1]), e / Raw(raw_[:20]), q(proto=255), q(proto=0),
        q(frag=1), q(flags='evil+DF'), q(tos=0x03),
    ])


def ipv4_fragments(interface, mac, src, dst):
    """fragments out of order, twice, overlapping with other bytes, with a hole, and of no length"""
    d = bytes(IP(bytes(IP(src=src, dst=dst) / UDP(sport=40007, dport=9) / Raw(bytes(range(120))))).payload)
    def f(ident, start, stop, more, data=None, **k):
        return Ether(src=A, dst=mac) / IP(src=src, dst=dst, proto=17, id=ident, flags='MF' if more else 0, frag=start // 8, **k) / Raw((data or d)[start:stop])
    other = bytes(255 - x for x in d)
    send_all(interface, [
        f(1, 64, 128, False), f(1, 0, 64, True),
        f(2, 0, 64, True), f(2, 0, 64, True), f(2, 64, 128, False),
        f(3, 0, 64, True), f(3, 32, 96, True, other), f(3, 96, 128, False),
        f(4, 0, 32, True), f(4, 64, 128, False),
        f(5, 0, 24, True), f(5, 24, 24, True), f(5, 24, 128, False),
        f(6, 0, 20, True), f(6, 65528, 65528 + 8, False, bytes(70000)),
        f(7, 0, 64, True, options=[IPOption(b'\x94\x04\x00\x00')]), f(7, 64, 128, False),
    ])


def fragments6(src, dst, ident, parts, kind, data):
    for start, stop, more in parts:
        yield Ether(src=A, dst=PEER) / IPv6(src=src, dst=dst, nh=44) / Raw(struct.pack('!BBHI', kind, 0, start | more, ident) + data[start:stop])


def udp6(src, dst, data, sport=40008, dport=9):
    return bytes(IPv6(bytes(IPv6(src=src, dst=dst) / UDP(sport=sport, dport=dport) / Raw(data))).payload)


def ipv6_fragments(interface, mac, src, dst):
    """an atomic fragment, fragments out of order, overlapping, with a hole, of an odd length, with reserved bits, beyond 64 KiB"""
    global PEER
    PEER = mac
    d = udp6(src, dst, bytes(range(120)))
    out = []
    for ident, parts in enumerate([[(0, 128, 0)], [(64, 128, 0), (0, 64, 1)], [(0, 64, 1), (32, 96, 1), (96, 128, 0)],
                                   [(0, 32, 1), (64, 128, 0)], [(0, 60, 1)], [(0, 64, 3), (64, 128, 6)]], 0x1000):
        out += fragments6(src, dst, ident, parts, 17, d)
    out += fragments6(src, dst, 0x2000, [(65528, 65600, 0)], 17, bytes(65600))
    hop = b'\x2c\x00\x05\x02\x00\x00\x01\x00'
    opts = b'\x11\x00\x01\x04\x00\x00\x00\x00'
    out.append(Ether(src=A, dst=mac) / IPv6(src=src, dst=dst, nh=0) / Raw(hop + struct.pack('!BBHI', 60, 0, 1, 0x3000) + opts + d[:56]))
    out.append(Ether(src=A, dst=mac) / IPv6(src=src, dst=dst, nh=0) / Raw(hop + struct.pack('!BBHI', 60, 0, 64, 0x3000) + d[56:]))
    send_all(interface, out)


def lone_fragment6(interface, mac, src, dst):
    global PEER
    PEER = mac
    send_all(interface, fragments6(src, dst, 0x4242, [(0, 64, 1)], 17, udp6(src, dst, bytes(200))))


def ipv6_headers(interface, mac, src, dst):
    """no next header (with and without bytes behind it), and IPv6 headers that are wrong in one field each"""
    e = Ether(src=A, dst=mac, type=0x86dd)
    d = udp6(src, dst, b'payload')
    h = lambda **k: IPv6(src=src, dst=dst, **k)
    full = bytes(h(nh=17) / Raw(d))
    send_all(interface, [
        e / h(nh=59, plen=0), e / h(nh=59) / Raw(b'bytes that do not count'),
        e / h(nh=60) / Raw(b'\x3b\x00\x01\x04\x00\x00\x00\x00'),
        e / h(nh=17, version=7) / Raw(d), e / h(nh=17, plen=200) / Raw(d), e / h(nh=17, plen=4) / Raw(d), e / h(nh=17, plen=0) / Raw(d),
        e / Raw(full + b'trailer behind the packet'), e / Raw(full[:39]), e / Raw(full[:1]), e / Raw(full[:40]),
        e / h(nh=253) / Raw(b'experiment'), e / h(nh=17, tc=255, fl=0xfffff, hlim=0) / Raw(d),
        e / h(nh=0, plen=0) / Raw(b'\x3b\x00\xc2\x04\x00\x01\x00\x00'),
    ])


def routing_type_0(interface, mac, src, dst):
    send_all(interface, [Ether(src=A, dst=mac) / IPv6(src=src, dst=dst) / IPv6ExtHdrRouting(type=0, addresses=['2001:db8:9::1', '2001:db8:9::2'], segleft=n) /
                         UDP(sport=40009, dport=9) / Raw(b'type 0') for n in (2, 0)], 0.2)


def ipv6_chains(interface, mac, src, dst):
    """long and odd chains of extension headers"""
    e = Ether(src=A, dst=mac)
    d = udp6(src, dst, b'end of the chain')
    tcp = bytes(IPv6(bytes(IPv6(src=src, dst=dst) / TCP(sport=40010, dport=9, flags='S'))).payload)
    h = lambda nh: IPv6(src=src, dst=dst, nh=nh)
    hop = lambda nh, o=b'\x05\x02\x00\x00\x01\x00': bytes([nh, (len(o) + 2) // 8 - 1]) + o
    pad_ = b'\x01\x04\x00\x00\x00\x00'
    rt = lambda nh, kind, left, addresses: bytes([nh, 2 * len(addresses), kind, left, 0, 0, 0, 0]) + b''.join(inet_pton(socket.AF_INET6, a) for a in addresses)
    frag = lambda nh, ident: struct.pack('!BBHI', nh, 0, 0, ident)
    ah = lambda nh: struct.pack('!BBHII', nh, 4, 0, 0x1003, 1) + bytes(range(12))
    via = ['2001:db8:9::1', '2001:db8:9::2']
    srh = lambda nh, tlv=b'': bytes([nh, 4 + len(tlv) // 8, 4, 1, 1, 0, 0x12, 0x34]) + b''.join(inet_pton(socket.AF_INET6, a) for a in via) + tlv
    home = b'\x01\x02\x00\x00' + b'\xc9\x10' + inet_pton(socket.AF_INET6, '2001:db8::77')
    many = b'\x00' * 6
    big = b'\x1e\xfc' + bytes(252) + b'\x01\x06' + bytes(6)
    send_all(interface, [e / h(n) / Raw(b) for n, b in [
        (0, hop(60) + hop(43, pad_) + rt(44, 0, 0, via) + frag(51, 1) + ah(60) + hop(17, pad_) + d),       # the order of RFC 8200
        (60, hop(0, pad_) + hop(17) + d),                                    # hop-by-hop options not first
        (60, hop(60, pad_) + hop(60, pad_) + hop(60, pad_) + hop(6, pad_) + tcp),
        (43, rt(17, 0, 2, via) + d),
        (43, rt(17, 2, 1, via[:1]) + d),
        (43, srh(17) + d),
        (43, srh(17, b'\x04\x06\x00\x00\x00\x00\x00\x00') + d),
        (43, rt(17, 3, 1, via[:1]) + d),                                     # RPL
        (43, rt(17, 253, 0, via[:1]) + d),                                   # experiment
        (43, b'\x11\x00\x00\x00\x00\x00\x00\x00' + d),                       # no addresses
        (60, hop(17, home) + d),                                             # home address
        (60, hop(17, many) + d),                                             # six times Pad1
        (60, hop(17, big) + d),
        (60, hop(17, b'\x04\x01\x05\x01\x01\x00') + d),                      # tunnel encapsulation limit
        (0, hop(17, b'\x1e\x20\x00\x00\x00\x00') + d),                       # option longer than the header
        (0, hop(17, b'\x01\x03\x00\x00\x00\x1e') + d),                       # the last option has no length
        (0, b'\x11\x09\x01\x04\x00\x00\x00\x00'),                            # header longer than the packet
        (135, b'\x3b\x01\x00\x00' + bytes(12)),                              # mobility header
        (139, b'\x3b\x04\x00\x11' + bytes(36)),                              # host identity protocol
        (140, b'\x11\x00\x00\x00\x00\x00\x00\x00' + d),                      # shim6
        (44, frag(60, 2) + hop(17, pad_) + d),
        (51, ah(59)),
        (51, b'\x11\x00\x00\x00\x00\x00\x10\x03' + d),                       # authentication header too short
        (50, struct.pack('!II', 0x1003, 2) + bytes(range(40))),
    ]])


def llc_frames(interface):
    """802.3 frames with LLC: unnumbered, supervisory and information control fields, SNAP of several organisations, raw IPX, padding"""
    def f(body, dst='01:00:5e:00:00:fb', length=None):
        b = bytes.fromhex(dst.replace(':', '')) + bytes.fromhex(A.replace(':', '')) + struct.pack('!H', len(body) if length is None else length) + body
        return Raw(b.ljust(60, b'\0'))
    x = bytes.fromhex
    send_all(interface, [
        f(x('0000f3') + b'test'), f(x('0000af810100')), f(x('0000bf810100')), f(x('0001f3') + b'test'), f(x('f0f003') + bytes(20)),
        f(x('f0f07f')), f(x('f0f173')), f(x('f0f00204') + bytes(30)), f(x('f0f10105')), f(x('f0f00509')), f(x('f0f0090b')),
        f(x('aaaa03000000') + x('88b5') + b'experiment'), f(x('aaaa0300000c2000') + bytes(20)), f(x('aaaa0300000c010b') + bytes(30)),
        f(x('aaaa030200000001') + b'local organisation'), f(x('aaaa03')), f(x('aaaa03000000')), f(x('aa')), f(b''),
        f(x('ffff001e0011000000000000000000040000000000020000') + bytes(10)), f(x('e0e003ffff001e00') + bytes(26)), f(x('fefe0383') + bytes(20)),
        f(x('424203') + x('0000000000') + bytes(30)), f(x('424203000002023c') + bytes(28)), f(x('0606034500') + bytes(18)),
        f(x('424203') + bytes(35), length=200), f(x('424203') + bytes(60), length=10), f(x('7e7e03') + bytes(10)),
    ])


def ethernet_frames(interface):
    """EtherTypes and lengths at the edges, frames shorter than the minimum, padding that is not zero, a frame check sequence"""
    def f(kind, body, pad_to=0, fill=b'\0'):
        b = bytes.fromhex(B.replace(':', '')) + bytes.fromhex(A.replace(':', '')) + struct.pack('!H', kind) + body
        return Raw(b + fill * max(0, pad_to - len(b)))
    ip = bytes(IP(src='192.0.2.1', dst='192.0.2.2') / UDP(sport=40011, dport=9) / Raw(b'x'))
    ip6 = bytes(IPv6(src='2001:db8::1', dst='2001:db8::2') / ICMPv6EchoRequest(id=1))
    arp = bytes(ARP(hwsrc=A, psrc='192.0.2.1', pdst='192.0.2.2'))
    whole = bytes(f(0x800, ip, 60))
    import zlib
    send_all(interface, [
        f(0x800, ip), f(0x800, ip, 60), f(0x800, ip, 60, b'\xaa'), Raw(whole + struct.pack('<I', zlib.crc32(whole))), f(0x86dd, ip6), f(0x86dd, ip6, 80, b'\x55'),
        f(0x806, arp, 60), f(0x800, ip6), f(0x86dd, ip), f(0x600, b'XNS' * 10), f(0x5ff, b'neither length nor type'), f(0x5dd, b'1501 is no length'),
        f(0x5dc, b'1500, but shorter'), f(0x88b5, b'local experiment 1'), f(0x88b6, b'local experiment 2', 60), f(0x8808, b'\x00\x01\xff\xff', 60),
        f(0x9000, b'\x00\x00\x01\x00', 60), f(0x842, b'\xff' * 6 + bytes.fromhex('02000000000b') * 16), f(0x8847, mpls_entry(100, 0, 0, 64) + mpls_entry(200, 5, 1, 63) + ip),
        f(0x8847, mpls_entry(2, 0, 1, 64) + ip6), f(0x88e5, bytes(30)), f(0x8100, b'\x00\x05'), f(0x8100, b'\x60\x05\x08\x00' + ip), f(0x8100, b'\x10\x05\x00\x08' + b'\xaa\xaa\x03\x00\x00\x00\x08\x00', 60),
        f(0x88a8, b'\x0f\xff\x81\x00\x00\x01\x81\x00\x00\x02\x08\x06' + arp), f(0x800, b''), f(0x806, b''), f(0xffff, b'last'),
    ])


if __name__ == '__main__':
    globals()[sys.argv[1].replace('-', '_')](*sys.argv[2:])

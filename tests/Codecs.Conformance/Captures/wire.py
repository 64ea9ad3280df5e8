#!/usr/bin/env python3
"""A user-space network device for record.sh, for what the recording kernel has no driver for.

usage: wire.py vlan TAP DEVICE TAG[,TAG...]         tags such as 88a8:100 or 8100:5:3 (type:vid[:pcp]); frames from TAP
                                                    go out of DEVICE with the tags, outermost first, and back without
       wire.py pad TAP DEVICE                       pads frames to the 60 bytes of the Ethernet minimum
       wire.py llc TAP DEVICE                       IPv4, ARP and IPv6 in 802.3 frames with LLC and SNAP (RFC 1042)
       wire.py ip TUN LOCAL REMOTE                  IP in IP: protocols 4 and 41, the system makes the outer header
       wire.py gre TUN LOCAL REMOTE [csum][key][seq]
       wire.py gretap TAP LOCAL REMOTE              Ethernet in GRE
       wire.py ah|esp|esp-null TUN DEVICE LOCAL-MAC REMOTE-MAC LOCAL REMOTE [OUTER-LOCAL OUTER-REMOTE]
                                                    IPsec by scapy, with fixed test keys; transport mode unless outer
                                                    addresses are given
       wire.py echo TUN                             answers ICMP and ICMPv6 echo requests that are routed into TUN
TAP and TUN must exist (ip tuntap add).  Real programs send through them; only the outer layer is made here.
"""
import fcntl, os, select, socket, struct, sys

ETH_P_ALL = 3


def open_tun(name, tap):
    f = os.open('/dev/net/tun', os.O_RDWR)
    fcntl.ioctl(f, 0x400454ca, struct.pack('16sH22x', name.encode(), 0x1000 | (2 if tap else 1)))
    return f


def open_device(name):
    s = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(ETH_P_ALL))
    s.bind((name, ETH_P_ALL))
    s.setsockopt(263, 8, 1)     # PACKET_AUXDATA: the tag that the system took off
    return s


def loop(pairs):
    """pairs: {readable: function}"""
    while True:
        for r in select.select(list(pairs), [], [])[0]:
            pairs[r]()


def receive(s):
    """a frame that came in, with the tag put back, or None for our own"""
    frame, extra, _, peer = s.recvmsg(65535, 256)
    if peer[2] == 4:
        return None
    for level, kind, data in extra:
        if level == 263 and kind == 8:
            status, _, _, _, _, tci, tpid = struct.unpack('=IIIHHHH', data[:20])
            if status & 0x10:
                frame = frame[:12] + struct.pack('!HH', tpid if status & 0x40 else 0x8100, tci) + frame[12:]
    return frame


def l2(tap, device, wrap, unwrap):
    t, s = open_tun(tap, True), open_device(device)

    def out():
        s.send(wrap(os.read(t, 65535)))

    def back():
        f = receive(s)
        f = unwrap(f) if f else None
        if f:
            os.write(t, f)

    loop({t: out, s: back})


def vlan(tap, device, tags):
    head = b''
    for tag in tags.split(','):
        p = tag.split(':')
        head += struct.pack('!HH', int(p[0], 16), (int(p[2]) << 13 if len(p) > 2 else 0) | int(p[1]))

    def unwrap(f):
        got = f[12:12 + len(head)]
        same = all(got[i] == head[i] if i % 4 < 2 else (got[i] & 15) == (head[i] & 15) if i % 4 == 2 else got[i] == head[i]
                   for i in range(len(head))) if len(got) == len(head) else False
        return f[:12] + f[12 + len(head):] if same else None

    l2(tap, device, lambda f: f[:12] + head + f[12:], unwrap)


def pad(tap, device):
    l2(tap, device, lambda f: f.ljust(60, b'\0'), lambda f: f)


def llc(tap, device):
    snap = bytes.fromhex('aaaa03000000')

    def wrap(f):
        return (f[:12] + struct.pack('!H', len(f) - 12 + len(snap)) + snap + f[12:]).ljust(60, b'\0')

    def unwrap(f):
        n = struct.unpack('!H', f[12:14])[0]
        return f[:12] + f[20:14 + n] if n <= 1500 and f[14:20] == snap else None

    l2(tap, device, wrap, unwrap)


def raw(local, remote, protocol):
    f = socket.AF_INET6 if ':' in local else socket.AF_INET
    s = socket.socket(f, socket.SOCK_RAW, protocol)
    s.bind((local, 0))
    s.connect((remote, 0))
    return s


def strip(s, data):
    return data[(data[0] & 15) * 4:] if s.family == socket.AF_INET else data


def ip(tun, local, remote):
    t, s4, s6 = open_tun(tun, False), raw(local, remote, 4), raw(local, remote, 41)

    def out():
        p = os.read(t, 65535)
        (s4 if p[0] >> 4 == 4 else s6).send(p)

    loop({t: out, s4: lambda: os.write(t, strip(s4, s4.recv(65535))), s6: lambda: os.write(t, strip(s6, s6.recv(65535)))})


def checksum(b):
    b += b'\0' * (len(b) & 1)
    t = sum(struct.unpack('!%dH' % (len(b) // 2), b))
    while t >> 16:
        t = (t & 0xffff) + (t >> 16)
    return ~t & 0xffff


def gre(device, local, remote, *what, tap=False):
    t, s = open_tun(device, tap), raw(local, remote, 47)
    seq = [0]

    def out():
        p = os.read(t, 65535)
        kind = 0x6558 if tap else 0x0800 if p[0] >> 4 == 4 else 0x86dd
        flags = (0x8000 if 'csum' in what else 0) | (0x2000 if 'key' in what else 0) | (0x1000 if 'seq' in what else 0)
        head = struct.pack('!HH', flags, kind)
        if 'csum' in what: head += bytes(4)
        if 'key' in what: head += struct.pack('!I', 0x01020304)
        if 'seq' in what: head += struct.pack('!I', seq[0]); seq[0] += 1
        if 'csum' in what: head = head[:4] + struct.pack('!H', checksum(head + p)) + head[6:]
        s.send(head + p)

    def back():
        p = strip(s, s.recv(65535))
        n = 4 + sum(4 for bit in (0x80, 0x20, 0x10) if p[0] & bit)
        os.write(t, p[n:])

    loop({t: out, s: back})


def gretap(tap, local, remote):
    gre(tap, local, remote, tap=True)


def ipsec(kind, tun, device, mac, peer, local, remote, outer_local=None, outer_remote=None):
    from scapy.all import Ether, IP, IPv6, raw as octets
    from scapy.layers.ipsec import SecurityAssociation, AH, ESP

    def association(me, you, spi):
        tunnel = None
        if outer_local:
            a, b = (outer_local, outer_remote) if me == local else (outer_remote, outer_local)
            tunnel = IPv6(src=a, dst=b) if ':' in a else IP(src=a, dst=b)
        keys = dict(auth_algo='HMAC-SHA1-96', auth_key=b'test key of 20 bytes')
        if kind == 'esp':
            keys.update(crypt_algo='AES-CBC', crypt_key=b'test key 16 byte')
        elif kind == 'esp-null':
            keys.update(crypt_algo='NULL', crypt_key=b'')
        return SecurityAssociation(AH if kind == 'ah' else ESP, spi=spi, tunnel_header=tunnel, **keys)

    low, high = sorted([local, remote])
    spis = {local: 0x1001 if local == low else 0x1002, remote: 0x1001 if remote == low else 0x1002}
    mine, theirs = association(local, remote, spis[local]), association(remote, local, spis[remote])
    t, s = open_tun(tun, False), open_device(device)

    def out():
        p = os.read(t, 65535)
        p = (IP if p[0] >> 4 == 4 else IPv6)(p)
        if not (p.version == 4 or p.dst == remote):
            return                      # neighbour and router chatter of the tunnel device
        s.send(octets(Ether(src=mac, dst=peer) / mine.encrypt(p)))

    def back():
        f = receive(s)
        if not f or f[12:14] not in (b'\x08\x00', b'\x86\xdd'):
            return
        p = Ether(f).payload
        if AH in p or ESP in p:
            os.write(t, octets(theirs.decrypt(p)))

    loop({t: out, s: back})


def echo(tun):
    t = open_tun(tun, False)

    def back():
        p = bytearray(os.read(t, 65535))
        if p[0] >> 4 == 4 and p[9] == 1:
            h = (p[0] & 15) * 4
            if p[h] == 8:
                p[12:16], p[16:20] = p[16:20], p[12:16]
                p[h] = 0
                p[h + 2:h + 4] = b'\0\0'
                p[h + 2:h + 4] = struct.pack('!H', checksum(bytes(p[h:])))
                os.write(t, bytes(p))
        elif p[0] >> 4 == 6 and p[6] == 58 and p[40] == 128:
            p[8:24], p[24:40] = p[24:40], p[8:24]
            p[40] = 129
            p[42:44] = b'\0\0'
            p[42:44] = struct.pack('!H', checksum(bytes(p[8:40]) + struct.pack('!II', len(p) - 40, 58) + bytes(p[40:])))
            os.write(t, bytes(p))

    loop({t: back})


if __name__ == '__main__':
    name, rest = sys.argv[1], sys.argv[2:]
    if name in ('ah', 'esp', 'esp-null'):
        ipsec(name, *rest)
    else:
        globals()[name](*rest)

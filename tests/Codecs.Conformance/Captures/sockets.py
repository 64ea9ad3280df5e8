#!/usr/bin/env python3
"""Small socket programs for record.sh: the operating system makes every header, this only asks for them.

usage: sockets.py NAME [arguments]
"""
import socket, struct, sys, time

UDPLITE = 136
MPTCP = 262


def family(address):
    return socket.AF_INET6 if ':' in address else socket.AF_INET


def listener(address, port, protocol=0, setup=None):
    s = socket.socket(family(address), socket.SOCK_STREAM, protocol)
    s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    if setup:
        setup(s)
    s.bind((address, port))
    s.listen(4)
    return s


def udp_sink(address, port, seconds):
    """receive datagrams and answer each with its first 16 bytes"""
    s = socket.socket(family(address), socket.SOCK_DGRAM)
    s.bind((address, int(port)))
    s.settimeout(float(seconds))
    try:
        while True:
            data, peer = s.recvfrom(65535)
            s.sendto(data[:16], peer)
    except socket.timeout:
        pass


def udp_send(address, port, *sizes):
    """one datagram of each size; size 0 is an empty datagram"""
    s = socket.socket(family(address), socket.SOCK_DGRAM)
    s.bind(('', 40000))
    for n in map(int, sizes):
        s.sendto(bytes(i & 255 for i in range(n)), (address, int(port)))
        time.sleep(0.05)


def udp_no_checksum(address, port):
    """datagrams with checksum 0: SO_NO_CHECK for IPv4, UDP_NO_CHECK6_TX for IPv6"""
    s = socket.socket(family(address), socket.SOCK_DGRAM)
    s.bind(('', 40001))
    if s.family == socket.AF_INET:
        s.setsockopt(socket.SOL_SOCKET, 11, 1)
    else:
        s.setsockopt(socket.IPPROTO_UDP, 101, 1)
    for text in (b'no checksum', b'', b'odd'):
        s.sendto(text, (address, int(port)))
        time.sleep(0.05)
    if s.family == socket.AF_INET:
        s.setsockopt(socket.SOL_SOCKET, 11, 0)
    else:
        s.setsockopt(socket.IPPROTO_UDP, 101, 0)
    s.sendto(b'with checksum', (address, int(port)))


def udplite_sink(address, port, seconds):
    s = socket.socket(family(address), socket.SOCK_DGRAM, UDPLITE)
    s.setsockopt(UDPLITE, 11, 8)
    s.bind((address, int(port)))
    s.settimeout(float(seconds))
    try:
        while True:
            data, peer = s.recvfrom(65535)
            s.sendto(data[:4], peer)
    except socket.timeout:
        pass


def udplite_send(address, port):
    """coverage 0 (all), 8 (header), 12 and 20 of a datagram of 40 bytes, then an empty one"""
    s = socket.socket(family(address), socket.SOCK_DGRAM, UDPLITE)
    s.setsockopt(UDPLITE, 11, 8)
    s.bind(('', 40002))
    for cover in (0, 8, 12, 20):
        if cover:
            s.setsockopt(UDPLITE, 10, cover)
        s.sendto(bytes(range(32)), (address, int(port)))
        time.sleep(0.05)
    s.sendto(b'', (address, int(port)))


def tcp_sink(address, port, seconds='5', mode='read'):
    """accept one connection; read it to the end, then say how much came"""
    s = listener(address, int(port))
    s.settimeout(float(seconds))
    try:
        c, _ = s.accept()
    except socket.timeout:
        return
    if mode == 'slow':
        time.sleep(1.5)
    n = 0
    while True:
        data = c.recv(4096)
        if not data:
            break
        n += len(data)
    c.sendall(b'%d bytes\n' % n)
    c.close()


def tcp_urgent(address, port):
    """normal data with urgent bytes between (MSG_OOB)"""
    s = socket.create_connection((address, int(port)))
    s.sendall(b'before ')
    time.sleep(0.1)
    s.send(b'!', socket.MSG_OOB)
    time.sleep(0.1)
    s.sendall(b' between ')
    time.sleep(0.1)
    s.send(b'text with an urgent end?', socket.MSG_OOB)
    time.sleep(0.1)
    s.sendall(b' after')
    s.shutdown(socket.SHUT_WR)
    s.recv(100)
    s.close()


def tcp_bulk(address, port, size):
    s = socket.create_connection((address, int(port)))
    s.sendall(bytes(i % 251 for i in range(int(size))))
    s.shutdown(socket.SHUT_WR)
    s.recv(100)
    s.close()


def tcp_small_window(address, port, seconds='6'):
    """a server with a small receive buffer that reads late: the window closes and opens again"""
    s = listener(address, int(port), setup=lambda x: x.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2304))
    s.settimeout(float(seconds))
    c, _ = s.accept()
    time.sleep(1.2)
    while c.recv(4096):
        pass
    c.close()


def tcp_abort(address, port):
    """close with unread data in the way: RST instead of FIN (SO_LINGER 0)"""
    s = socket.create_connection((address, int(port)))
    s.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack('ii', 1, 0))
    s.sendall(b'abort')
    time.sleep(0.1)
    s.close()


def tcp_keepalive(address, port):
    s = socket.create_connection((address, int(port)))
    s.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
    s.setsockopt(socket.IPPROTO_TCP, socket.TCP_KEEPIDLE, 1)
    s.setsockopt(socket.IPPROTO_TCP, socket.TCP_KEEPINTVL, 1)
    s.sendall(b'alive')
    time.sleep(3.4)
    s.shutdown(socket.SHUT_WR)
    s.recv(100)
    s.close()


def tcp_simultaneous(mine, theirs, port):
    """both sides connect at the same time from fixed ports: SYN against SYN"""
    s = socket.socket(family(mine), socket.SOCK_STREAM)
    s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    s.bind((mine, int(port)))
    start = (int(time.time()) // 2 + 1) * 2
    time.sleep(max(0, start - time.time()))
    try:
        s.connect((theirs, int(port)))
    except OSError:
        return
    s.sendall(b'hello from ' + mine.encode())
    s.shutdown(socket.SHUT_WR)
    while s.recv(100):
        pass
    s.close()


def md5_option(peer, key=b'test key, not a secret'):
    p = (struct.pack('<H2s4s', socket.AF_INET, b'\0\0', socket.inet_aton(peer))).ljust(128, b'\0')
    return p + struct.pack('<BBHI', 0, 0, len(key), 0) + key.ljust(80, b'\0')


def tcp_md5_sink(address, port, peer):
    s = listener(address, int(port), setup=lambda x: x.setsockopt(socket.IPPROTO_TCP, 14, md5_option(peer)))
    s.settimeout(5)
    c, _ = s.accept()
    while c.recv(100):
        pass
    c.close()


def tcp_md5_send(address, port):
    s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    s.setsockopt(socket.IPPROTO_TCP, 14, md5_option(address))
    s.connect((address, int(port)))
    s.sendall(b'signed with RFC 2385')
    s.shutdown(socket.SHUT_WR)
    s.recv(10)
    s.close()


def mptcp_sink(address, port, seconds):
    s = listener(address, int(port), MPTCP)
    s.settimeout(float(seconds))
    c, _ = s.accept()
    n = 0
    while True:
        d = c.recv(4096)
        if not d:
            break
        n += len(d)
        c.sendall(b'ack %d\n' % n)
    c.close()


def mptcp_send(address, port):
    s = socket.socket(family(address), socket.SOCK_STREAM, MPTCP)
    s.connect((address, int(port)))
    for i in range(3):
        s.sendall(b'message %d over more than one path' % i)
        s.recv(100)
        time.sleep(0.4)
    s.shutdown(socket.SHUT_WR)
    s.recv(100)
    s.close()


def mptcp_abort(address, port):
    s = socket.socket(family(address), socket.SOCK_STREAM, MPTCP)
    s.connect((address, int(port)))
    s.sendall(b'abort')
    s.recv(100)
    time.sleep(0.3)
    s.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack('ii', 1, 0))
    s.close()


def pad(options, multiple=8):
    """fill the options area of an extension header (2 bytes are the header itself)"""
    rest = -(len(options) + 2) % multiple
    return options + (b'' if rest == 0 else b'\0' if rest == 1 else bytes([1, rest - 2]) + bytes(rest - 2))


def extension(options):
    body = pad(options)
    return bytes([0, (len(body) + 2) // 8 - 1]) + body


def srh(segments):
    """a segment routing header (RFC 8754) for IPV6_RTHDR: last segment first"""
    packed = b''.join(socket.inet_pton(socket.AF_INET6, x) for x in reversed(segments))
    return struct.pack('!BBBBBBH', 0, len(packed) // 8, 4, len(segments) - 1, len(segments) - 1, 0, 0) + packed


def udp_options(address, port, *what):
    """UDP over IPv6 with sticky extension headers (RFC 3542 socket options)

    hbh: hop-by-hop router alert; dst: destination options (PadN, experimental option 0x1e);
    rtdst: destination options before a routing header; srh: segment routing header to the destination itself;
    """
    s = socket.socket(socket.AF_INET6, socket.SOCK_DGRAM)
    s.bind(('', 40003))
    v6 = socket.IPPROTO_IPV6
    for w in what:
        if w == 'hbh':
            s.setsockopt(v6, socket.IPV6_HOPOPTS, extension(b'\x05\x02\x00\x00'))
        elif w == 'hbhbig':
            s.setsockopt(v6, socket.IPV6_HOPOPTS, extension(b'\x1e\x04\xde\xad\xbe\xef\x00\x3e\x0a0123456789'))
        elif w == 'dst':
            s.setsockopt(v6, socket.IPV6_DSTOPTS, extension(b'\x1e\x06option'))
        elif w == 'dstunknown':
            s.setsockopt(v6, socket.IPV6_DSTOPTS, extension(b'\x9e\x02??'))
        elif w == 'rtdst':
            s.setsockopt(v6, socket.IPV6_RTHDRDSTOPTS, extension(b'\x1e\x02rt'))
        elif w == 'srh':
            s.setsockopt(v6, socket.IPV6_RTHDR, srh([address]))
        else:
            raise SystemExit('unknown ' + w)
    for text in (b'first', b'second datagram'):
        try:
            s.sendto(text, (address, int(port)))
        except OSError as e:
            print(w, e, file=sys.stderr)
        time.sleep(0.1)


def raw_send(address, protocol, text=''):
    """a packet of any IP protocol; the operating system makes the IP header"""
    s = socket.socket(family(address), socket.SOCK_RAW, int(protocol))
    s.sendto(text.encode(), (address, 0))


def extended_echo(address, interface, index):
    """RFC 8335 extended echo requests: by interface name, by index, by address, and of an unknown name"""
    six = ':' in address
    kind = 160 if six else 42
    s = socket.socket(family(address), socket.SOCK_RAW, socket.IPPROTO_ICMPV6 if six else socket.IPPROTO_ICMP)

    def total(b):
        b += b'\0' * (len(b) & 1)
        t = sum(struct.unpack('!%dH' % (len(b) // 2), b))
        while t >> 16:
            t = (t & 0xffff) + (t >> 16)
        return ~t & 0xffff

    name = interface.encode()
    name += b'\0' * (-len(name) % 4)
    packed = socket.inet_pton(s.family, address)
    objects = [
        struct.pack('!HBB', 4 + len(name), 3, 1) + name,
        struct.pack('!HBBI', 8, 3, 2, int(index)),
        struct.pack('!HBBHBB', 8 + len(packed), 3, 3, 2 if six else 1, len(packed), 0) + packed,
        struct.pack('!HBB', 12, 3, 1) + b'nothing0',
    ]
    for i, o in enumerate(objects):
        ext = bytes([0x20, 0, 0, 0]) + o
        ext = ext[:2] + struct.pack('!H', total(ext)) + ext[4:]
        m = struct.pack('!BBHHBB', kind, 0, 0, 0x0123, i, 1) + ext
        if not six:
            m = m[:2] + struct.pack('!H', total(m)) + m[4:]
        s.sendto(m, (address, 0))
        time.sleep(0.1)


def join(group, interface, seconds):
    """be a member of a multicast group for a while"""
    index = socket.if_nametoindex(interface)
    s = socket.socket(family(group), socket.SOCK_DGRAM)
    if s.family == socket.AF_INET6:
        s.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_JOIN_GROUP, socket.inet_pton(socket.AF_INET6, group) + struct.pack('I', index))
    else:
        s.setsockopt(socket.IPPROTO_IP, socket.IP_ADD_MEMBERSHIP, socket.inet_aton(group) + struct.pack('=II', 0, index))
    time.sleep(float(seconds))
    s.close()
    time.sleep(0.3)


def join_source(group, source, interface, seconds):
    """be a member for one sender only (source filter)"""
    index = socket.if_nametoindex(interface)
    s = socket.socket(family(group), socket.SOCK_DGRAM)

    def address(a):
        if ':' in a:
            return struct.pack('=HHI', socket.AF_INET6, 0, 0).ljust(8, b'\0') + socket.inet_pton(socket.AF_INET6, a) + bytes(104)
        return struct.pack('=HH', socket.AF_INET, 0) + socket.inet_aton(a) + bytes(120)

    request = struct.pack('=II', index, 0) + address(group) + address(source)
    s.setsockopt(socket.IPPROTO_IPV6 if s.family == socket.AF_INET6 else socket.IPPROTO_IP, 46, request)
    time.sleep(float(seconds))
    s.close()
    time.sleep(0.3)


if __name__ == '__main__':
    globals()[sys.argv[1].replace('-', '_')](*sys.argv[2:])

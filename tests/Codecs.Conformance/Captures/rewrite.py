#!/usr/bin/env python3
"""Writes captures in forms that no recording program at hand writes, from the frames of another capture.

usage: rewrite.py null|loop little|big IN OUT    IN is an Ethernet capture: BSD loopback (DLT 0) or OpenBSD (DLT 108)
       rewrite.py family 4|6 IN OUT              IN is raw IP: the packets of one version, as link type 228 or 229
       rewrite.py raw-number N IN OUT            the same file with another link type number
       rewrite.py big IN OUT                     a big-endian pcap
       rewrite.py empty|ng-empty x OUT           no frames
       rewrite.py cut-header IN OUT              the file ends in the middle of a record header
       rewrite.py damaged-length IN OUT          the eighth record claims two thousand million bytes
       rewrite.py ng-big|ng-blocks|ng-sections IN OUT   pcapng: big-endian; every kind of block; two sections
       rewrite.py strip-host IN OUT              pcapng without the options that describe the recording machine
"""
import struct, sys

ORDER = {b'\xd4\xc3\xb2\xa1': ('<', 6), b'\xa1\xb2\xc3\xd4': ('>', 6), b'\x4d\x3c\xb2\xa1': ('<', 9), b'\xa1\xb2\x3c\x4d': ('>', 9)}


def read(path):
    """(link type, decimals, snap length, [(seconds, fraction, original length, bytes)])"""
    b = open(path, 'rb').read()
    e, decimals = ORDER[b[:4]]
    snap, link = struct.unpack(e + 'II', b[16:24])
    o, out = 24, []
    while o + 16 <= len(b):
        s, f, n, full = struct.unpack(e + 'IIII', b[o:o + 16])
        out.append((s, f, full, b[o + 16:o + 16 + n]))
        o += 16 + n
    return link, decimals, snap, out


def write(path, e, link, decimals, snap, records):
    with open(path, 'wb') as f:
        f.write(struct.pack(e + 'IHHiIII', 0xa1b2c3d4 if decimals == 6 else 0xa1b23c4d, 2, 4, 0, 0, snap, link))
        for s, x, full, data in records:
            f.write(struct.pack(e + 'IIII', s, x, len(data), full) + data)


def loopback(kind, order, source, target):
    e = '<' if order == 'little' else '>'
    _, d, snap, records = read(source)
    six = [30, 24, 28]                      # macOS, NetBSD and OpenBSD, FreeBSD
    out, n = [], 0
    for s, f, full, data in records:
        v6 = data[12:14] == b'\x86\xdd'
        number = six[n % 3] if v6 else 2
        n += v6
        out.append((s, f, full - 10, struct.pack('>I' if kind == 'loop' else e + 'I', number) + data[14:]))
    write(target, e, 108 if kind == 'loop' else 0, d, snap, out)


def family(version, source, target):
    _, d, snap, records = read(source)
    write(target, '<', 228 if version == '4' else 229, d, snap, [r for r in records if r[3][0] >> 4 == int(version)])


def raw_number(number, source, target):
    _, d, snap, records = read(source)
    write(target, '<', int(number), d, snap, records)


def big(source, target):
    link, d, snap, records = read(source)
    write(target, '>', link, d, snap, records)


def empty(_, target):
    write(target, '<', 1, 6, 262144, [])


def cut_header(source, target):
    link, d, snap, records = read(source)
    b = open(source, 'rb').read()
    n = 24 + sum(16 + len(r[3]) for r in records[:5])
    open(target, 'wb').write(b[:n + 7])


def damaged_length(source, target):
    link, d, snap, records = read(source)
    b = bytearray(open(source, 'rb').read())
    n = 24 + sum(16 + len(r[3]) for r in records[:7])
    b[n + 8:n + 12] = struct.pack('<I', 2000000000)
    open(target, 'wb').write(b)


# ------------------------------------------------------------------------------------------------ pcapng
def pad(b): return b + bytes(-len(b) % 4)
def block(e, kind, body): return struct.pack(e + 'II', kind, 12 + len(pad(body))) + pad(body) + struct.pack(e + 'I', 12 + len(pad(body)))
def option(e, code, data): return struct.pack(e + 'HH', code, len(data)) + pad(data)
def end(e): return struct.pack(e + 'HH', 0, 0)
def section(e, options=b'', length=-1): return block(e, 0x0a0d0d0a, struct.pack(e + 'IHHq', 0x1a2b3c4d, 1, 0, length) + options)
def interface(e, link, snap, options=b''): return block(e, 1, struct.pack(e + 'HHI', link, 0, snap) + options)


def packet(e, number, ticks, full, data, options=b''):
    return block(e, 6, struct.pack(e + 'IIIII', number, ticks >> 32, ticks & 0xffffffff, len(data), full) + pad(data) + options)


def ng_big(source, target):
    link, _, snap, records = read(source)
    e = '>'
    out = section(e, option(e, 4, b'rewrite.py') + end(e))
    out += interface(e, link, snap, option(e, 2, b'eth0') + option(e, 9, b'\x06') + end(e))
    for s, f, full, data in records:
        out += packet(e, 0, s * 1000000 + f, full, data)
    open(target, 'wb').write(out)


def ng_blocks(source, target):
    link, _, snap, records = read(source)
    e = '<'
    us = lambda r: r[0] * 1000000 + r[1]
    out = section(e, option(e, 1, b'every kind of block') + option(e, 2, b'no machine') + option(e, 3, b'no system') + option(e, 4, b'rewrite.py') + end(e))
    out += interface(e, link, 0, option(e, 2, b'tun0') + option(e, 3, b'first interface') + option(e, 9, b'\x06') + option(e, 11, b'\0ip or ip6') + end(e))
    out += interface(e, link, 64, option(e, 2, b'tun1') + option(e, 9, bytes([0x80 | 20])) + end(e))                              # 1/2^20 s
    out += interface(e, link, 0, option(e, 9, b'\x03') + option(e, 14, struct.pack(e + 'q', records[0][0] - 1000)) + end(e))     # ms, with an offset
    names = struct.pack(e + 'HH', 1, 4 + 15) + pad(bytes([198, 51, 100, 2]) + b'b.example.com\0') \
        + struct.pack(e + 'HH', 2, 16 + 15) + pad(bytes.fromhex('20010db8010000000000000000000002') + b'b6.example.com\0') + end(e)
    names = struct.pack(e + 'HH', 1, 4 + 14) + pad(bytes([198, 51, 100, 2]) + b'b.example.com\0') + names[names.index(struct.pack(e + 'HH', 2, 31)):]
    out += block(e, 4, names)
    for i, r in enumerate(records):
        k = i % 5
        if k == 0:
            out += packet(e, 0, us(r), r[2], r[3], option(e, 1, b'frame %d' % i) + option(e, 2, struct.pack(e + 'I', 1)) + end(e))
        elif k == 1:
            out += packet(e, 1, (us(r) << 20) // 1000000, r[2], r[3][:64], option(e, 4, struct.pack(e + 'Q', 3)) + end(e))
        elif k == 2:
            out += packet(e, 2, (us(r) // 1000) - (records[0][0] - 1000) * 1000, r[2], r[3])
        elif k == 3:
            out += block(e, 3, struct.pack(e + 'I', len(r[3])) + r[3])                                                              # simple packet
        else:
            out += block(e, 2, struct.pack(e + 'HHIIII', 0, 7, us(r) >> 32, us(r) & 0xffffffff, len(r[3]), r[2]) + pad(r[3]))         # obsolete packet
    t = us(records[-1])
    out += block(e, 5, struct.pack(e + 'III', 0, t >> 32, t & 0xffffffff) + option(e, 4, struct.pack(e + 'Q', len(records))) + option(e, 5, struct.pack(e + 'Q', 0)) + end(e))
    out += block(e, 0x0000beef, b'unknown kind of block')
    open(target, 'wb').write(out)


def ng_sections(source, target):
    link, _, snap, records = read(source)
    out = b''
    for e, part in (('<', records[:5]), ('>', records[5:10])):
        body = interface(e, link, snap)
        for s, f, full, data in part:
            body += packet(e, 0, s * 1000000 + f, full, data)
        out += section(e, b'', len(body)) + body
    open(target, 'wb').write(out)


def ng_empty(_, target):
    e = '<'
    open(target, 'wb').write(section(e) + interface(e, 1, 262144))


def strip_host(source, target):
    b, o, out = open(source, 'rb').read(), 0, b''
    e = '<'
    fixed = {0x0a0d0d0a: 16, 1: 8}
    while o < len(b):
        kind, n = struct.unpack(e + 'II', b[o:o + 8])
        body = b[o + 8:o + n - 4]
        if kind in fixed:
            keep, p = body[:fixed[kind]], fixed[kind]
            while p + 4 <= len(body):
                code, length = struct.unpack(e + 'HH', body[p:p + 4])
                data = body[p + 4:p + 4 + length]
                p += 4 + length + (-length % 4)
                if code == 0:
                    break
                if (kind == 1 and code == 12) or (kind != 1 and code in (2, 3, 4)):
                    continue
                keep += option(e, code, data)
            body = keep + (end(e) if len(keep) > fixed[kind] else b'')
        out += block(e, kind, body)
        o += n
    open(target, 'wb').write(out)


if __name__ == '__main__':
    name, rest = sys.argv[1], sys.argv[2:]
    if name in ('null', 'loop'):
        loopback(name, *rest)
    else:
        globals()[name.replace('-', '_')](*rest)

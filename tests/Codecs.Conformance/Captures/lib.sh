# Helpers for record.sh: small networks out of network namespaces, and captures on them.
# Every address is one of the documentation ranges (RFC 5737, RFC 3849) or link-local; every MAC is locally administered.

PYTHON=${PYTHON:-/usr/bin/python3}
HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
OUT=${OUT:-$HERE}
WORK=$(mktemp -d); chmod 755 "$WORK"
NS="a b c r1 r2 sw"
BACKGROUND=()

say() { printf '%s\n' "$*" >&2; }

# in NAMESPACE COMMAND...
in_() { local n=$1; shift; ip netns exec "cx-$n" "$@"; }

# bg NAMESPACE COMMAND...: run in the background until `down`
bg() {
    local n=$1; shift
    ip netns exec "cx-$n" "$@" >>"$WORK/background.log" 2>&1 &
    BACKGROUND+=($!)
}

kill_background() {
    local p
    for p in "${BACKGROUND[@]}"; do kill "$p" 2>/dev/null || true; done
    for p in "${BACKGROUND[@]}"; do wait "$p" 2>/dev/null || true; done
    BACKGROUND=()
}

down() {
    local n p
    kill_background
    for n in $NS; do
        if ip netns list | grep -qw "cx-$n"; then
            for p in $(ip netns pids "cx-$n"); do kill "$p" 2>/dev/null || true; done
            ip netns del "cx-$n"
        fi
    done
}

# space NAMESPACE: a fresh namespace that makes no noise of its own
space() {
    ip netns add "cx-$1"
    in_ "$1" sysctl -qw \
        net.ipv6.conf.default.accept_dad=0 net.ipv6.conf.default.router_solicitations=0 \
        net.ipv6.conf.default.accept_ra=0 net.ipv6.conf.default.autoconf=0 \
        net.ipv6.conf.default.mldv2_unsolicited_report_interval=100 \
        net.ipv4.icmp_ratelimit=0 net.ipv6.icmp.ratelimit=0 \
        net.ipv4.conf.all.rp_filter=0 net.ipv4.conf.default.rp_filter=0
    ip -n "cx-$1" link set lo up
}

# cable NS1 IF1 MAC1 NS2 IF2 MAC2: a virtual Ethernet cable with checksum and segmentation offload off
cable() {
    ip -n "cx-$1" link add "$2" address "$3" type veth peer name "$5" address "$6" netns "cx-$4"
    in_ "$1" ethtool -K "$2" tx off rx off tso off gso off gro off >/dev/null 2>&1 || true
    in_ "$4" ethtool -K "$5" tx off rx off tso off gso off gro off >/dev/null 2>&1 || true
    ip -n "cx-$1" link set "$2" up
    ip -n "cx-$4" link set "$5" up
}

addr() { local n=$1 d=$2 x; shift 2; for x in "$@"; do
    case $x in *:*) ip -n "cx-$n" addr add "$x" dev "$d" nodad ;; *) ip -n "cx-$n" addr add "$x" dev "$d" ;; esac; done; }
route() { local n=$1; shift; ip -n "cx-$n" route add "$@"; }
route6() { local n=$1; shift; ip -n "cx-$n" -6 route add "$@"; }

# two hosts on one cable
lan() {
    down; space a; space b
    cable a eth0 02:00:00:00:00:0a b eth0 02:00:00:00:00:0b
    addr a eth0 192.0.2.1/24 2001:db8::1/64
    addr b eth0 192.0.2.2/24 2001:db8::2/64
    sleep 1
}

# a -- r1 -- r2 -- b
routed() {
    down; space a; space r1; space r2; space b
    in_ r1 sysctl -qw net.ipv4.ip_forward=1 net.ipv6.conf.all.forwarding=1
    in_ r2 sysctl -qw net.ipv4.ip_forward=1 net.ipv6.conf.all.forwarding=1
    cable a eth0 02:00:00:00:00:0a r1 eth0 02:00:00:00:01:01
    cable r1 eth1 02:00:00:00:01:02 r2 eth0 02:00:00:00:02:01
    cable r2 eth1 02:00:00:00:02:02 b eth0 02:00:00:00:00:0b
    addr a eth0 192.0.2.1/24 2001:db8:1::1/64
    addr r1 eth0 192.0.2.254/24 2001:db8:1::fe/64
    addr r1 eth1 198.51.100.1/24 2001:db8:12::1/64
    addr r2 eth0 198.51.100.2/24 2001:db8:12::2/64
    addr r2 eth1 203.0.113.254/24 2001:db8:2::fe/64
    addr b eth0 203.0.113.1/24 2001:db8:2::1/64
    route a default via 192.0.2.254;       route6 a default via 2001:db8:1::fe
    route b default via 203.0.113.254;     route6 b default via 2001:db8:2::fe
    route r1 203.0.113.0/25 via 198.51.100.2; route6 r1 2001:db8:2::/64 via 2001:db8:12::2
    route r2 192.0.2.0/24 via 198.51.100.1;   route6 r2 2001:db8:1::/64 via 2001:db8:12::1
    sleep 1
}

# a, r1 and r2 on one bridge; b behind r2; a thinks that r1 is the way to b
shared() {
    down; space a; space r1; space r2; space b; space sw
    in_ r1 sysctl -qw net.ipv4.ip_forward=1 net.ipv6.conf.all.forwarding=1 net.ipv4.conf.default.send_redirects=1
    in_ r2 sysctl -qw net.ipv4.ip_forward=1 net.ipv6.conf.all.forwarding=1
    ip -n cx-sw link add br0 type bridge mcast_snooping 0
    ip -n cx-sw link set br0 up
    cable a eth0 02:00:00:00:00:0a sw pa 02:00:00:00:05:01
    cable r1 eth0 02:00:00:00:01:01 sw p1 02:00:00:00:05:02
    cable r2 eth0 02:00:00:00:02:01 sw p2 02:00:00:00:05:03
    local p; for p in pa p1 p2; do ip -n cx-sw link set $p master br0; done
    cable r2 eth1 02:00:00:00:02:02 b eth0 02:00:00:00:00:0b
    addr a eth0 192.0.2.1/24 2001:db8:1::1/64
    addr r1 eth0 192.0.2.254/24 2001:db8:1::fe/64
    addr r2 eth0 192.0.2.253/24 2001:db8:1::fd/64
    addr r2 eth1 203.0.113.254/24 2001:db8:2::fe/64
    addr b eth0 203.0.113.1/24 2001:db8:2::1/64
    route a default via 192.0.2.254;       route6 a default via fe80::ff:fe00:101 dev eth0
    route r1 203.0.113.0/24 via 192.0.2.253;  route6 r1 2001:db8:2::/64 via fe80::ff:fe00:201 dev eth0
    route b default via 203.0.113.254;     route6 b default via 2001:db8:2::fe
    sleep 1
}

# forget the neighbours, so that the next capture begins with ARP or neighbour solicitation
fresh() { local n; for n in $NS; do ip netns list | grep -qw "cx-$n" && ip -n "cx-$n" neigh flush all 2>/dev/null; done; true; }

# cap FILE NAMESPACE INTERFACE [tcpdump arguments]: start recording;  end: stop
cap() {
    CAPTURE=$1; local n=$2 i=$3; shift 3
    mkdir -p "$OUT/$(dirname "$CAPTURE")"
    : >"$WORK/tcpdump.log"
    ip netns exec "cx-$n" tcpdump -Z root -n -U --immediate-mode -i "$i" -w "$OUT/$CAPTURE" "$@" 2>"$WORK/tcpdump.log" &
    CAP_PID=$!
    local t=0
    until grep -q 'listening on' "$WORK/tcpdump.log"; do
        sleep 0.1; t=$((t + 1))
        if [ $t -gt 50 ]; then say "tcpdump did not start for $CAPTURE: $(cat "$WORK/tcpdump.log")"; break; fi
    done
}

end() {
    sleep "${1:-0.4}"
    kill -INT "$CAP_PID"; wait "$CAP_PID" 2>/dev/null || true
    say "$(printf '%-48s %s' "$CAPTURE" "$(grep 'packets captured' "$WORK/tcpdump.log")")"
}

py() { local n=$1; shift; in_ "$n" "$PYTHON" "$@"; }
trap 'down; rm -rf "$WORK"' EXIT

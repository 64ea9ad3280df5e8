#!/bin/bash
# Records the captures of this folder. Needs root, a Linux with network namespaces, and the programs named in README.md.
# No packet leaves the machine: everything runs between namespaces that are removed at the end.
#
# usage: record.sh [GROUP...]        default: all groups, in the order below
#        OUT=DIRECTORY record.sh     record somewhere else
set -u
. "$(dirname "$0")/lib.sh"
S="$HERE/sockets.py"
W="$HERE/wire.py"
F="$HERE/frames.py"
R="$HERE/rewrite.py"

# ---------------------------------------------------------------- ICMP
icmp() {
    lan
    cap icmp/ping.pcap a eth0
    in_ a ping -c 3 -i 0.2 192.0.2.2 >/dev/null
    in_ a ping -c 2 -i 0.2 -s 0 192.0.2.2 >/dev/null
    in_ a ping -c 2 -i 0.2 -s 1 -t 1 -Q 0xb8 -p ff 192.0.2.2 >/dev/null
    end
    cap icmp/ping-df-and-big.pcap a eth0
    in_ a ping -c 2 -i 0.2 -M do -s 1472 192.0.2.2 >/dev/null
    in_ a ping -c 1 -M do -s 1473 -W 0.3 192.0.2.2 >/dev/null 2>&1
    in_ a ping -c 1 -M dont -s 1000 192.0.2.2 >/dev/null
    end
    cap icmp/ping-broadcast-multicast.pcap a eth0 icmp
    in_ b sysctl -qw net.ipv4.icmp_echo_ignore_broadcasts=0
    in_ a ping -b -c 2 -i 0.2 192.0.2.255 >/dev/null 2>&1
    in_ a ping -c 2 -i 0.2 -I eth0 224.0.0.1 >/dev/null 2>&1
    end
    cap icmp/timestamp.pcap a eth0 icmp
    in_ a hping3 -q --icmp --icmp-ts -c 2 192.0.2.2 >/dev/null 2>&1
    in_ a nping --icmp --icmp-type timestamp -c 2 --delay 100ms 192.0.2.2 >/dev/null 2>&1
    end
    bg b "$PYTHON" "$F" answer-masks eth0
    sleep 1.5
    cap icmp/address-mask.pcap a eth0 icmp
    in_ a hping3 -q --icmp --icmp-addr -c 2 192.0.2.2 >/dev/null 2>&1
    in_ a nping --icmp --icmp-type mask --delay 100ms -c 1 192.0.2.2 >/dev/null 2>&1
    end
    kill_background
    cap icmp/router-discovery.pcap a eth0 icmp
    in_ a nping --icmp --icmp-type router-solicitation -c 1 --dest-ip 192.0.2.2 >/dev/null 2>&1
    in_ b nping --icmp --icmp-type router-advertisement --icmp-advert-lifetime 1800 --icmp-advert-entry 192.0.2.2,0 \
        --icmp-advert-entry 192.0.2.3,100 -c 1 192.0.2.1 >/dev/null 2>&1
    in_ b nping --icmp --icmp-type router-advertisement --icmp-advert-lifetime 0 --icmp-advert-entry 192.0.2.2,1 -c 1 192.0.2.1 >/dev/null 2>&1
    end
    cap icmp/old-types.pcap a eth0 icmp
    local quoted=4500001c000100004011f6ccc0000202c00002019c4000090008df90   # a small UDP packet
    for t in source-quench information info-rep traceroute; do
        in_ a nping --icmp --icmp-type $t -c 1 --data $quoted 192.0.2.2 >/dev/null 2>&1
    done
    in_ a nping --icmp --icmp-type redirect --icmp-code host --icmp-redirect-addr 192.0.2.254 -c 1 --data $quoted 192.0.2.2 >/dev/null 2>&1
    in_ a nping --icmp --icmp-type parameter-problem --icmp-param-pointer 20 -c 1 --data $quoted 192.0.2.2 >/dev/null 2>&1
    in_ a nping --icmp --icmp-type 200 --icmp-code 7 -c 1 --data-length 5 192.0.2.2 >/dev/null 2>&1
    end
    in_ b sysctl -qw net.ipv4.icmp_echo_enable_probe=1
    cap icmp/extended-echo.pcap a eth0 icmp
    py a "$S" extended-echo 192.0.2.2 eth0 "$(in_ b cat /sys/class/net/eth0/ifindex)"
    end

    cap icmp/port-unreachable.pcap a eth0 "icmp or udp"
    in_ a dig +tries=1 +timeout=1 @192.0.2.2 example.com >/dev/null
    in_ a nping --udp -p 9 -c 1 --data-length 600 192.0.2.2 >/dev/null 2>&1
    end
    cap icmp/protocol-unreachable.pcap a eth0 ip
    py a "$S" raw-send 192.0.2.2 253 "no such protocol"
    py a "$S" raw-send 192.0.2.2 132 "neither this"
    end

    routed
    cap icmp/net-and-host-unreachable.pcap a eth0 "icmp or arp"
    ip -n cx-r1 route add unreachable 203.0.113.64/28
    ip -n cx-r1 route add prohibit 203.0.113.80/28
    in_ a ping -c 1 -W 1 203.0.113.65 >/dev/null          # host unreachable (route)
    in_ a ping -c 1 -W 1 203.0.113.81 >/dev/null          # filtered (prohibit route)
    in_ a ping -c 1 -W 1 203.0.113.200 >/dev/null 2>&1    # net unreachable: r1 has no route
    in_ a ping -c 1 -W 5 203.0.113.77 >/dev/null          # host unreachable: r1's unreachable route again
    in_ a ping -c 1 -W 5 203.0.113.99 >/dev/null          # host unreachable: r2 gets no ARP answer
    end
    in_ b nft -f - <<'X'
table ip f { chain i { type filter hook input priority 0;
 udp dport 1001 reject with icmp type net-prohibited
 udp dport 1002 reject with icmp type host-prohibited
 udp dport 1003 reject with icmp type admin-prohibited
 udp dport 1004 reject with icmp type prot-unreachable
 udp dport 1005 reject with icmp type net-unreachable
 tcp dport 1006 reject with icmp type port-unreachable
 }
}
X
    cap icmp/rejected-by-a-firewall.pcap a eth0 "icmp or udp or tcp"
    for p in 1001 1002 1003 1004 1005; do echo hello | in_ a nc -u -w 1 203.0.113.1 $p >/dev/null 2>&1; done
    in_ a nc -w 1 203.0.113.1 1006 </dev/null >/dev/null 2>&1
    end
    cap icmp/time-exceeded-traceroute.pcap a eth0 "icmp or udp or tcp"
    in_ a traceroute -n -q 1 -w 1 -N 1 203.0.113.1 >/dev/null
    in_ a traceroute -n -q 1 -w 1 -N 1 -I 203.0.113.1 >/dev/null
    in_ a traceroute -n -q 1 -w 1 -N 1 -T -p 80 203.0.113.1 >/dev/null
    end
    ip -n cx-r1 link set eth1 mtu 1200; ip -n cx-r2 link set eth0 mtu 1200
    cap icmp/fragmentation-needed.pcap a eth0 "icmp or udp"
    in_ a ping -c 2 -i 0.3 -W 1 -M do -s 1300 203.0.113.1 >/dev/null 2>&1
    in_ a tracepath -n 203.0.113.1 >/dev/null
    end
    ip -n cx-r1 link set eth1 mtu 1500; ip -n cx-r2 link set eth0 mtu 1500
    in_ b sysctl -qw net.ipv4.ipfrag_time=1
    cap icmp/reassembly-time-exceeded.pcap a eth0 ip
    py a "$F" lone-fragment eth0 02:00:00:00:01:01 192.0.2.1 203.0.113.1
    sleep 3
    end
    cap icmp/parameter-problem.pcap a eth0 ip
    py a "$F" bad-option eth0 02:00:00:00:01:01 192.0.2.1 203.0.113.1
    end

    lan
    bg b "$PYTHON" "$F" mpls-router eth0 02:00:00:00:00:0b
    sleep 1.5
    route a 203.0.113.0/24 via 192.0.2.2
    cap icmp/extensions-mpls.pcap a eth0 "icmp or udp"
    in_ a traceroute -n -e -q 1 -w 1 -N 1 -m 3 203.0.113.1 >/dev/null
    end
    kill_background
    cap icmp/extensions-interface-information.pcap a eth0 icmp
    py b "$F" interface-information eth0 02:00:00:00:00:0a 192.0.2.2 192.0.2.1
    end

    shared
    cap icmp/redirect.pcap a eth0 "icmp or arp"
    in_ a ping -c 3 -i 0.3 203.0.113.1 >/dev/null
    end
}

# ---------------------------------------------------------------- ARP
arp() {
    lan; ip -n cx-a -6 addr flush dev eth0; ip -n cx-b -6 addr flush dev eth0
    cap arp/arping.pcap a eth0 arp
    in_ a arping -q -c 3 -i eth0 -I eth0 192.0.2.2 >/dev/null 2>&1 || in_ a arping -q -c 3 -I eth0 192.0.2.2 >/dev/null
    end
    cap arp/unanswered-then-ping.pcap a eth0 "arp or icmp"
    in_ a ping -c 1 -W 1 192.0.2.77 >/dev/null
    fresh
    in_ a ping -c 1 -W 1 192.0.2.2 >/dev/null
    sleep 6
    end
    cap arp/gratuitous.pcap a eth0 arp
    in_ a arping -q -c 2 -U -I eth0 192.0.2.1 >/dev/null
    in_ a arping -q -c 2 -A -I eth0 192.0.2.1 >/dev/null
    in_ b sysctl -qw net.ipv4.conf.eth0.arp_notify=1
    ip -n cx-b link set eth0 address 02:00:00:00:00:bb
    ip -n cx-b link set eth0 down; ip -n cx-b link set eth0 up
    sleep 1
    end
    cap arp/duplicate-address-detection.pcap a eth0 arp
    in_ a arping -q -D -c 2 -w 3 -I eth0 192.0.2.2 >/dev/null      # taken: the first answer ends it
    in_ a arping -q -D -c 2 -w 3 -I eth0 192.0.2.50 >/dev/null     # free
    end
    cap arp/proxy.pcap a eth0 "arp or icmp"
    in_ b sysctl -qw net.ipv4.conf.eth0.proxy_arp=1 net.ipv4.ip_forward=1
    ip -n cx-b addr add 203.0.113.1/32 dev lo
    ip -n cx-b link add vx type veth peer name vy
    ip -n cx-b link set vx up; ip -n cx-b link set vy up
    ip -n cx-b route add 198.51.100.0/24 dev vx
    ip -n cx-a route add 198.51.100.0/24 dev eth0
    ip -n cx-a route add 203.0.113.1/32 dev eth0
    in_ a ping -c 1 -W 2 203.0.113.1 >/dev/null
    in_ a ping -c 1 -W 2 198.51.100.9 >/dev/null
    end
    cap arp/rarp.pcap a eth0
    in_ a nping --arp --arp-type RARP --arp-sender-mac 02:00:00:00:00:0a --arp-target-mac 02:00:00:00:00:0a \
        --arp-sender-ip 0.0.0.0 --arp-target-ip 0.0.0.0 -c 1 192.0.2.2 >/dev/null 2>&1
    in_ b nping --arp --arp-type RARP-reply --arp-sender-mac 02:00:00:00:00:bb --arp-target-mac 02:00:00:00:00:0a \
        --arp-sender-ip 192.0.2.2 --arp-target-ip 192.0.2.1 -c 1 192.0.2.1 >/dev/null 2>&1
    in_ a nping --arp --arp-type InARP -c 1 192.0.2.2 >/dev/null 2>&1
    end
    cap arp/other-address-types.pcap a eth0
    py a "$F" odd-arp eth0
    end
}

# ---------------------------------------------------------------- TCP
web() {         # a small web server in namespace $1
    mkdir -p "$WORK/www"
    for i in $(seq 1 ${2:-40}); do echo "Line $i of a small text that is served for a capture."; done >"$WORK/www/page.txt"
    bg "$1" "$PYTHON" -m http.server 8080 --bind "${3:-::}" --directory "$WORK/www"
    sleep 1
}
tcp() {
    lan; web b
    fresh; cap tcp/curl-ipv4.pcap a eth0 "arp or tcp"
    in_ a curl -s http://192.0.2.2:8080/page.txt >/dev/null
    end
    cap tcp/curl-ipv6.pcap a eth0
    in_ a curl -s 'http://[2001:db8::2]:8080/page.txt' >/dev/null
    end
    cap tcp/refused.pcap a eth0 tcp
    in_ a curl -s http://192.0.2.2:81/ >/dev/null
    in_ a curl -s 'http://[2001:db8::2]:81/' >/dev/null
    end
    cap tcp/scan-flags.pcap a eth0 tcp
    in_ a nping --tcp -p 8080,82 --flags syn -c 1 --delay 50ms 192.0.2.2 >/dev/null 2>&1
    in_ a nping --tcp -p 82 --flags ack --ack 1234 -c 1 192.0.2.2 >/dev/null 2>&1
    in_ a nping --tcp -p 82 --flags fin,psh,urg -c 1 192.0.2.2 >/dev/null 2>&1
    in_ a nping --tcp -p 82 --flags cwr,ecn,urg,ack,psh,rst,syn,fin -c 1 192.0.2.2 >/dev/null 2>&1
    in_ a nping --tcp -p 82 --badsum -c 1 192.0.2.2 >/dev/null 2>&1
    in_ a hping3 -q -c 1 -S -p 82 --tcp-timestamp 192.0.2.2 >/dev/null 2>&1
    in_ a hping3 -q -c 1 -S -p 82 --tcpoff 7 192.0.2.2 >/dev/null 2>&1
    in_ a hping3 -q -c 1 -XYA -p 82 192.0.2.2 >/dev/null 2>&1
    end
    in_ a sysctl -qw net.ipv4.tcp_timestamps=0 net.ipv4.tcp_sack=0 net.ipv4.tcp_window_scaling=0
    cap tcp/no-options.pcap a eth0 tcp
    in_ a curl -s http://192.0.2.2:8080/page.txt >/dev/null
    end
    in_ a sysctl -qw net.ipv4.tcp_timestamps=1 net.ipv4.tcp_sack=1 net.ipv4.tcp_window_scaling=1

    bg b "$PYTHON" "$S" tcp-sink 192.0.2.2 7001; sleep 0.5
    cap tcp/urgent.pcap a eth0 tcp
    py a "$S" tcp-urgent 192.0.2.2 7001
    end
    bg b "$PYTHON" "$S" tcp-sink 192.0.2.2 7002; sleep 0.5
    cap tcp/abort.pcap a eth0 tcp
    py a "$S" tcp-abort 192.0.2.2 7002
    end
    bg b "$PYTHON" "$S" tcp-sink 192.0.2.2 7003 8; sleep 0.5
    cap tcp/keepalive.pcap a eth0 tcp
    py a "$S" tcp-keepalive 192.0.2.2 7003
    end
    bg b "$PYTHON" "$S" tcp-small-window 192.0.2.2 7004; sleep 0.5
    cap tcp/zero-window.pcap a eth0 tcp
    py a "$S" tcp-bulk 192.0.2.2 7004 9000
    end 0.6
    cap tcp/simultaneous-open.pcap a eth0 tcp
    for i in 1 2; do
        in_ b "$PYTHON" "$S" tcp-simultaneous 192.0.2.2 192.0.2.1 710$i & local p=$!
        py a "$S" tcp-simultaneous 192.0.2.1 192.0.2.2 710$i; wait $p
    done
    end
    bg b "$PYTHON" "$S" tcp-md5-sink 192.0.2.2 7005 192.0.2.1; sleep 0.5
    cap tcp/md5-signature.pcap a eth0 tcp
    py a "$S" tcp-md5-send 192.0.2.2 7005
    end

    in_ a sysctl -qw net.ipv4.tcp_fastopen=3; in_ b sysctl -qw net.ipv4.tcp_fastopen=0x403
    kill_background; web b
    cap tcp/fast-open.pcap a eth0 tcp
    in_ a curl -s --tcp-fastopen http://192.0.2.2:8080/ >/dev/null
    in_ a curl -s --tcp-fastopen http://192.0.2.2:8080/ >/dev/null
    end
    in_ a sysctl -qw net.ipv4.tcp_fastopen=1; in_ b sysctl -qw net.ipv4.tcp_fastopen=1

    ip -n cx-a addr add 192.0.2.11/24 dev eth0
    in_ a ip mptcp limits set subflow 2 add_addr_accepted 2; in_ b ip mptcp limits set subflow 2 add_addr_accepted 2
    bg b "$PYTHON" "$S" mptcp-sink 192.0.2.2 7006 6; sleep 0.5
    cap tcp/mptcp.pcap a eth0 tcp
    py a "$S" mptcp-send 192.0.2.2 7006
    end
    in_ a ip mptcp endpoint add 192.0.2.11 dev eth0 subflow
    ip -n cx-b addr add 192.0.2.22/24 dev eth0
    in_ b ip mptcp endpoint add 192.0.2.22 dev eth0 signal
    bg b "$PYTHON" "$S" mptcp-sink :: 7007 6; sleep 0.5
    cap tcp/mptcp-join.pcap a eth0 tcp
    py a "$S" mptcp-send 192.0.2.2 7007
    end
    in_ a sysctl -qw net.mptcp.checksum_enabled=1; in_ b sysctl -qw net.mptcp.checksum_enabled=1
    bg b "$PYTHON" "$S" mptcp-sink 2001:db8::2 7008 6; sleep 0.5
    cap tcp/mptcp-abort-ipv6.pcap a eth0 "ip6 proto 6 or icmp6"
    py a "$S" mptcp-abort 2001:db8::2 7008
    end

    bg b "$PYTHON" "$S" tcp-sink 192.0.2.2 7009; sleep 0.5
    cap tcp/user-timeout-and-odd-options.pcap a eth0 tcp
    py a "$F" tcp-options eth0 02:00:00:00:00:0b 192.0.2.1 192.0.2.2 7009
    end

    # loss at the receiver: every seventh packet; the segments are made small so that the capture stays small
    lan
    ip -n cx-a route change 192.0.2.0/24 dev eth0 advmss 300
    web b 130 192.0.2.2
    in_ a nft -f - <<'X'
table netdev f { chain i { type filter hook ingress device eth0 priority 0;
 tcp sport 8080 ip length > 200 numgen inc mod 7 == 4 drop
 }
}
X
    cap tcp/loss-and-sack.pcap b eth0 tcp
    in_ a curl -s http://192.0.2.2:8080/page.txt >/dev/null
    end

    routed; ip -n cx-a route change default via 192.0.2.254 advmss 300; web b 120 203.0.113.1
    in_ a sysctl -qw net.ipv4.tcp_ecn=1; in_ b sysctl -qw net.ipv4.tcp_ecn=1
    in_ r1 nft -f - <<'X'
table ip f { chain i { type filter hook forward priority 0;
 tcp sport 8080 ip ecn ect0 ip length > 200 numgen inc mod 6 == 3 ip ecn set ce
 }
}
X
    cap tcp/ecn-with-ce-marks.pcap a eth0 tcp
    in_ a curl -s http://203.0.113.1:8080/page.txt >/dev/null
    end
    ip -n cx-r1 link set eth1 mtu 500
    cap tcp/path-mtu.pcap b eth0 "tcp or icmp"
    ip -n cx-a route change default via 192.0.2.254
    in_ a curl -s http://203.0.113.1:8080/page.txt >/dev/null
    end

    # offload on: the sender's own copy has no finished checksum, and segments are longer than the link allows
    lan; for n in a b; do in_ $n ethtool -K eth0 tx on rx on tso on gso on gro on >/dev/null 2>&1; done
    web b 120
    cap tcp/offload-on.pcap b eth0 tcp
    in_ a curl -s http://192.0.2.2:8080/page.txt >/dev/null
    in_ a curl -s 'http://[2001:db8::2]:8080/page.txt' >/dev/null
    end
}

# ---------------------------------------------------------------- UDP
udp() {
    lan
    bg b "$PYTHON" "$S" udp-sink 192.0.2.2 5001 20; bg b "$PYTHON" "$S" udp-sink 2001:db8::2 5001 20; sleep 0.5
    cap udp/plain.pcap a eth0 udp
    py a "$S" udp-send 192.0.2.2 5001 0 1 2 17 512
    py a "$S" udp-send 2001:db8::2 5001 0 1 2 17 512
    end
    cap udp/zero-checksum-ipv4.pcap a eth0 udp
    py a "$S" udp-no-checksum 192.0.2.2 5001
    end
    cap udp/zero-checksum-ipv6.pcap a eth0 "udp or icmp6"
    py a "$S" udp-no-checksum 2001:db8::2 5001
    end
    bg b "$PYTHON" "$S" udplite-sink 192.0.2.2 5002 8; bg b "$PYTHON" "$S" udplite-sink 2001:db8::2 5002 8; sleep 0.5
    cap udp/udplite-ipv4.pcap a eth0 "ip proto 136 or icmp"
    py a "$S" udplite-send 192.0.2.2 5002
    end
    cap udp/udplite-ipv6.pcap a eth0 "ip6 proto 136 or icmp6"
    py a "$S" udplite-send 2001:db8::2 5002
    end
    cap udp/damaged-lengths.pcap a eth0 "udp or icmp or icmp6 or ip proto 136"
    py a "$F" udp-lengths eth0
    end
    for n in a b; do in_ $n ethtool -K eth0 tx on rx on >/dev/null 2>&1; done
    cap udp/checksum-offload-on.pcap b eth0 udp
    py a "$S" udp-send 192.0.2.2 5001 10 99
    py a "$S" udp-send 2001:db8::2 5001 10 99
    end
    for n in a b; do in_ $n ethtool -K eth0 tx off rx off >/dev/null 2>&1; done
    cap udp/checksum-offload-off.pcap b eth0 udp
    py a "$S" udp-send 192.0.2.2 5001 10 99
    py a "$S" udp-send 2001:db8::2 5001 10 99
    end
}

# ---------------------------------------------------------------- DNS and DHCP
dns() {
    lan
    bg b dnsmasq -k -C /dev/null --user=root --pid-file --no-resolv --no-hosts --bind-interfaces --listen-address=192.0.2.2,2001:db8::2 \
        --host-record=www.example.com,192.0.2.80,2001:db8::80 --cname=alias.example.com,www.example.com \
        --mx-host=example.com,mail.example.com,10 --host-record=mail.example.com,192.0.2.25 \
        --srv-host=_imap._tcp.example.com,mail.example.com,143,5,7 --txt-record=example.com,"v=spf1 -all","second text" \
        --txt-record=big.example.com,"$(printf 'a%.0s' $(seq 250))","$(printf 'b%.0s' $(seq 250))","$(printf 'c%.0s' $(seq 250))" \
        --naptr-record=example.com,10,20,s,SIP+D2U,,_sip._udp.example.com --caa-record=example.com,0,issue,ca.example.net \
        --dns-rr=example.com,44,01:01:23:45:67 --ptr-record=_http._tcp.example.com,"\"a b\"._http._tcp.example.com" \
        --local=/example.com/
    addr b eth0 192.0.2.3/24
    bg b dnsmasq -k -C /dev/null --user=root --pid-file --no-resolv --no-hosts --bind-interfaces --listen-address=192.0.2.3 \
        --auth-server=ns.example.org,192.0.2.3 --auth-zone=example.org,192.0.2.0/24 --auth-soa=2024010101,hostmaster.example.org \
        --auth-sec-servers=ns2.example.org --host-record=host.example.org,192.0.2.90 --mx-host=example.org,host.example.org,5
    sleep 1
    cap dns/dig-udp.pcap a eth0 "port 53"
    local d="in_ a dig +tries=1 +timeout=1 @192.0.2.2"
    $d www.example.com >/dev/null; $d www.example.com AAAA +noedns >/dev/null; $d alias.example.com +dnssec >/dev/null
    $d example.com MX +nocookie >/dev/null; $d _imap._tcp.example.com SRV >/dev/null; $d example.com TXT >/dev/null
    $d example.com NAPTR >/dev/null; $d example.com CAA >/dev/null; $d example.com SSHFP >/dev/null
    $d -x 192.0.2.80 >/dev/null; $d -x 2001:db8::80 >/dev/null; $d _http._tcp.example.com PTR >/dev/null
    $d nothing.example.com +subnet=192.0.2.0/24 >/dev/null; $d version.bind CH TXT >/dev/null
    $d example.net +norecurse +nsid +padding=128 >/dev/null
    in_ a dig +tries=1 +timeout=1 @2001:db8::2 www.example.com >/dev/null
    end
    cap dns/truncated-then-tcp.pcap a eth0 "port 53"
    $d big.example.com TXT +noedns >/dev/null
    end
    cap dns/dig-tcp.pcap a eth0 "port 53"
    $d +tcp www.example.com >/dev/null
    $d +tcp +keepopen www.example.com example.com MX >/dev/null
    in_ a dig +tries=1 +timeout=1 @2001:db8::2 +tcp big.example.com TXT >/dev/null
    end
    cap dns/zone-transfer-and-update.pcap a eth0 "port 53"
    d="in_ a dig +tries=1 +timeout=1 @192.0.2.3"
    $d example.org AXFR >/dev/null
    $d example.org SOA >/dev/null; $d example.org NS >/dev/null; $d host.example.org >/dev/null; $d -x 192.0.2.90 >/dev/null
    printf 'server 192.0.2.3\nzone example.org\nupdate delete old.example.org A\nupdate add new.example.org 60 A 192.0.2.91\nsend\n' | in_ a nsupdate -t 1 -u 1 -r 0 >/dev/null 2>&1
    end
}

dhcp() {
    down; space a; space b
    cable a eth0 02:00:00:00:00:0a b eth0 02:00:00:00:00:0b
    addr b eth0 192.0.2.2/24 2001:db8::2/64
    sleep 1
    cat >"$WORK/dhcpd.conf" <<'X'
authoritative; default-lease-time 600; max-lease-time 7200;
option domain-name "example.com"; option domain-name-servers 192.0.2.53, 192.0.2.54; option ntp-servers 192.0.2.123;
subnet 192.0.2.0 netmask 255.255.255.0 { range 192.0.2.100 192.0.2.110; option routers 192.0.2.2; option interface-mtu 1400; }
X
    cat >"$WORK/dhcpd6.conf" <<'X'
authoritative; default-lease-time 600; option dhcp6.name-servers 2001:db8::53; option dhcp6.domain-search "example.com";
subnet6 2001:db8::/64 { range6 2001:db8::1000 2001:db8::10ff; prefix6 2001:db8:f00:: 2001:db8:fff:: /56; }
X
    touch "$WORK/d.leases" "$WORK/d6.leases"
    chmod 755 "$WORK"; chmod 666 "$WORK"/*.leases
    bg b dhcpd -4 -f -q -user root -group root -cf "$WORK/dhcpd.conf" -lf "$WORK/d.leases" -pf "$WORK/d.pid" eth0
    bg b dhcpd -6 -f -q -user root -group root -cf "$WORK/dhcpd6.conf" -lf "$WORK/d6.leases" -pf "$WORK/d6.pid" eth0
    sleep 2
    cap dhcp/dhclient.pcap a eth0 "udp or icmp or arp"
    printf '#!/bin/sh\ncase $reason in BOUND|RENEW) ip addr add $new_ip_address/24 dev $interface 2>/dev/null;; esac\nexit 0\n' >"$WORK/sf"; chmod 755 "$WORK/sf"
    echo 'send host-name "host-a"; request subnet-mask, routers, domain-name, domain-name-servers, ntp-servers, interface-mtu;' >"$WORK/dc.conf"
    in_ a timeout 20 dhclient -4 -1 -q -cf "$WORK/dc.conf" -sf "$WORK/sf" -lf "$WORK/c.leases" -pf "$WORK/c.pid" eth0
    in_ a timeout 10 dhclient -4 -r -q -cf "$WORK/dc.conf" -sf "$WORK/sf" -lf "$WORK/c.leases" -pf "$WORK/c.pid" eth0
    end
    ip -n cx-a -4 addr flush dev eth0
    cap dhcp/udhcpc.pcap a eth0 "udp or icmp or arp"
    in_ a timeout 20 busybox udhcpc -n -q -R -f -i eth0 -s /bin/true -x hostname:host-a >/dev/null 2>&1
    end 1
    cap dhcp/dhcpv6.pcap a eth0 "port 546 or port 547"
    in_ a timeout 20 dhclient -6 -1 -q -N -P -sf /bin/true -lf "$WORK/c6.leases" -pf "$WORK/c6.pid" eth0
    in_ a timeout 10 dhclient -6 -r -q -N -P -sf /bin/true -lf "$WORK/c6.leases" -pf "$WORK/c6.pid" eth0
    in_ a timeout 20 dhclient -6 -1 -q -S -sf /bin/true -lf "$WORK/c7.leases" -pf "$WORK/c7.pid" eth0
    end
    local p; for p in "$WORK"/*.pid; do kill "$(cat "$p")" 2>/dev/null; done
}

# ---------------------------------------------------------------- IPv4
ipv4() {
    routed
    in_ a sysctl -qw net.ipv4.conf.all.accept_source_route=1; in_ b sysctl -qw net.ipv4.conf.all.accept_source_route=1
    for n in a r1 r2 b; do in_ $n sysctl -qw net.ipv4.conf.all.accept_source_route=1 net.ipv4.conf.eth0.accept_source_route=1; done
    in_ r1 sysctl -qw net.ipv4.conf.eth1.accept_source_route=1; in_ r2 sysctl -qw net.ipv4.conf.eth1.accept_source_route=1
    cap ipv4/record-route.pcap a eth0 icmp
    in_ a ping -c 3 -i 0.2 -R 203.0.113.1 >/dev/null
    end
    cap ipv4/timestamp-option.pcap a eth0 icmp
    in_ a ping -c 2 -i 0.2 -T tsonly 203.0.113.1 >/dev/null
    in_ a ping -c 2 -i 0.2 -T tsandaddr 203.0.113.1 >/dev/null
    in_ a ping -c 2 -i 0.2 -T tsprespec 192.0.2.254 198.51.100.2 203.0.113.1 >/dev/null
    end
    cap ipv4/source-route.pcap a eth0 icmp
    local kind; for kind in 83 89; do         # loose, strict: by 198.51.100.2 to 203.0.113.1
        in_ a nping --icmp -c 2 --delay 200ms --ip-options "\\x$kind\\x0b\\x04\\xc6\\x33\\x64\\x02\\xcb\\x00\\x71\\x01\\x00" 192.0.2.254 >/dev/null 2>&1
    done
    in_ a nping --icmp -c 1 --ip-options "S 203.0.113.1" 192.0.2.254 >/dev/null 2>&1      # not a neighbour: source route failed
    end
    cap ipv4/other-options.pcap a eth0 icmp
    for o in '\x94\x04\x00\x00' '\x01\x01\x01\x00' '\x88\x04\x12\x34' '\x82\x0b\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00' '\x86\x0a\x00\x00\x00\x05\x01\x04\x00\x02\x00\x00' \
             '\x44\x08\x05\x00\x00\x00\x00\x00\x01\x94\x04\x00\x00\x00\x00\x00' '\x1e\x04\xbe\xef\x9e\x04\xca\xfe'; do
        in_ a nping --icmp -c 1 --ip-options "$o" 203.0.113.1 >/dev/null 2>&1
    done
    end
    cap ipv4/tos-ttl-flags.pcap a eth0 "icmp or udp or tcp"
    in_ a nping --icmp -c 1 --tos 0x2e --ttl 255 --id 0 --df 192.0.2.254 >/dev/null 2>&1
    in_ a nping --icmp -c 1 --tos 0xff --ttl 2 --id 65535 --evil 192.0.2.254 >/dev/null 2>&1
    in_ a nping --icmp -c 1 --badsum-ip 192.0.2.254 >/dev/null 2>&1
    in_ a nping --udp -c 1 -p 53 --mf 192.0.2.254 >/dev/null 2>&1
    in_ a nping --udp -c 1 -p 53 --mtu 24 --data-length 60 192.0.2.254 >/dev/null 2>&1
    end
    cap ipv4/unusual-headers.pcap a eth0 ip
    py a "$F" ipv4-headers eth0 02:00:00:00:01:01 192.0.2.1 203.0.113.1
    end
    cap ipv4/fragments-ping.pcap a eth0 ip
    in_ a ping -c 2 -i 0.2 -s 4000 192.0.2.254 >/dev/null
    end
    lan
    bg b "$PYTHON" "$S" udp-sink 192.0.2.2 5001 20; sleep 0.5
    cap ipv4/fragments-udp.pcap a eth0 ip
    py a "$S" udp-send 192.0.2.2 5001 1472 1473 1474 5000
    end
    cap ipv4/fragments-odd.pcap a eth0 ip
    py a "$F" ipv4-fragments eth0 02:00:00:00:00:0b 192.0.2.1 192.0.2.2
    end
}

# a and b on a bridge that asks who listens to which group
snooping() {
    down; space a; space b; space sw
    ip -n cx-sw link add br0 address 02:00:00:00:05:00 type bridge mcast_snooping 1 mcast_querier 1 mcast_query_interval 150 \
        mcast_query_response_interval 40 mcast_startup_query_interval 100 mcast_last_member_interval 50 mcast_query_use_ifaddr 1 \
        mcast_igmp_version "$1" mcast_mld_version "$2"
    addr sw br0 192.0.2.254/24
    in_ a sysctl -qw net.ipv4.conf.default.force_igmp_version="${3:-0}" net.ipv6.conf.default.force_mld_version="${4:-0}"
    in_ b sysctl -qw net.ipv4.conf.default.force_igmp_version="${3:-0}" net.ipv6.conf.default.force_mld_version="${4:-0}"
    cable a eth0 02:00:00:00:00:0a sw pa 02:00:00:00:05:01
    cable b eth0 02:00:00:00:00:0b sw pb 02:00:00:00:05:02
    ip -n cx-sw link set pa master br0; ip -n cx-sw link set pb master br0
    ip -n cx-sw link set br0 up
    addr a eth0 192.0.2.1/24 2001:db8::1/64; addr b eth0 192.0.2.2/24 2001:db8::2/64
    sleep 2
}
igmp() {
    snooping 3 2
    cap igmp/igmpv3.pcap a eth0 igmp
    py a "$S" join 233.252.0.1 eth0 0.3
    py a "$S" join-source 233.252.0.2 192.0.2.2 eth0 1.5
    end 0.8
    cap icmpv6/mldv2.pcap a eth0 "ip6"
    py a "$S" join ff15::db8:1 eth0 0.3
    py a "$S" join-source ff35::db8:2 2001:db8::2 eth0 1.5
    end 0.8
    snooping 2 1 2 1
    cap igmp/igmpv2.pcap a eth0 igmp
    py a "$S" join 233.252.0.1 eth0 1
    sleep 1.5
    end
    cap icmpv6/mldv1.pcap a eth0 "ip6"
    py a "$S" join ff15::db8:1 eth0 1
    sleep 1.5
    end
    lan
    in_ a sysctl -qw net.ipv4.conf.eth0.force_igmp_version=1
    cap igmp/igmpv1-report.pcap a eth0 igmp
    py a "$S" join 233.252.0.1 eth0 0.5; py a "$S" join 233.252.0.2 eth0 0.5
    end
}

# ---------------------------------------------------------------- IPv6 and ICMPv6
ipv6() {
    lan
    fresh; cap ipv6/ping.pcap a eth0
    in_ a ping -c 3 -i 0.2 2001:db8::2 >/dev/null
    in_ a ping -c 1 -s 0 2001:db8::2 >/dev/null
    in_ a ping -c 1 -Q 0xb8 -F 0xabcde -t 5 2001:db8::2 >/dev/null
    in_ a ping -c 2 -i 0.2 fe80::ff:fe00:b%eth0 >/dev/null
    in_ a ping -c 2 -i 0.2 ff02::1%eth0 >/dev/null
    end
    bg b "$PYTHON" "$S" udp-sink 2001:db8::2 5001 20; sleep 0.5
    cap ipv6/fragments.pcap a eth0 ip6
    in_ a ping -c 1 -s 3000 2001:db8::2 >/dev/null
    py a "$S" udp-send 2001:db8::2 5001 1452 1453 4000
    end
    cap ipv6/fragments-odd.pcap a eth0 ip6
    py a "$F" ipv6-fragments eth0 02:00:00:00:00:0b 2001:db8::1 2001:db8::2
    end
    cap ipv6/no-next-header-and-odd-headers.pcap a eth0 ip6
    py a "$F" ipv6-headers eth0 02:00:00:00:00:0b 2001:db8::1 2001:db8::2
    end
}
icmpv6() {
    lan
    fresh; cap icmpv6/neighbour-discovery.pcap a eth0 "icmp6"
    in_ a ping -c 1 2001:db8::2 >/dev/null
    in_ a ndisc6 -1 -r 1 -w 500 2001:db8::2 eth0 >/dev/null 2>&1
    in_ a ping -c 1 -W 1 2001:db8::77 >/dev/null
    in_ a ping -c 1 fe80::ff:fe00:b%eth0 >/dev/null
    sleep 5.5       # reachability probes
    end
    cap icmpv6/duplicate-address-detection.pcap a eth0 "icmp6"
    in_ a sysctl -qw net.ipv6.conf.eth0.accept_dad=1
    ip -n cx-a addr add 2001:db8::2/64 dev eth0; sleep 1.5
    ip -n cx-a addr del 2001:db8::2/64 dev eth0
    ip -n cx-a addr add 2001:db8::99/64 dev eth0; sleep 1.5
    in_ a sysctl -qw net.ipv6.conf.eth0.ndisc_notify=1
    ip -n cx-a addr add 2001:db8::98/64 dev eth0; sleep 1.5
    end
    cap icmpv6/echo-variants.pcap a eth0 "icmp6"
    in_ b sysctl -qw net.ipv4.icmp_echo_enable_probe=1
    py a "$S" extended-echo 2001:db8::2 eth0 "$(in_ b cat /sys/class/net/eth0/ifindex)"
    in_ a ping -N name -c 1 -W 0.3 2001:db8::2 >/dev/null 2>&1
    in_ a ping -N ipv6 -c 1 -W 0.3 2001:db8::2 >/dev/null 2>&1
    end
    in_ b sysctl -qw net.ipv6.conf.all.forwarding=1
    cat >"$WORK/radvd.conf" <<'X'
interface eth0 {
    AdvSendAdvert on; MinRtrAdvInterval 3; MaxRtrAdvInterval 4; AdvLinkMTU 1400; AdvManagedFlag on; AdvOtherConfigFlag on;
    AdvDefaultPreference high; AdvReachableTime 30000; AdvRetransTimer 1000; AdvCurHopLimit 61; MinDelayBetweenRAs 3;
    prefix 2001:db8:a::/64 { AdvOnLink on; AdvAutonomous on; AdvValidLifetime 3600; AdvPreferredLifetime 1800; };
    prefix 2001:db8:b::/64 { AdvOnLink off; AdvAutonomous off; AdvRouterAddr on; };
    route 2001:db8:c::/48 { AdvRoutePreference low; AdvRouteLifetime 600; };
    route 2001:db8:d:e::/64 { AdvRoutePreference high; };
    RDNSS 2001:db8::53 2001:db8::54 { AdvRDNSSLifetime 300; };
    DNSSL example.com dept.example.net { AdvDNSSLLifetime 300; };
};
X
    cat >"$WORK/radvd2.conf" <<'X'
interface eth0 {
    AdvSendAdvert on; MinRtrAdvInterval 3; MaxRtrAdvInterval 4; AdvDefaultLifetime 0; AdvHomeAgentFlag on; AdvIntervalOpt on;
    AdvHomeAgentInfo on; HomeAgentLifetime 600; HomeAgentPreference 20; AdvMobRtrSupportFlag on; AdvSourceLLAddress off; MinDelayBetweenRAs 3;
};
X
    cap icmpv6/router-advertisement.pcap a eth0 "icmp6"
    in_ a sysctl -qw net.ipv6.conf.eth0.accept_ra=1 net.ipv6.conf.eth0.autoconf=1 net.ipv6.conf.eth0.accept_ra_rt_info_max_plen=64
    bg b radvd -n -m stderr -C "$WORK/radvd.conf" -p "$WORK/radvd.pid"; sleep 1
    in_ a rdisc6 -1 -r 1 -w 4000 eth0 >/dev/null 2>&1
    sleep 1; kill_background; sleep 0.5
    bg b radvd -n -m stderr -C "$WORK/radvd2.conf" -p "$WORK/radvd2.pid"; sleep 1.5
    kill_background
    end

    routed
    ip -n cx-r1 -6 route add unreachable 2001:db8:2:1::/64 2>/dev/null
    ip -n cx-r1 -6 route add prohibit 2001:db8:4::/64
    ip -n cx-r1 -6 route add unreachable 2001:db8:5::/64
    cap icmpv6/unreachable.pcap a eth0 "icmp6 or udp or tcp"
    in_ a ping -c 1 -W 1 2001:db8:3::1 >/dev/null          # no route
    in_ a ping -c 1 -W 1 2001:db8:4::1 >/dev/null          # prohibited
    in_ a ping -c 1 -W 5 2001:db8:2::77 >/dev/null         # address unreachable: r2 finds no neighbour
    in_ a dig +tries=1 +timeout=1 @2001:db8:2::1 example.com >/dev/null   # port unreachable
    in_ b nft -f - <<'X'
table ip6 f { chain i { type filter hook input priority 0;
 udp dport 1001 reject with icmpv6 type no-route
 udp dport 1002 reject with icmpv6 type admin-prohibited
 udp dport 1003 reject with icmpv6 type addr-unreachable
 udp dport 1004 reject with icmpv6 type policy-fail
 udp dport 1005 reject with icmpv6 type reject-route
 }
}
X
    for p in 1001 1002 1003 1004 1005; do echo hello | in_ a nc -u -w 1 2001:db8:2::1 $p >/dev/null 2>&1; done
    end
    cap icmpv6/time-exceeded-traceroute.pcap a eth0 "icmp6 or udp"
    in_ a traceroute -6 -n -q 1 -w 1 -N 1 2001:db8:2::1 >/dev/null
    in_ a traceroute -6 -n -q 1 -w 1 -N 1 -I 2001:db8:2::1 >/dev/null
    in_ b sysctl -qw net.ipv6.ip6frag_time=1 2>/dev/null
    py a "$F" lone-fragment6 eth0 02:00:00:00:01:01 2001:db8:1::1 2001:db8:2::1
    sleep 2.5
    end
    ip -n cx-r1 link set eth1 mtu 1280; ip -n cx-r2 link set eth0 mtu 1280
    cap icmpv6/packet-too-big.pcap a eth0 "ip6"
    in_ a ping -c 3 -i 0.3 -s 1400 2001:db8:2::1 >/dev/null 2>&1
    in_ a tracepath -6 -n -m 4 2001:db8:2::1 >/dev/null
    end
    ip -n cx-r1 link set eth1 mtu 1500; ip -n cx-r2 link set eth0 mtu 1500
    cap icmpv6/parameter-problem.pcap a eth0 "ip6"
    py a "$S" raw-send 2001:db8:2::1 253 "no such header"
    py a "$S" udp-options 2001:db8:2::1 5001 dstunknown
    py a "$F" routing-type-0 eth0 02:00:00:00:01:01 2001:db8:1::1 2001:db8:2::1
    end
    shared
    cap icmpv6/redirect.pcap a eth0 "icmp6"
    in_ a ping -c 3 -i 0.3 2001:db8:2::1 >/dev/null
    end
}
ipv6ext() {
    routed
    for n in a r1 r2 b; do in_ $n sysctl -qw net.ipv6.conf.all.seg6_enabled=1 net.ipv6.conf.eth0.seg6_enabled=1; done
    in_ r1 sysctl -qw net.ipv6.conf.eth1.seg6_enabled=1; in_ r2 sysctl -qw net.ipv6.conf.eth1.seg6_enabled=1
    bg b "$PYTHON" "$S" udp-sink 2001:db8:2::1 5001 60; sleep 0.5
    cap ipv6ext/hop-by-hop-and-destination-options.pcap a eth0 ip6
    py a "$S" udp-options 2001:db8:2::1 5001 hbh
    py a "$S" udp-options 2001:db8:2::1 5001 hbhbig
    py a "$S" udp-options 2001:db8:2::1 5001 dst
    py a "$S" udp-options 2001:db8:2::1 5001 hbh dst
    end
    cap ipv6ext/routing-headers.pcap a eth0 ip6
    py a "$S" udp-options 2001:db8:2::1 5001 srh
    py a "$S" udp-options 2001:db8:2::1 5001 hbh rtdst srh dst
    end
    # segment routing: a sends by way of a segment of r2
    route6 r1 2001:db8:f::/48 via 2001:db8:12::2
    ip -n cx-r2 -6 route add 2001:db8:f::2 encap seg6local action End dev eth0
    ip -n cx-r2 -6 route add 2001:db8:f::6 encap seg6local action End.DT6 table 254 dev eth0
    ip -n cx-a -6 route add 2001:db8:2::1 encap seg6 mode inline segs 2001:db8:f::2 via 2001:db8:1::fe dev eth0
    cap ipv6ext/srv6-inline.pcap r2 any -y LINUX_SLL2 ip6
    in_ a ping -c 2 -i 0.3 -W 1 2001:db8:2::1 >/dev/null
    end
    ip -n cx-a -6 route del 2001:db8:2::1
    ip -n cx-a -6 route add 2001:db8:2::1 encap seg6 mode encap segs 2001:db8:f::2,2001:db8:f::6 via 2001:db8:1::fe dev eth0
    cap ipv6ext/srv6-encapsulated.pcap a eth0 ip6
    in_ a ping -c 2 -i 0.3 -W 1 2001:db8:2::1 >/dev/null
    in_ a ping -c 1 -W 1 -s 1500 2001:db8:2::1 >/dev/null
    end
    lan
    cap ipv6ext/chains.pcap a eth0 ip6
    py a "$F" ipv6-chains eth0 02:00:00:00:00:0b 2001:db8::1 2001:db8::2
    end
}

# ---------------------------------------------------------------- tunnels and IPsec
device() {      # device NAMESPACE tun|tap NAME MAC-or-empty ADDRESS...
    local n=$1 mode=$2 d=$3 mac=$4; shift 4
    ip -n "cx-$n" tuntap add mode "$mode" name "$d"
    [ -n "$mac" ] && ip -n "cx-$n" link set "$d" address "$mac"
    in_ "$n" sysctl -qw net.ipv6.conf."$d".addr_gen_mode=1 net.ipv6.conf."$d".accept_dad=0
    ip -n "cx-$n" link set "$d" mtu 1300
    addr "$n" "$d" "$@"
}
both() { ip -n cx-a link set "$1" up; ip -n cx-b link set "$1" up; sleep "${2:-1}"; }
pings() { in_ a ping -c 2 -i 0.2 -W 1 198.51.100.2 >/dev/null; in_ a ping -c 2 -i 0.2 -W 1 2001:db8:100::2 >/dev/null; }
tun_pair() {
    lan
    device a tun tun0 "" 198.51.100.1/24 2001:db8:100::1/64
    device b tun tun0 "" 198.51.100.2/24 2001:db8:100::2/64
}
tunnel_case() { # FILE FILTER wire.py arguments for a -- for b
    local file=$1 filter=$2; shift 2; local l=(); while [ "$1" != -- ]; do l+=("$1"); shift; done; shift
    tun_pair
    bg a "$PYTHON" "$W" "${l[@]}"; bg b "$PYTHON" "$W" "$@"; sleep 0.7; both tun0
    cap "$file" a eth0 "$filter"
    pings
    end
}
tunnel() {
    tunnel_case tunnel/ip-in-ipv4.pcap "ip proto 4 or ip proto 41" ip tun0 192.0.2.1 192.0.2.2 -- ip tun0 192.0.2.2 192.0.2.1
    tunnel_case tunnel/ip-in-ipv6.pcap "ip6 proto 4 or ip6 proto 41" ip tun0 2001:db8::1 2001:db8::2 -- ip tun0 2001:db8::2 2001:db8::1
    tunnel_case tunnel/gre.pcap "ip proto 47" gre tun0 192.0.2.1 192.0.2.2 -- gre tun0 192.0.2.2 192.0.2.1
    tunnel_case tunnel/gre-checksum-key-sequence.pcap "ip6 proto 47" gre tun0 2001:db8::1 2001:db8::2 csum key seq -- gre tun0 2001:db8::2 2001:db8::1 csum key seq
    lan
    ip -n cx-a link add vx0 address 02:00:00:00:0a:0a type vxlan id 4242 remote 192.0.2.2 local 192.0.2.1 dstport 4789
    ip -n cx-b link add vx0 address 02:00:00:00:0b:0b type vxlan id 4242 remote 192.0.2.1 local 192.0.2.2 dstport 4789
    addr a vx0 198.51.100.1/24 2001:db8:100::1/64; addr b vx0 198.51.100.2/24 2001:db8:100::2/64; both vx0
    cap tunnel/vxlan.pcap a eth0 "udp port 4789"
    pings
    end
    lan
    device a tap tap0 02:00:00:00:0a:0a 198.51.100.1/24 2001:db8:100::1/64
    device b tap tap0 02:00:00:00:0b:0b 198.51.100.2/24 2001:db8:100::2/64
    bg a "$PYTHON" "$W" gretap tap0 192.0.2.1 192.0.2.2; bg b "$PYTHON" "$W" gretap tap0 192.0.2.2 192.0.2.1; sleep 0.7; both tap0
    cap tunnel/gre-ethernet.pcap a eth0 "ip proto 47"
    pings
    end
}
ipsec_case() {  # FILE KIND [outer a, outer b]
    tun_pair
    # the stack has no handler for these protocols: keep it from answering
    for n in a b; do in_ $n nft -f - <<'X'
table inet f { chain i { type filter hook prerouting priority -300;
 meta l4proto { 50, 51 } drop
 }
}
X
    done
    bg a "$PYTHON" "$W" "$2" tun0 eth0 02:00:00:00:00:0a 02:00:00:00:00:0b "$3" "$4" ${5:+$5 $6}
    bg b "$PYTHON" "$W" "$2" tun0 eth0 02:00:00:00:00:0b 02:00:00:00:00:0a "$4" "$3" ${5:+$6 $5}
    sleep 2; both tun0
    cap "$1" a eth0 "ip proto 50 or ip proto 51 or ip6 proto 50 or ip6 proto 51 or icmp or icmp6"
    in_ a ping -c 3 -i 0.2 -W 1 "$4" >/dev/null
    end
}
ipsec() {
    ipsec_case ipsec/ah-transport-ipv4.pcap ah 198.51.100.1 198.51.100.2
    ipsec_case ipsec/ah-transport-ipv6.pcap ah 2001:db8:100::1 2001:db8:100::2
    ipsec_case ipsec/ah-tunnel-ipv4.pcap ah 198.51.100.1 198.51.100.2 192.0.2.1 192.0.2.2
    ipsec_case ipsec/esp-null-transport-ipv4.pcap esp-null 198.51.100.1 198.51.100.2
    ipsec_case ipsec/esp-null-tunnel-ipv6.pcap esp-null 2001:db8:100::1 2001:db8:100::2 2001:db8::1 2001:db8::2
    ipsec_case ipsec/esp-aes-tunnel-ipv4.pcap esp 198.51.100.1 198.51.100.2 192.0.2.1 192.0.2.2
    ipsec_case ipsec/esp-aes-transport-ipv6.pcap esp 2001:db8:100::1 2001:db8:100::2
}

# ---------------------------------------------------------------- VLAN, LLC, Ethernet
tap_case() {    # FILE FILTER wire.py mode, more arguments
    local file=$1 filter=$2 mode=$3; shift 3
    lan
    device a tap tap0 02:00:00:00:0a:0a 198.51.100.1/24 2001:db8:100::1/64
    device b tap tap0 02:00:00:00:0b:0b 198.51.100.2/24 2001:db8:100::2/64
    bg a "$PYTHON" "$W" "$mode" tap0 eth0 "$@"; bg b "$PYTHON" "$W" "$mode" tap0 eth0 "$@"; sleep 0.7; both tap0
    [ "$mode" = vlan ] && web b 10 198.51.100.2
    cap "$file" a eth0 $filter
    in_ a ping -c 1 -W 1 198.51.100.2 >/dev/null
    in_ a ping -c 1 -W 1 2001:db8:100::2 >/dev/null
    [ "$mode" = vlan ] && in_ a curl -s http://198.51.100.2:8080/page.txt >/dev/null
    end
}
vlan() {
    tap_case vlan/802.1q.pcap vlan vlan 8100:5
    tap_case vlan/priority-tag.pcap vlan vlan 8100:0:6
    tap_case vlan/802.1ad-qinq.pcap "" vlan 88a8:100:2,8100:5:3
    tap_case vlan/three-tags.pcap "" vlan 88a8:4094,8100:1,8100:2:7
    tap_case vlan/old-qinq-9100.pcap "" vlan 9100:100,8100:5
}
llc() {
    tap_case llc/ip-over-snap.pcap "" llc
    down; space a; space b; space c
    local n; for n in a b; do
        ip -n cx-$n link add br0 address 02:00:00:00:05:0$([ $n = a ] && echo 1 || echo 2) type bridge stp_state 1 forward_delay 200 hello_time 100 max_age 600 mcast_snooping 0
        in_ $n sysctl -qw net.ipv6.conf.br0.disable_ipv6=1
        ip -n cx-$n link set br0 up
    done
    ip -n cx-a link set br0 type bridge priority 4096
    cable a p1 02:00:00:00:05:11 b p1 02:00:00:00:05:21
    cable a p2 02:00:00:00:05:12 b p2 02:00:00:00:05:22
    for n in a b; do for p in p1 p2; do in_ $n sysctl -qw net.ipv6.conf.$p.disable_ipv6=1; done; done
    cap llc/spanning-tree.pcap a p1
    for n in a b; do for p in p1 p2; do ip -n cx-$n link set $p master br0; done; done
    sleep 4
    cable b p3 02:00:00:00:05:23 c p3 02:00:00:00:05:33
    ip -n cx-b link set p3 master br0; sleep 5      # a third port that begins to forward: topology change notifications
    ip -n cx-c link set p3 down; sleep 2
    end
    lan; ip -n cx-a -6 addr flush dev eth0; ip -n cx-b -6 addr flush dev eth0
    lldp_case llc/snap-discovery-protocols.pcap "not ether proto 0x88cc and not ip and not ip6" -ccc -eee -fff -sss
    cap llc/odd-frames.pcap a eth0
    py a "$F" llc-frames eth0
    end
}
lldp_case() {
    local file=$1 filter=$2; shift 2
    mkdir -p /run/lldpd
    echo "192.0.2.1 host-a.example.com host-a" >"$WORK/hosts"
    cap "$file" a eth0 $filter
    # another host name, seen only by this program
    ip netns exec cx-a unshare --uts --mount sh -c 'w=$1; shift; hostname host-a; mount --bind "$w/hosts" /etc/hosts
        exec lldpd -d -u "$w/lldpd.sock" -I eth0 -S "Example system" -P "Example platform" "$@"' sh "$WORK" "$@" >>"$WORK/background.log" 2>&1 &
    local p=$!
    sleep 4; kill "$p"; wait "$p" 2>/dev/null
    end 1
}
ethernet() {
    lan
    lldp_case ethernet/lldp.pcap "ether proto 0x88cc" -M 4 -i
    tap_case ethernet/padded-to-minimum.pcap "" pad
    lan
    cap ethernet/odd-frames.pcap a eth0
    py a "$F" ethernet-frames eth0
    end
}

# ---------------------------------------------------------------- link types and capture files
mix() {         # a little of everything between a and b
    in_ a ping -c 2 -i 0.2 192.0.2.2 >/dev/null
    in_ a ping -c 2 -i 0.2 2001:db8::2 >/dev/null
    py a "$S" udp-send 192.0.2.2 9 30
    in_ a curl -s http://192.0.2.2:8080/page.txt >/dev/null
}
linktype() {
    lan; web b 5
    fresh; cap linktype/cooked-v1.pcap a any -y LINUX_SLL
    mix; in_ a ping -c 1 127.0.0.1 >/dev/null; in_ a ping -c 1 ff02::1%eth0 >/dev/null
    end
    fresh; cap linktype/cooked-v2.pcap a any -y LINUX_SLL2
    mix; in_ a ping -c 1 127.0.0.1 >/dev/null; in_ a ping -c 1 ff02::1%eth0 >/dev/null
    end
    fresh; cap linktype/snapped-at-60.pcap a eth0 -s 60
    mix
    end
    fresh; cap linktype/nanoseconds.pcap a eth0 --time-stamp-precision=nano
    mix
    end
    fresh; cap linktype/loopback-as-ethernet.pcap a lo
    in_ a ping -c 2 -i 0.2 127.0.0.1 >/dev/null; in_ a ping -c 2 -i 0.2 ::1 >/dev/null
    py a "$S" udp-send 127.0.0.1 9 30; py a "$S" udp-send ::1 9 30
    end
    device a tun tun0 "" 198.51.100.1/24 2001:db8:100::1/64
    bg a "$PYTHON" "$W" echo tun0; sleep 0.5; ip -n cx-a link set tun0 up; sleep 0.5
    cap linktype/raw-tun.pcap a tun0
    in_ a ping -c 2 -i 0.2 198.51.100.2 >/dev/null; in_ a ping -c 2 -i 0.2 2001:db8:100::2 >/dev/null
    in_ a ping -c 1 -s 2000 198.51.100.2 >/dev/null; in_ a ping -c 1 -W 0.3 -s 2000 2001:db8:100::2 >/dev/null
    py a "$S" udp-send 198.51.100.2 9 30
    end
    # several interfaces, of different link types, in one file
    mkdir -p "$OUT/pcapng"
    in_ a dumpcap -q -i eth0 -i tun0 -i any -w "$WORK/several.pcapng" --capture-comment "a, on three interfaces: Ethernet, raw IP and cooked" 2>/dev/null &
    local d=$!; sleep 1.5
    fresh; mix; in_ a ping -c 2 -i 0.2 198.51.100.2 >/dev/null; in_ a ping -c 1 2001:db8:100::2 >/dev/null
    sleep 0.5; kill -TERM $d; wait $d 2>/dev/null
    py a "$R" strip-host "$WORK/several.pcapng" "$OUT/pcapng/several-interfaces.pcapng"
    say pcapng/several-interfaces.pcapng

    local o="$OUT/linktype" g="$OUT/pcapng"
    "$PYTHON" "$R" null little "$o/loopback-as-ethernet.pcap" "$o/null-little-endian.pcap"
    "$PYTHON" "$R" null big "$o/loopback-as-ethernet.pcap" "$o/null-big-endian.pcap"
    "$PYTHON" "$R" loop big "$o/loopback-as-ethernet.pcap" "$o/loop.pcap"
    "$PYTHON" "$R" family 4 "$o/raw-tun.pcap" "$o/ipv4.pcap"
    "$PYTHON" "$R" family 6 "$o/raw-tun.pcap" "$o/ipv6.pcap"
    "$PYTHON" "$R" raw-number 12 "$o/raw-tun.pcap" "$o/raw-12.pcap"
    "$PYTHON" "$R" big "$o/snapped-at-60.pcap" "$o/big-endian.pcap"
    "$PYTHON" "$R" big "$o/nanoseconds.pcap" "$o/big-endian-nanoseconds.pcap"
    editcap -F modpcap "$o/snapped-at-60.pcap" "$o/modified-record-header.pcap"
    "$PYTHON" "$R" empty x "$o/empty.pcap"
    head -c 1000 "$o/cooked-v1.pcap" >"$o/cut-in-a-record.pcap"
    "$PYTHON" "$R" cut-header "$o/cooked-v1.pcap" "$o/cut-in-a-record-header.pcap"
    "$PYTHON" "$R" damaged-length "$o/snapped-at-60.pcap" "$o/damaged-record-length.pcap"

    editcap -F pcapng "$o/nanoseconds.pcap" "$WORK/n.pcapng"
    editcap -a "1:the first frame" -a "3:the third: an ümlaut" "$WORK/n.pcapng" "$WORK/n2.pcapng"
    "$PYTHON" "$R" strip-host "$WORK/n2.pcapng" "$g/comments-nanoseconds.pcapng"
    mergecap -a -I none -F pcapng -w "$WORK/m.pcapng" "$o/cooked-v1.pcap" "$o/raw-tun.pcap" "$o/null-little-endian.pcap"
    "$PYTHON" "$R" strip-host "$WORK/m.pcapng" "$g/merged-link-types.pcapng"
    "$PYTHON" "$R" ng-big "$o/snapped-at-60.pcap" "$g/big-endian.pcapng"
    "$PYTHON" "$R" ng-blocks "$o/raw-tun.pcap" "$g/every-block-type.pcapng"
    "$PYTHON" "$R" ng-sections "$o/raw-tun.pcap" "$g/two-sections-of-both-byte-orders.pcapng"
    "$PYTHON" "$R" ng-empty x "$g/empty.pcapng"
    head -c 1500 "$g/several-interfaces.pcapng" >"$g/cut-in-a-block.pcapng"
}

# ---------------------------------------------------------------- CoAP
coap() {
    local u=coap://192.0.2.2
    lan
    bg b coap-server-notls -d 10; sleep 1
    cap coap/libcoap.pcap a eth0 "udp port 5683"
    client() { in_ a coap-client-notls -B 3 "$@" >/dev/null 2>&1; }
    client -m get $u/
    client -m get "coap://[2001:db8::2]/time?ticks"
    client -m get -N $u/time                                    # non-confirmable
    client -m get -s 2 $u/time                                  # observed
    client -m get -b 16 $u/                                     # block by block
    client -m put -b 32 -e "$(printf '%0100d' 0)" $u/example_data
    client -m get -A 40 $u/.well-known/core
    client -m put -e 1700000000 "$u/time?a=b"
    client -m delete $u/nothing
    client -m get $u/nothing
    client -m get -P $u "http://www.example.org/a/long/path?$(printf '%0300d' 0)"
    end
}

# ----------------------------------------------------------------
ALL="icmp arp tcp udp dns dhcp coap ipv4 igmp ipv6 icmpv6 ipv6ext tunnel ipsec vlan llc ethernet linktype"
for g in ${*:-$ALL}; do say "== $g"; "$g"; down; done

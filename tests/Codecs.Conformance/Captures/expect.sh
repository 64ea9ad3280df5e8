#!/bin/bash
# Makes ../Expected: for every capture, what tshark 4.0.17 finds in each frame, as one JSON object per line.
# usage: ORACLE=path/to/oracle.py expect.sh [capture...]      oracle.py turns tshark's PDML into the JSON lines
# The result depends only on the capture and on the tshark version; the .gz files carry no time.
set -u
cd "$(dirname "$0")"
: "${ORACLE:?set ORACLE to the path of oracle.py}"
if [ $# -eq 0 ]; then set -- $(find . -name '*.pcap' -o -name '*.pcapng' | sed 's,^\./,,' | sort); fi
for c in "$@"; do
    out=../Expected/$c.jsonl.gz
    mkdir -p "$(dirname "$out")"
    rm -f "$out"
    # a damaged file makes oracle.py report an error, but what tshark read before the damage still counts
    note=$(python3 "$ORACLE" "$c" -o "$out" --mode frame --stats 2>&1) || echo "$note"
    [ -s "$out" ] || { echo "no expectation: $c"; rm -f "$out"; }
done

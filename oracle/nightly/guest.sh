#!/bin/bash
# Runs inside the virtual machine: every script of proofs/, in order. One line a proof goes to the second serial port:
#   proved|FAILED <tab> subject <tab> claim <tab> what was seen
set -uo pipefail
export LC_ALL=C.UTF-8 SYSTEMD_COLORS=0 SYSTEMD_PAGER=cat PATH=/usr/sbin:/usr/bin
here=/opt/nightly
work=/run/nightly
results=/dev/ttyS1
mkdir -p "$work"

tell() { printf '%s\n' "$1" >"$results"; }

# prove SUBJECT CLAIM COMMAND...: the claim holds when the command succeeds; what it prints is what was seen.
prove() {
  local subject=$1 claim=$2 seen verdict=proved
  shift 2
  echo "nightly: $subject: $claim"
  seen=$("$@" 2>"$work/errors") || { verdict=FAILED; seen="$seen $(tail -n 5 "$work/errors")"; }
  cat "$work/errors"
  tell "$verdict	$subject	$claim	$(tr -s '\n\t ' ' ' <<<"$seen")"
}

# is WANTED SEEN [WHAT]: prints what was seen, and fails when it is not what was wanted.
is() {
  echo "${3:-}${3:+ is }$2"
  [ "$1" = "$2" ] || { echo "wanted: $1"; return 1; }
}

# Waits up to $1 seconds for a command to succeed.
within() {
  local end=$((SECONDS + $1))
  shift
  until "$@" >/dev/null 2>&1; do
    [ "$SECONDS" -lt "$end" ] || { echo "timeout: $*" >&2; return 1; }
    sleep 0.5
  done
}

not() { ! "$@" >/dev/null 2>&1; }

tell "fact	kernel	$(uname -r)"
tell "fact	systemd	$(systemctl --version | sed -n '1s/^systemd \([^ ]*\).*/\1/p')"
tell "fact	nftables	$(nft --version | sed 's/^nftables v\([^ ]*\).*/\1/')"
for script in "$here"/proofs/*.sh; do
  # shellcheck disable=SC1090
  . "$script"
done
journalctl --no-pager -b -p warning -o short-monotonic | tail -n 60
tell "end"
systemctl poweroff

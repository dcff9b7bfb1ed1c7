# Runs in the guest: gathers facts, one a line, and sends them to each connection on port 22.
set -u
boots=$(($(cat /srv/data/boots 2>/dev/null || echo 0) + 1))
echo "$boots" >/srv/data/boots
sync
{
  echo "hostname $(uname -n)"
  echo "processors $(nproc)"
  echo "memory $(awk '/^MemTotal/ { print int($2 / 1024) }' /proc/meminfo)"
  echo "address4 $(ip -4 -brief address show scope global | awk '{ print $1, $3 }')"
  echo "address6 $(ip -6 -brief address show scope global | awk '{ print $3 }')"
  echo "route $(ip -4 route show default | awk '{ print $3 }')"
  echo "volume $(findmnt --noheadings --output FSTYPE,OPTIONS --raw /srv/data)"
  echo "credentials $(find /run/credentials/@system -type f -printf '%f ')"
  echo "boots $boots"
  printf 'PLAIN %s\nODD %s\n' "$PLAIN" "$ODD"
  echo "failed $(systemctl --failed --plain --no-legend | awk '{ print $1 }' | tr '\n' ' ')"
} >/run/facts
exec perl -MIO::Socket::INET -e '
  my $server = IO::Socket::INET->new(LocalPort => 22, Listen => 5, ReuseAddr => 1) or die $!;
  while (my $peer = $server->accept) {
    open my $facts, "<", "/run/facts"; print $peer $_ while <$facts>; close $peer
  }'

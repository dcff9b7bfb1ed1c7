# Makes networkd read the merged files, then waits until every bridge of the tree exists and has its address.
# networkd is up before /etc is merged, so its own start does not do that.
set -eu
networkctl reload
set --
for file in /etc/systemd/network/50-b-*.netdev; do
  [ -e "$file" ] || continue
  set -- "$@" "--interface=$(sed -n 's/^Name=//p' "$file"):no-carrier"
done
[ $# -gt 0 ] || exit 0
exec /usr/lib/systemd/systemd-networkd-wait-online --timeout=45 "$@"

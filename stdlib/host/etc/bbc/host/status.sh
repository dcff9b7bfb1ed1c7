# Writes the state of each tenant's workloads to /run/bbc/status/<tenant>.json, with its failed volumes and firewall, and the
# data that is put aside.
set -eu
out=/run/bbc/status
mkdir -p "$out.part"
# A timer, a failed workload and bbc-apply may each call this at the same time.
exec 7>"$out.lock"
flock 7
rm -f "$out.part"/*
units=$(awk '$1 == "workload" || $1 == "volume" || $1 == "firewall" { print $2 }' /etc/bbc/units)
tree=$(sed -n 's/^  "digest": "\(.*\)"$/\1/p' /etc/bbc/tree.json)

# One line for each tenant with images in the folder .removed: its name, their number, their bytes on the disk.
removed() {
  for folder in /var/lib/tenants/*/data/.removed; do
    tenant=${folder#/var/lib/tenants/}
    [ -z "$(find "$folder" -type f 2>/dev/null | head -n 1)" ] ||
      echo "removed ${tenant%%/*} $(find "$folder" -type f | wc -l) $(du --summarize --block-size=1 "$folder" | cut -f 1)"
  done
}

# shellcheck disable=SC2086 # names of units, which hold no blanks
# Unit names have letters, digits, -, _, @ and dots only, and the other values are words of systemd.
{
  removed
  [ -z "$units" ] || systemctl show --property=Id,ActiveState,SubState,Result,NRestarts,StateChangeTimestamp $units
} |
  awk -F= -v out="$out.part" -v tree="$tree" '
    function row(  machine, tenant, separator) {
      if (!("Id" in unit)) return
      machine = unit["Id"]
      sub(/^[^@]*@/, "", machine)
      sub(/\.service$/, "", machine)
      tenant = machine
      sub(/\..*/, "", tenant)
      tenants[tenant] = 1
      if (unit["Id"] ~ /^bbc-/) {
        separator = tenant in failed ? ", " : ""
        if (unit["ActiveState"] == "failed")
          failed[tenant] = failed[tenant] separator sprintf("{\"unit\": \"%s\", \"result\": \"%s\"}", unit["Id"], unit["Result"])
      } else {
        separator = tenant in rows ? "," : ""
        rows[tenant] = rows[tenant] separator sprintf( \
          "\n    {\"machine\": \"%s\", \"unit\": \"%s\", \"active\": \"%s\", \"sub\": \"%s\", \"result\": \"%s\", \"restarts\": %d, \"since\": \"%s\"}", \
          machine, unit["Id"], unit["ActiveState"], unit["SubState"], unit["Result"], unit["NRestarts"], \
          unit["StateChangeTimestamp"])
        if (unit["ActiveState"] != "active") bad[tenant] = 1
      }
      delete unit
    }
    NF == 1 && /^removed / { split($0, word, " "); tenants[word[2]] = 1; images[word[2]] = word[3]; bytes[word[2]] = word[4]; next }
    NF == 0 { row(); next }
    { unit[$1] = substr($0, length($1) + 2) }
    END {
      row()
      for (tenant in tenants)
        printf "{\n  \"tenant\": \"%s\",\n  \"tree\": \"%s\",\n  \"converged\": %s,\n  \"workloads\": [%s],\n" \
          "  \"failed\": [%s],\n  \"removed\": {\"images\": %d, \"bytes\": %.0f}\n}\n", \
          tenant, tree, (tenant in bad || tenant in failed) ? "false" : "true", tenant in rows ? rows[tenant] "\n  " : "", \
          failed[tenant], images[tenant], bytes[tenant] >(out "/" tenant ".json")
    }'
mkdir -p "$out"
for file in "$out"/*.json; do
  [ ! -e "$file" ] || [ -e "$out.part/${file##*/}" ] || rm "$file"
done
set -- "$out.part"/*.json
[ ! -e "$1" ] || mv "$@" "$out/"

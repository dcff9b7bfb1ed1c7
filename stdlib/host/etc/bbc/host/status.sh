# Writes the state of each tenant's workloads to /run/bbc/status/<tenant>.json.
set -eu
out=/run/bbc/status
mkdir -p "$out.part"
rm -f "$out.part"/*
workloads=$(awk '$1 == "workload" { print $2 }' /etc/bbc/units)
tree=$(sed -n 's/^  "digest": "\(.*\)"$/\1/p' /etc/bbc/tree.json)
# shellcheck disable=SC2086 # names of units, which hold no blanks
# Unit names have letters, digits, -, _, @ and dots only, and the other values are words of systemd.
[ -z "$workloads" ] ||
  systemctl show --property=Id,ActiveState,SubState,Result,NRestarts,StateChangeTimestamp $workloads |
  awk -F= -v out="$out.part" -v tree="$tree" '
    function row(  machine, tenant, separator) {
      if (!("Id" in unit)) return
      machine = unit["Id"]
      sub(/^[^@]*@/, "", machine)
      sub(/\.service$/, "", machine)
      tenant = machine
      sub(/\..*/, "", tenant)
      separator = tenant in rows ? ",\n" : ""
      rows[tenant] = rows[tenant] separator sprintf( \
        "    {\"machine\": \"%s\", \"unit\": \"%s\", \"active\": \"%s\", \"sub\": \"%s\", \"result\": \"%s\", \"restarts\": %d, \"since\": \"%s\"}", \
        machine, unit["Id"], unit["ActiveState"], unit["SubState"], unit["Result"], unit["NRestarts"], \
        unit["StateChangeTimestamp"])
      if (unit["ActiveState"] != "active") bad[tenant] = 1
      delete unit
    }
    NF == 0 { row(); next }
    { unit[$1] = substr($0, length($1) + 2) }
    END {
      row()
      for (tenant in rows)
        printf "{\n  \"tenant\": \"%s\",\n  \"tree\": \"%s\",\n  \"converged\": %s,\n  \"workloads\": [\n%s\n  ]\n}\n", \
          tenant, tree, tenant in bad ? "false" : "true", rows[tenant] >(out "/" tenant ".json")
    }'
mkdir -p "$out"
for file in "$out"/*.json; do
  [ ! -e "$file" ] || [ -e "$out.part/${file##*/}" ] || rm "$file"
done
for file in "$out.part"/*.json; do
  [ ! -e "$file" ] || mv "$file" "$out/"
done

# Loads firewalls of tenants into the tables of base.nft.
#
#   firewall.sh start [NAME...] loads those that are not loaded; without a name those of all tenants
#   firewall.sh load NAME...    replaces those of the tenants in one transaction; removes those without a file
#   firewall.sh check NAME...   the same without effect
#   firewall.sh unload NAME...  removes those of the tenants
#   firewall.sh reset           replaces the tables and all loaded firewalls
#
# The kernel does not know whose a chain, a set or an element is, so /run/bbc/nft keeps each loaded file.
# shellcheck disable=SC2046,SC2086 # names of tenants hold no blanks
set -eu
here=$(dirname "$0")
files=$here/../nft
loaded=/run/bbc/nft

# The files of folder $1 that exist, of the tenants given.
existing() {
  folder=$1
  shift
  for name in "$@"; do [ ! -e "$folder/$name.nft" ] || echo "$folder/$name.nft"; done
}

# Prints the statements that remove the contents of files; each is added first, so that it may be absent.
removal() {
  [ $# -gt 0 ] || return 0
  awk '
    $1 == "table" { family = $2 }
    $1 == "chain" {
      print "add chain", family, "bbc", $2
      chains[count++] = family " bbc " $2
    }
    $1 == "set" { set = family " bbc " $2 }
    $1 == "type" { print "add set", set, "{", $0, "; flags interval; }"; sets[number++] = set }
    /^add element / { print; sub(/^add/, "delete"); sub(/ : .*/, " }"); print }
    END {
      for (i = 0; i < count; i++) print "flush chain", chains[i]
      for (i = 0; i < count; i++) print "delete chain", chains[i]
      for (i = 0; i < number; i++) print "delete set", sets[i]
    }' "$@"
}

# Prints files as one statement for each table, for which nft allocates half a MiB, and then their elements. A chain that
# exists would keep its rules before the new ones.
contents() {
  [ $# -gt 0 ] || return 0
  awk '
    /^#/ || NF == 0 { next }
    /^table / { family = $2; next }
    /^}/ { family = ""; next }
    $1 == "chain" { print "add chain", family, "bbc", $2; print "flush chain", family, "bbc", $2 }
    { lines[family, count[family]++] = $0 }
    END {
      for (family in count) {
        if (family == "") continue
        print "table", family, "bbc {"
        for (i = 0; i < count[family]; i++) print lines[family, i]
        print "}"
      }
      for (i = 0; i < count[""]; i++) print lines["", i]
    }' "$@"
}

transition() {
  cat "$here/base.nft"
  removal $(existing "$loaded" "$@")
  contents $(existing "$files" "$@")
}

# Prints all firewalls; those of the tenants given are from their new files.
all() {
  for family in inet bridge; do
    echo "add table $family bbc"
    echo "delete table $family bbc"
  done
  cat "$here/base.nft"
  contents $(others "$@") $(existing "$files" "$@")
}

# Names of all tenants.
names() { find "$files" -name '*.nft' | sed 's|.*/||; s|\.nft$||' | sort; }

# The loaded files, except those of the tenants given.
others() {
  for file in "$loaded"/*.nft; do
    name=${file##*/}
    name=${name%.nft}
    case " $* " in
      *" $name "*) ;;
      *) [ ! -e "$file" ] || echo "$file" ;;
    esac
  done
}

load() {
  # Copies first, so that a full /run changes no firewall; the renames need no space.
  rm -rf "$loaded/.next"
  mkdir "$loaded/.next" || return 1
  present=$(existing "$files" "$@")
  [ -z "$present" ] || cp $present "$loaded/.next" || return 1
  # The first fails too if the kernel has an element that the kept files do not explain.
  transition "$@" | nft --file - 2>/dev/null || all "$@" | nft --file - || return 1
  for file in $(existing "$loaded" "$@"); do
    [ -e "$files/${file##*/}" ] || rm -f "$file"
  done
  [ -z "$present" ] || mv "$loaded/.next"/*.nft "$loaded"
  rmdir "$loaded/.next"
}

verb=$1
shift
mkdir -p "$loaded"
exec 8>"$loaded/lock"
flock 8
case $verb in
  check) transition "$@" | nft --check --file - ;;
  start)
    if [ $# -eq 0 ]; then
      # A file that is refused fails only for its own tenant.
      load $(names) || nft --file "$here/base.nft"
    else
      for name in "$@"; do cmp -s "$files/$name.nft" "$loaded/$name.nft" || load "$name"; done
    fi
    ;;
  load) load "$@" ;;
  unload)
    {
      cat "$here/base.nft"
      removal $(existing "$loaded" "$@")
    } | nft --file -
    former=$(existing "$loaded" "$@")
    [ -z "$former" ] || rm -f $former
    ;;
  reset) all | nft --file - ;;
  *) echo "unknown argument $verb" >&2; exit 2 ;;
esac

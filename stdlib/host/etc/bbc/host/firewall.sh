# Loads firewalls of tenants into the tables of base.nft.
#
#   firewall.sh load NAME...    replaces those of the tenants in one transaction; removes those without a file
#   firewall.sh check NAME...   the same without effect
#   firewall.sh unload NAME...  removes those of the tenants
#   firewall.sh reset           replaces the tables and all loaded firewalls
#
# The kernel does not know whose a chain or an element is, so /run/bbc/nft keeps each loaded file.
set -eu
here=$(dirname "$0")
files=$here/../nft
loaded=/run/bbc/nft

# Prints the statements that remove the contents of file $1; each is added first, so that it may be absent.
removal() {
  [ -e "$1" ] || return 0
  awk '
    $1 == "table" { family = $2 }
    $1 == "chain" {
      print "add chain", family, "bbc", $2
      flush = flush "flush chain " family " bbc " $2 "\n"
      remove = remove "delete chain " family " bbc " $2 "\n"
    }
    /^add element / { print; sub(/^add/, "delete"); sub(/ : .*/, " }"); print }
    END { printf "%s%s", flush, remove }' "$1"
}

# A chain that exists would keep its rules before the new ones.
contents() {
  for name in "$@"; do
    [ -e "$files/$name.nft" ] || continue
    awk '
      $1 == "table" { family = $2 }
      $1 == "chain" { print "add chain", family, "bbc", $2; print "flush chain", family, "bbc", $2 }' "$files/$name.nft"
    cat "$files/$name.nft"
  done
}

transition() {
  cat "$here/base.nft"
  for name in "$@"; do removal "$loaded/$name.nft"; done
  contents "$@"
}

# Prints all firewalls; those of the tenants given are from their new files.
all() {
  for family in inet bridge; do
    echo "add table $family bbc"
    echo "delete table $family bbc"
  done
  cat "$here/base.nft"
  for file in "$loaded"/*.nft; do
    name=$(basename "$file" .nft)
    case " $* " in
      *" $name "*) ;;
      *) [ ! -e "$file" ] || cat "$file" ;;
    esac
  done
  contents "$@"
}

verb=$1
shift
mkdir -p "$loaded"
exec 8>"$loaded/lock"
flock 8
case $verb in
  check) transition "$@" | nft --check --file - ;;
  load)
    # Copies first, so that a full /run changes no firewall; the renames need no space.
    for name in "$@"; do
      rm -f "$loaded/.$name"
      [ ! -e "$files/$name.nft" ] || cmp -s "$files/$name.nft" "$loaded/$name.nft" || cp "$files/$name.nft" "$loaded/.$name"
    done
    # The first fails too if the kernel has an element that the kept files do not explain.
    transition "$@" | nft --file - 2>/dev/null || all "$@" | nft --file -
    for name in "$@"; do
      if [ -e "$loaded/.$name" ]; then
        mv "$loaded/.$name" "$loaded/$name.nft"
      elif [ ! -e "$files/$name.nft" ]; then
        rm -f "$loaded/$name.nft"
      fi
    done
    ;;
  unload)
    {
      cat "$here/base.nft"
      for name in "$@"; do removal "$loaded/$name.nft"; done
    } | nft --file -
    for name in "$@"; do rm -f "$loaded/$name.nft"; done
    ;;
  reset) all | nft --file - ;;
  *) echo "unknown argument $verb" >&2; exit 2 ;;
esac

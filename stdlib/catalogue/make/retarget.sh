#!/bin/bash
# Makes the newest release of the catalogue the default target of the platform, and writes the generated pages and the
# golden data that name it. Read their differences before you commit.
set -euo pipefail

root=$(cd "$(dirname "$0")/../../.." && pwd)
releases=$root/stdlib/catalogue/releases.txt
oldest=$(head -n 1 "$releases")
newest=$(tail -n 1 "$releases")
sed -i "s/^  systemd: Int .*/  systemd: Int where it in $oldest..$newest = $newest/" "$root/stdlib/kinds/platform.bbc"
cd "$root"
# All test classes that bless, by their name.
blessed=$(grep -rl 'getBoolean("bbc.bless")' compiler --include='*Test.java' | sed 's#.*/##;s/\.java$//' | paste -sd ,)
mvn -q -B -pl compiler/bbc -am test -Dbbc.bless=true -Dsurefire.failIfNoSpecifiedTests=false -Dtest="$blessed"
git diff --stat

#!/bin/bash
# Makes the newest release of the catalogue the default target of the platform, and writes the generated pages and the
# golden data that name it. Read their differences before you commit.
set -euo pipefail

root=$(cd "$(dirname "$0")/../../.." && pwd)
releases=$root/stdlib/catalogue/releases.txt
oldest=$(head -n 1 "$releases")
newest=$(tail -n 1 "$releases")
kinds=$root/stdlib/kinds/platform.bbc
target="  systemd: Int where it in $oldest..$newest = $newest"
! grep -qx "$target" "$kinds" || exit 0
sed -i "s/^  systemd: Int .*/$target/" "$kinds"
cd "$root"
mvn -q -B -pl compiler/bbc -am test -Dbbc.bless=true -Dsurefire.failIfNoSpecifiedTests=false \
  -Dtest=VerifyGoldenTest,GoldenTreesTest,DiagnosticsGoldenTest,ExplainGoldenTest,KindsReferenceTest,RawReferenceTest
git diff --stat

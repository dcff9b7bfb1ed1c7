# Updates $STATE_DIRECTORY/current to the files of branch BBC_BRANCH of BBC_REPOSITORY. Every revision gets its own folder, and
# "current" is a symbolic link that is renamed into place: readers never see part of a revision.
#
#   git-sync.sh          synchronises
#   git-sync.sh clean    removes what an interrupted run left
#
# A repository is a tenant's, so nothing in it may fill the host: nothing but the files of one revision is kept. They come in
# one pack, whose size LimitFSIZE= of the unit bounds; BBC_BYTES and BBC_FILES bound them before any is written.
# Unreachable is no fault of the host: exit status 75 is no failure of the unit, and the next attempts are ever rarer.
set -eu
cd "$STATE_DIRECTORY"
part=.part
clean() { rm -rf "$part"; }
clean
[ "${1:-}" != clean ] || exit 0
# Files of another repository are not the tenant's: it may be a later tenant of the same name.
if [ "$(cat origin 2>/dev/null)" != "$BBC_REPOSITORY $BBC_BRANCH" ]; then
  find . -mindepth 1 -maxdepth 1 -exec rm -rf {} +
  echo "$BBC_REPOSITORY $BBC_BRANCH" >origin
fi
now=$(date +%s)
if [ -e retry ]; then
  read -r after attempts <retry
  [ "$now" -ge "$after" ] || exit 0
fi
attempts=${attempts:-0}

# Fails and waits 5, 10, 20, 40, then 60 minutes.
away() {
  delay=$((300 << (attempts < 4 ? attempts : 4)))
  [ "$delay" -lt 3600 ] || delay=3600
  echo "$((now + delay)) $((attempts + 1))" >retry
  echo "$1; next attempt in $((delay / 60)) minutes" >&2
  exit 75
}
refuse() { clean; away "$1: the files of the host stay at $former"; }

# The keys are the platform's, so a stranger who can write to the repository cannot change the files of the host.
signed() {
  [ -n "${BBC_SIGNERS:-}" ] || return 0
  printf '%s\n' "$BBC_SIGNERS" | tr , '\n' | sed 's/^/* namespaces="git" /' >"$part/signers"
  git -C "$part/git" -c gpg.ssh.allowedSignersFile="$PWD/$part/signers" verify-commit "$revision"
}

former=$(readlink current || echo none)
case $BBC_REPOSITORY in
  ssh:*)
    key=$CREDENTIALS_DIRECTORY/git_key
    hosts=$CREDENTIALS_DIRECTORY/git_known-hosts
    { [ -e "$key" ] && [ -e "$hosts" ]; } || refuse "missing credentials git_key and git_known-hosts"
    export GIT_SSH_COMMAND="ssh -F none -i $key -o UserKnownHostsFile=$hosts -o IdentitiesOnly=yes -o BatchMode=yes \
-o StrictHostKeyChecking=yes"
    ;;
esac

branch=refs/heads/$BBC_BRANCH
found=$(git ls-remote -- "$BBC_REPOSITORY" "$branch") || away "the repository does not answer"
revision=$(printf '%s\n' "$found" | awk -v branch="$branch" '$2 == branch { print $1 }')
[ -n "$revision" ] || refuse "the repository has no branch $BBC_BRANCH"
if [ "$former" = "$revision" ] && [ "$(cat signers 2>/dev/null)" = "${BBC_SIGNERS:-}" ]; then
  rm -f retry
  exit 0
fi
mkdir "$part" "$part/files"
git init --quiet --bare "$part/git"
git -C "$part/git" fetch --quiet --depth=1 --no-tags --no-recurse-submodules -- "$BBC_REPOSITORY" "+$branch:refs/bbc/current" ||
  refuse "the revision was not received, or is too large"
revision=$(git -C "$part/git" rev-parse --verify refs/bbc/current)
if ! signed; then
  # The list of keys has changed: what it no longer covers must not be used any longer.
  [ "$former" != "$revision" ] || { rm -f current; former=none; }
  refuse "the revision has no signature of an allowed key"
fi
echo "${BBC_SIGNERS:-}" >signers
git -C "$part/git" ls-tree -r -l --full-tree "$revision" |
  awk -v bytes="$BBC_BYTES" -v files="$BBC_FILES" '
    { total += $4 }
    total > bytes || NR > files { exit bad = 1 }
    END { exit bad }' || refuse "the revision has more than $BBC_BYTES bytes or $BBC_FILES files"
git -C "$part/git" archive --output="$PWD/$part/files.tar" "$revision"
tar --no-same-owner -xf "$part/files.tar" -C "$part/files"
# Links that lead out of the folder would make a reader with more rights read other files of the host.
top=$(readlink -f "$part/files")
find "$part/files" -type l | while IFS= read -r link; do
  case $(readlink "$link") in
    /*) ;;
    *) case $(readlink -m "$link") in "$top"/*) continue ;; esac ;;
  esac
  rm "$link"
  echo "removes link ${link#"$part/files/"}: it leads out of the repository" >&2
done
rm -rf "$revision"
mv "$part/files" "$revision"
ln -sfn "$revision" "$part/link"
mv -T "$part/link" current
find . -mindepth 1 -maxdepth 1 ! -name "$revision" ! -name current ! -name origin ! -name signers -exec rm -rf {} +
echo "now at $revision"

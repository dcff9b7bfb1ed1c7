# Updates $BBC_TARGET/current to the files of branch BBC_REF of BBC_REPOSITORY. Every revision gets its own folder, and
# "current" is a symbolic link that is renamed into place: readers never see part of a revision.
set -eu
store=$BBC_TARGET/repository.git
[ -e "$store/HEAD" ] || git init --quiet --bare "$store"
git -C "$store" fetch --quiet --depth=1 --no-tags --no-recurse-submodules -- "$BBC_REPOSITORY" "+$BBC_REF:refs/bbc/current"
revision=$(git -C "$store" rev-parse --verify refs/bbc/current)
former=$(readlink "$BBC_TARGET/current" || true)
[ "$former" != "$revision" ] || exit 0
part=$BBC_TARGET/.part
rm -rf "$part" "${BBC_TARGET:?}/$revision"
mkdir "$part"
git -C "$store" archive --output="$part.tar" "$revision"
tar --no-same-owner -xf "$part.tar" -C "$part"
rm "$part.tar"
mv "$part" "$BBC_TARGET/$revision"
ln -sfn "$revision" "$part.link"
mv -T "$part.link" "$BBC_TARGET/current"
[ -z "$former" ] || rm -rf "${BBC_TARGET:?}/$former"
echo "now at $revision"

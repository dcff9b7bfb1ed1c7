# Makes $BBC_TARGET/current hold the files of branch BBC_REF of BBC_REPOSITORY. Every revision gets a folder of its
# own and "current" is a link that is renamed into place: a reader never sees half of a revision.
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

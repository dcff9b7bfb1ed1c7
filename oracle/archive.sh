# Sourced, not run: where Debian's packages come from.

# Base address of the distribution's main archive, as apt itself resolves it on this machine.
archive() {
  local field
  # shellcheck disable=SC1091 # not of this repository
  . /etc/os-release
  for field in Codename Suite; do
    # shellcheck disable=SC2016 # a format of apt
    apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' "$field: ${VERSION_CODENAME:-}" 2>/dev/null |
      sort -u | head -n 1 | grep . && return 0
  done
  return 1
}

package io.bitbuilder.bbc.live;

/**
 * Effects of git-sync on a host: a tenant's repository fills no disk, and with signers only a signed revision is taken.
 *
 * @param key the only one of the tenant's signers; it opens the repository by SSH too
 */
record RepositoryEffects(LiveHost host, HostState state, LiveLedger ledger, SshKeyPair key) {
    /** The repository as the host sees it, by SSH. */
    static final String SSH = "ssh://root@127.0.0.1:2222/srv/config";

    private static final String GIT = "/var/lib/private/bbc-git/red/";

    void isBounded() {
        git("git init -q -b main . && echo 1 >file && ln -s /etc/shadow leak && ln -s file link && git add .");
        ledger.equal("git", "files of the revision", "file\nlink", synchronised());
        ledger.equal("git", "slice of the service", "tenant-red.slice", state.unit("git-sync@red.service", "Slice"));
        ledger.holds(
                "git", "user of the files", !host.exec("stat", "-Lc", "%u", GIT).equals("0"), "root");
        git("head -c 20M /dev/urandom >blob && git add blob");
        ledger.equal("git", "files after a blob that is too large", "file\nlink", synchronised());
        git("head -c 3M /dev/zero >blob && git add blob");
        ledger.equal("git", "files after a blob that is small only in its pack", "file\nlink", synchronised());
        ledger.holds("git", "kibibytes that all of these left", kibibytes() < 100, kibibytes());
        for (int push = 0; push < 3; push++) {
            git("head -c 1M /dev/urandom >blob && git add blob");
            ledger.equal("git", "files after a forced push", "blob\nfile\nlink", synchronised());
        }
        ledger.holds("git", "kibibytes after forced pushes", kibibytes() < 1500, kibibytes());
        host.exec("rm", "-r", "/srv/config");
        ledger.equal("git", "files when the repository is away", "blob\nfile\nlink", synchronised());
        ledger.equal("git", "the service has not failed", "success", state.unit("git-sync@red.service", "Result"));
        ledger.holds(
                "git",
                "the next attempt waits",
                host.attempt("test -s " + GIT + "retry").exit() == 0,
                "");
    }

    /** Fetches from an SSH server of the host; the tree names the repository by SSH, and its signers. */
    void isSignedAndFetchedBySsh() {
        String signed = "-c gpg.format=ssh -c commit.gpgSign=true -c user.signingKey=/srv/";
        host.write("/srv/key", key.privateKey());
        host.exec("sh", "-c", """
                chmod 600 /srv/key && cd /srv && ssh-keygen -q -t ed25519 -N '' -f other
                ssh-keygen -y -f key >key.pub
                install -D -m 600 key.pub /root/.ssh/authorized_keys
                dropbearkey -t ed25519 -f server >/dev/null
                dropbear -r server -p 127.0.0.1:2222 -s -E""");
        commit("git init -q -b main . && echo 2 >unsigned && git add .", "");
        ledger.equal("git", "files without the credentials of SSH", "", synchronised());
        reports("missing credentials git_key and git_known-hosts");
        host.exec("sh", "-c", """
                dropbearkey -y -f /srv/server | sed -n 's/^ssh-/[127.0.0.1]:2222 ssh-/p' >/srv/known-hosts
                cd /var/lib/bitbuilder/credentials/red
                for name in key known-hosts; do
                  systemd-creds --with-key=host --name=git_$name encrypt /srv/$name $name
                done""");
        ledger.equal("git", "files of an unsigned revision", "", synchronised());
        reports("the revision has no signature of an allowed key");
        commit("git rm -q unsigned && echo 3 >signed && git add .", signed + "key");
        ledger.equal("git", "files of a signed revision, by SSH", "signed", synchronised());
        commit("git rm -q signed && echo 4 >foreign && git add .", signed + "other");
        ledger.equal("git", "files after a revision that a stranger has signed", "signed", synchronised());
        commit("echo 5 >forged && git add .", "");
        forge();
        ledger.equal("git", "files after a signature of other contents", "signed", synchronised());
    }

    /** Copies the signature of a signed commit to a commit with other files. */
    private void forge() {
        String script = """
                cd /srv/config
                export GIT_AUTHOR_NAME=a GIT_AUTHOR_EMAIL=a@b GIT_COMMITTER_NAME=a GIT_COMMITTER_EMAIL=a@b
                tree=$(git rev-parse HEAD^{tree})
                good=$(git -c gpg.format=ssh -c user.signingKey=/srv/key commit-tree -S -m x $(git mktree </dev/null))
                git cat-file commit $good | sed "s/^tree .*/tree $tree/" >/tmp/commit
                git update-ref refs/heads/main $(git hash-object -t commit -w /tmp/commit)""";
        host.exec("sh", "-c", script);
    }

    private void reports(String reason) {
        String journal =
                host.exec("journalctl", "--no-pager", "-q", "-o", "cat", "-n", "20", "-u", "git-sync@red.service");
        ledger.holds("git", "the journal has the reason: " + reason, journal.contains(reason), journal);
    }

    private void git(String change) {
        commit(change, "");
    }

    /** Replaces the only commit of the repository. */
    private void commit(String change, String options) {
        host.exec("sh", "-c", "mkdir -p /srv/config && cd /srv/config && " + change + """
                 && export GIT_AUTHOR_NAME=a GIT_AUTHOR_EMAIL=a@b GIT_COMMITTER_NAME=a GIT_COMMITTER_EMAIL=a@b &&
                git update-ref -d HEAD; git %s commit -qm change""".formatted(options));
    }

    private String synchronised() {
        return host.exec("sh", "-c", """
                # The timer may have started it.
                systemctl stop git-sync@red.service 2>/dev/null
                rm -f %1$sretry
                systemctl reset-failed git-sync@red.service
                systemctl start git-sync@red.service && ls %1$scurrent/ 2>/dev/null || true""".formatted(GIT));
    }

    private long kibibytes() {
        return Long.parseLong(host.exec("sh", "-c", "du -sk " + GIT + " | cut -f1"));
    }
}

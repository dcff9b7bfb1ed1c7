package io.bitbuilder.systemd.object;

import java.util.List;

/** Kind of files that systemd reads. */
public enum FileKind {
    /** Service unit. */
    SERVICE("service", PathPart.ENDING, "service", FileSyntax.SECTIONS, "service", "unit"),
    /** Socket unit. */
    SOCKET("socket", PathPart.ENDING, "socket", FileSyntax.SECTIONS, "socket", "unit"),
    /** Mount point unit. */
    MOUNT("mount", PathPart.ENDING, "mount", FileSyntax.SECTIONS, "mount", "unit"),
    /** Automount point unit. */
    AUTOMOUNT("automount", PathPart.ENDING, "automount", FileSyntax.SECTIONS, "automount", "unit"),
    /** Swap device or file unit. */
    SWAP("swap", PathPart.ENDING, "swap", FileSyntax.SECTIONS, "swap", "unit"),
    /** Timer unit. */
    TIMER("timer", PathPart.ENDING, "timer", FileSyntax.SECTIONS, "timer", "unit"),
    /** Watched path unit. */
    PATH("path", PathPart.ENDING, "path", FileSyntax.SECTIONS, "path", "unit"),
    /** Slice unit. */
    SLICE("slice", PathPart.ENDING, "slice", FileSyntax.SECTIONS, "slice", "unit"),
    /** Scope unit. */
    SCOPE("scope", PathPart.ENDING, "scope", FileSyntax.SECTIONS, "scope", "unit"),
    /** Target unit. */
    TARGET("target", PathPart.ENDING, "target", FileSyntax.SECTIONS, "unit"),
    /** Device unit. */
    DEVICE("device", PathPart.ENDING, "device", FileSyntax.SECTIONS, "unit"),
    /** Network of networkd. */
    NETWORK("network", PathPart.ENDING, "network", FileSyntax.SECTIONS, "network"),
    /** Virtual device of networkd. */
    NETDEV("netdev", PathPart.ENDING, "netdev", FileSyntax.SECTIONS, "netdev"),
    /** Link of udev. */
    LINK("link", PathPart.ENDING, "link", FileSyntax.SECTIONS, "link"),
    /** Settings of a container. */
    NSPAWN("nspawn", PathPart.ENDING, "nspawn", FileSyntax.SECTIONS, "nspawn"),
    /** Delegated DNS zones of resolved. */
    DNS_DELEGATE("dns-delegate", PathPart.ENDING, "dns-delegate", FileSyntax.SECTIONS, "dns-delegate"),
    /** DNS-SD service of resolved. */
    DNSSD("dnssd", PathPart.ENDING, "dnssd", FileSyntax.SECTIONS, "dnssd"),
    /** Transfer of sysupdate. */
    SYSUPDATE_TRANSFER("sysupdate.transfer", PathPart.ENDING, "transfer", FileSyntax.SECTIONS, "sysupdate.transfer"),
    /** Feature of sysupdate. */
    SYSUPDATE_FEATURE("sysupdate.feature", PathPart.ENDING, "feature", FileSyntax.SECTIONS, "sysupdate.feature"),
    /** Component of sysupdate. */
    SYSUPDATE_COMPONENT(
            "sysupdate.component", PathPart.ENDING, "component", FileSyntax.SECTIONS, "sysupdate.component"),
    /** Configuration of networkd. */
    NETWORKD_CONF("networkd.conf", PathPart.NAME, "networkd.conf", FileSyntax.SECTIONS, "networkd.conf"),
    /** Configuration of resolved. */
    RESOLVED_CONF("resolved.conf", PathPart.NAME, "resolved.conf", FileSyntax.SECTIONS, "resolved.conf"),
    /** Configuration of journald. */
    JOURNALD_CONF("journald.conf", PathPart.NAME, "journald.conf", FileSyntax.SECTIONS, "journald.conf"),
    /** Configuration of logind. */
    LOGIND_CONF("logind.conf", PathPart.NAME, "logind.conf", FileSyntax.SECTIONS, "logind.conf"),
    /** Configuration of timesyncd. */
    TIMESYNCD_CONF("timesyncd.conf", PathPart.NAME, "timesyncd.conf", FileSyntax.SECTIONS, "timesyncd.conf"),
    /** Configuration of the system manager. */
    SYSTEM_CONF("system.conf", PathPart.NAME, "system.conf", FileSyntax.SECTIONS, "system.conf"),
    /** Configuration of the user managers. */
    USER_CONF("user.conf", PathPart.NAME, "user.conf", FileSyntax.SECTIONS, "system.conf"),
    /** Configuration of coredumps. */
    COREDUMP_CONF("coredump.conf", PathPart.NAME, "coredump.conf", FileSyntax.SECTIONS, "coredump.conf"),
    /** Configuration of homed. */
    HOMED_CONF("homed.conf", PathPart.NAME, "homed.conf", FileSyntax.SECTIONS, "homed.conf"),
    /** Configuration of oomd. */
    OOMD_CONF("oomd.conf", PathPart.NAME, "oomd.conf", FileSyntax.SECTIONS, "oomd.conf"),
    /** Configuration of pstore. */
    PSTORE_CONF("pstore.conf", PathPart.NAME, "pstore.conf", FileSyntax.SECTIONS, "pstore.conf"),
    /** Configuration of sleep. */
    SLEEP_CONF("sleep.conf", PathPart.NAME, "sleep.conf", FileSyntax.SECTIONS, "sleep.conf"),
    /** Configuration of udev. */
    UDEV_CONF("udev.conf", PathPart.NAME, "udev.conf", FileSyntax.SECTIONS, "udev.conf"),
    /** Configuration of system extensions. */
    SYSEXT_CONF("sysext.conf", PathPart.NAME, "sysext.conf", FileSyntax.SECTIONS, "sysext.conf"),
    /** Configuration of configuration extensions. */
    CONFEXT_CONF("confext.conf", PathPart.NAME, "confext.conf", FileSyntax.SECTIONS, "confext.conf"),
    /** Description of an operating system. */
    OS_RELEASE("os-release", PathPart.NAME, "os-release", FileSyntax.ENVIRONMENT, "os-release"),
    /** Description of an extension image. */
    EXTENSION_RELEASE(
            "extension-release", PathPart.PREFIX, "extension-release", FileSyntax.ENVIRONMENT, "extension-release"),
    /** Partition of repart. */
    REPART_D("repart.d", PathPart.FOLDER, "repart.d", FileSyntax.SECTIONS, "repart.d"),
    /** Temporary files. */
    TMPFILES_D("tmpfiles.d", PathPart.FOLDER, "tmpfiles.d", FileSyntax.TMPFILES, "tmpfiles.d"),
    /** System users. */
    SYSUSERS_D("sysusers.d", PathPart.FOLDER, "sysusers.d", FileSyntax.SYSUSERS, "sysusers.d");

    /** Part of a path that determines the kind. */
    enum PathPart {
        /** The extension: {@code service}. */
        ENDING,
        /** The whole name: {@code networkd.conf}. */
        NAME,
        /** The name up to a dot: {@code extension-release}. */
        PREFIX,
        /** The folder of files with the extension {@code .conf}: {@code repart.d}. */
        FOLDER
    }

    private final String word;
    private final PathPart pathPart;
    private final String mark;
    private final FileSyntax syntax;
    private final List<String> types;

    FileKind(String word, PathPart pathPart, String mark, FileSyntax syntax, String... types) {
        this.word = word;
        this.pathPart = pathPart;
        this.mark = mark;
        this.syntax = syntax;
        this.types = List.of(types);
    }

    /** Returns the part of the path that determines it. */
    PathPart pathPart() {
        return pathPart;
    }

    /** Returns the content of that part, such as {@code service} or {@code networkd.conf}. */
    String mark() {
        return mark;
    }

    /** Returns its name in messages and options: {@code service}, {@code networkd.conf}, {@code sysupdate.transfer}. */
    public String word() {
        return word;
    }

    /** Returns the types of the catalogue whose directives are valid in it; the first match wins. */
    public List<String> types() {
        return types;
    }

    /** Returns the syntax of its files. */
    public FileSyntax syntax() {
        return syntax;
    }

    /** Returns true for units, which the manager itself loads. */
    public boolean isUnit() {
        return types.contains("unit");
    }

    /** Returns the name of an object of this kind, {@code a.service} for {@code a}. */
    public String object(String stem) {
        return switch (pathPart) {
            case ENDING -> stem + "." + mark;
            case NAME -> mark;
            case PREFIX -> mark + "." + stem;
            case FOLDER -> stem + ".conf";
        };
    }
}

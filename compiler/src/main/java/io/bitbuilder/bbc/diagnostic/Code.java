package io.bitbuilder.bbc.diagnostic;

import java.util.Optional;

/**
 * Every finding that bbc can make: three letters for the family, three digits. Each has a page in
 * {@code stdlib/codes/<CODE>.md} with a wrong and a right example that the tests compile.
 */
public enum Code {
    // --- LEX: bytes, characters, tokens, limits of a file
    LEX001(Severity.ERROR, "the bytes are not UTF-8"),
    LEX002(Severity.ERROR, "the file begins with a byte order mark"),
    LEX003(Severity.ERROR, "a carriage return stands without a line feed"),
    LEX004(Severity.ERROR, "the text holds a character that cannot be reviewed"),
    LEX005(Severity.ERROR, "the text is not in Unicode normal form C"),
    LEX010(Severity.ERROR, "the name of an input file or folder is not plain"),
    LEX011(Severity.ERROR, "the name of an input file is in the wrong case"),
    LEX012(Severity.ERROR, "an input file is hidden"),
    LEX013(Severity.ERROR, "an input is no regular file"),
    LEX014(Severity.ERROR, "two input files have the same path"),
    LEX015(Severity.NOTE, "a backup of an input file is ignored"),

    LEX020(Severity.ERROR, "a size lacks the B of its unit"),
    LEX021(Severity.ERROR, "a number or a unit that the language does not know"),
    LEX022(Severity.ERROR, "a text is not closed"),
    LEX023(Severity.ERROR, "an escape that the language does not know"),
    LEX024(Severity.ERROR, "a character that the language does not use"),
    LEX025(Severity.ERROR, "an escape makes a character that may stand nowhere"),

    // --- SYN: grammar of .bbc
    SYN001(Severity.ERROR, "the text does not follow the grammar"),
    SYN002(Severity.ERROR, "a bracket has no partner"),
    SYN003(Severity.ERROR, "a block that does not stand at the top of a file"),
    SYN004(Severity.ERROR, "a statement outside any block"),
    SYN005(Severity.ERROR, "documentation of nothing"),
    SYN090(Severity.ERROR, "this part of the language is not built yet"),

    // --- JSN: metadata.json
    JSN001(Severity.ERROR, "the file is not JSON"),
    JSN002(Severity.ERROR, "a key stands twice in an object"),
    JSN003(Severity.ERROR, "a key that the format does not have"),
    JSN004(Severity.ERROR, "a value of another type than the format's"),
    JSN005(Severity.ERROR, "a word that is none of the format's"),
    JSN006(Severity.ERROR, "a key that the format demands is missing"),
    JSN007(Severity.ERROR, "a value that is not of its form"),
    JSN008(Severity.ERROR, "a value that could have no effect"),
    JSN009(Severity.ERROR, "an escape makes a character that may stand nowhere"),
    JSN010(Severity.ERROR, "two interfaces have one name"),
    JSN090(Severity.ERROR, "this part of the format is not built yet"),

    // --- TYP: types of values
    TYP001(Severity.ERROR, "a value of another type than its place takes"),
    TYP002(Severity.ERROR, "a text that is no value of its type"),
    TYP003(Severity.ERROR, "a value outside of what its field allows"),
    TYP004(Severity.ERROR, "a statement of another form than its member"),
    TYP005(Severity.ERROR, "an operator that does not take these values"),
    TYP006(Severity.ERROR, "a function with other arguments than it takes"),
    TYP007(Severity.ERROR, "auto or none where a value must stand"),
    TYP008(Severity.ERROR, "a type that cannot stand here"),

    // --- NAM: names and references
    NAM001(Severity.ERROR, "an unknown name"),
    NAM002(Severity.ERROR, "an unknown field or block"),
    NAM003(Severity.ERROR, "a reference to something that does not exist"),
    NAM004(Severity.ERROR, "an unknown type, profile or function"),
    NAM005(Severity.ERROR, "a name declared twice"),
    NAM006(Severity.ERROR, "a name that cannot be given"),
    NAM007(Severity.ERROR, "a name that means two things"),
    NAM008(Severity.ERROR, "a profile in a block that it is not for"),
    NAM201(Severity.ERROR, "two tenants with one id"),
    NAM203(Severity.ERROR, "a machine name that is too long"),
    NAM204(Severity.ERROR, "two interfaces with one name"),

    // --- OWN: who may write what
    OWN001(Severity.ERROR, "a tenant writes what belongs to the platform"),
    OWN002(Severity.ERROR, "a tenant is written outside of its folder"),
    OWN003(Severity.ERROR, "a tenant that the platform does not admit"),
    OWN004(Severity.ERROR, "more than one platform"),
    OWN005(Severity.ERROR, "a change touches files of the platform"),
    OWN010(Severity.ERROR, "a tenant's folder has no valid name"),
    OWN011(Severity.ERROR, "a file in the tenants folder belongs to no tenant"),

    // --- MRG: merging of writers
    MRG001(Severity.ERROR, "writers that do not beat each other disagree"),
    MRG002(Severity.ERROR, "a final value is changed"),
    MRG003(Severity.ERROR, "a field is written twice in one body"),
    MRG004(Severity.ERROR, "profiles use each other in a circle"),

    // --- STG: stages of values
    STG001(Severity.ERROR, "what is fixed before the allocation depends on what it gives"),
    STG002(Severity.ERROR, "what decides over `use` looks into a block"),

    // --- EVA: evaluation
    EVA001(Severity.ERROR, "values depend on each other in a circle"),
    EVA002(Severity.ERROR, "arithmetic without an exact result"),
    EVA003(Severity.ERROR, "a position outside of its range"),

    // --- LIM: limits
    LIM001(Severity.ERROR, "a limit is exceeded"),
    LIM032(Severity.ERROR, "values depend on each other over too many others"),

    // --- RES: resources, quotas, capacity, required fields
    RES001(Severity.ERROR, "a required field that nobody wrote"),
    RES101(Severity.ERROR, "workloads ask for more than the quota"),
    RES102(Severity.ERROR, "a quota above what the platform admits"),
    RES103(Severity.ERROR, "a host is promised more than it has"),
    RES104(Severity.ERROR, "no host has room"),
    RES105(Severity.ERROR, "workloads that a network joins are pinned to two hosts"),
    RES106(Severity.ERROR, "a pool is full"),
    RES107(Severity.ERROR, "memory.high above memory.limit"),
    RES108(Severity.ERROR, "a share of CPU in two scales"),
    RES109(Severity.ERROR, "a part of a virtual processor"),
    RES110(Severity.ERROR, "a field that needs a newer systemd"),
    RES111(Severity.ERROR, "pinned to processors that the host does not have"),
    RES112(Severity.ERROR, "a pool without the fields of its name"),
    RES113(Severity.ERROR, "two hosts with one address"),

    // --- NET: networks and subnets
    NET001(Severity.ERROR, "a network in a range that the platform keeps"),
    NET002(Severity.ERROR, "a network that is too small"),
    NET003(Severity.ERROR, "a DHCP range outside its network"),
    NET004(Severity.ERROR, "networks that overlap"),
    NET005(Severity.ERROR, "a machine with two attachments"),
    NET006(Severity.ERROR, "the network of the host beside a network of its own"),
    NET007(Severity.ERROR, "a published port that leads nowhere"),
    NET008(Severity.ERROR, "an attachment without an address"),
    NET009(Severity.ERROR, "an IPv6 address on a network without IPv6"),
    NET010(Severity.ERROR, "a network in a range with another meaning"),
    NET011(Severity.WARNING, "nobody offers what is consumed"),
    NET012(Severity.WARNING, "what is consumed runs on another host"),
    NET013(Severity.ERROR, "an offer of a workload that nobody can reach"),
    NET014(Severity.ERROR, "a network that nothing leaves consumes an offer"),
    NET015(Severity.ERROR, "two offers are consumed under one name"),
    NET016(Severity.ERROR, "a name of an offer that can't be given to a guest"),

    // --- ADR: addresses and MACs
    ADR001(Severity.ERROR, "a MAC address taken twice"),
    ADR002(Severity.ERROR, "a MAC address that no interface of ours may have"),
    ADR003(Severity.ERROR, "an address outside its network"),
    ADR004(Severity.ERROR, "an address that has another use"),
    ADR005(Severity.ERROR, "an address in the DHCP range"),
    ADR006(Severity.ERROR, "an address taken twice"),
    ADR007(Severity.ERROR, "a vsock address taken twice"),

    // --- PRT: ports
    PRT001(Severity.ERROR, "a port of a host published twice"),

    // --- SEC: security
    SEC001(Severity.ERROR, "a capability above the ceiling"),
    SEC002(Severity.ERROR, "system calls above the ceiling"),
    SEC003(Severity.ERROR, "the network of the host without permission"),
    SEC004(Severity.ERROR, "system calls allowed and denied"),
    SEC005(Severity.ERROR, "a ceiling of no trust"),
    SEC006(Severity.ERROR, "a text that can't be written to a file"),

    // --- EXT: extensions
    EXT001(Severity.ERROR, "an extension in the list of another type"),
    EXT002(Severity.ERROR, "an extension named twice"),

    // --- IMG: images
    IMG001(Severity.ERROR, "a workload without an image"),
    IMG002(Severity.ERROR, "an image of the wrong form"),

    // --- VOL: volumes
    VOL001(Severity.ERROR, "volumes in one place"),
    VOL002(Severity.ERROR, "a volume over the system"),
    VOL003(Severity.ERROR, "a volume that a read-only root has no folder for"),

    // --- UID: user id ranges
    UID001(Severity.ERROR, "user ids of two containers meet"),
    UID002(Severity.ERROR, "user ids that are not a block of 65536"),
    UID003(Severity.ERROR, "user ids that are not for containers"),

    // --- RAW: directives written as they stand
    RAW001(Severity.ERROR, "no file and section that raw may write"),
    RAW002(Severity.ERROR, "a directive that systemd does not have"),
    RAW003(Severity.ERROR, "a directive that the fleet's systemd does not use"),
    RAW004(Severity.ERROR, "a value that systemd does not take"),
    RAW005(Severity.ERROR, "a directive that raw may not write"),
    RAW006(Severity.ERROR, "a value that a tenant may not ask for"),
    RAW007(Severity.ERROR, "a directive that a field writes"),
    RAW008(Severity.ERROR, "a text that no line can hold"),

    // --- LCK: locks
    LCK001(Severity.ERROR, "a lock file that bbc did not write"),
    LCK002(Severity.ERROR, "a claim has two lines in a lock file"),
    LCK003(Severity.ERROR, "a line of a lock file names no claim"),
    LCK004(Severity.ERROR, "locked to a host that is gone"),
    LCK005(Severity.ERROR, "workloads that a network joins are locked to two hosts"),
    LCK006(Severity.ERROR, "locked to what the pool does not give"),
    LCK007(Severity.ERROR, "two claims are locked to one slot"),
    LCK008(Severity.ERROR, "a claim without a line in a lock file"),
    LCK009(Severity.ERROR, "a locked claim moved"),
    LCK010(Severity.ERROR, "a change moves what a neighbour was given"),

    // --- GIT: Git input and output
    GIT001(Severity.ERROR, "a Git tree holds names that are not sound on every machine"),
    GIT002(Severity.ERROR, "an input file has an odd mode in Git"),
    GIT003(Severity.ERROR, "an input file is stored with Git LFS"),
    GIT004(Severity.ERROR, "a path of the index is not merged"),
    GIT005(Severity.ERROR, "a change does not merge beyond doubt"),

    // --- OUT: output

    // --- SYS: files of systemd, as `bbc verify` finds them; the effect is what systemd does
    SYS001(Effect.LINE_IGNORED, Severity.ERROR, "a line that is no header, no assignment and no comment"),
    SYS002(Effect.SECTION_IGNORED, Severity.ERROR, "a section that this type of file does not have"),
    SYS003(Effect.LINE_IGNORED, Severity.ERROR, "a directive that its section does not have"),
    SYS004(Effect.LINE_IGNORED, Severity.ERROR, "a value that systemd does not take"),
    SYS005(Effect.PART_IGNORED, Severity.ERROR, "a part of a value that systemd does not take"),
    SYS006(Effect.CHANGED, Severity.WARNING, "a value that systemd changes"),
    SYS007(Effect.SECTION_IGNORED, Severity.ERROR, "a section that systemd leaves out"),
    SYS008(Effect.FILE_IGNORED, Severity.ERROR, "a file that systemd leaves out"),
    SYS009(Effect.UNIT_REFUSED, Severity.ERROR, "a unit that systemd does not load"),
    SYS010(Effect.USED, Severity.WARNING, "a directive or a value that systemd advises against"),
    SYS011(Effect.LINE_IGNORED, Severity.ERROR, "a directive that systemd does not use any more"),
    SYS012(Effect.LINE_IGNORED, Severity.ERROR, "a directive or a value that the target's systemd does not know yet"),
    SYS013(Effect.SILENT, Severity.WARNING, "a value without effect, of which systemd says nothing"),
    SYS014(Effect.SILENT, Severity.WARNING, "an old name that systemd takes without a word"),

    // --- SYS1: what has no effect, of which systemd says nothing unless the effect tells
    SYS101(Effect.SILENT, Severity.WARNING, "a section whose switch is off"),
    SYS102(Effect.SILENT, Severity.WARNING, "a device that stands on a link which does not ask for it"),
    SYS103(Effect.LINE_IGNORED, Severity.ERROR, "a device that no .netdev file makes"),
    SYS104(Effect.SILENT, Severity.WARNING, "VLANs of a bridge that does not filter by them"),
    SYS105(Effect.SILENT, Severity.WARNING, "a .network file for a link that nothing makes"),
    SYS106(Effect.SILENT, Severity.WARNING, "a .network file that comes after another one for the same link"),
    SYS107(Effect.SILENT, Severity.WARNING, "an [Install] section in a unit that a generator writes"),
    SYS108(Effect.SILENT, Severity.WARNING, "a unit that does not exist"),
    SYS109(Effect.SILENT, Severity.WARNING, "a credential whose file does not exist"),
    SYS110(Effect.SILENT, Severity.WARNING, "a file that systemd does not read where it lies"),
    SYS111(Effect.SILENT, Severity.WARNING, "extensions in a folder that systemd does not search"),
    SYS112(Effect.SILENT, Severity.WARNING, "an extension that is not merged"),
    SYS113(Effect.SILENT, Severity.WARNING, "a specifier or variable in a file that expands none"),
    SYS114(Effect.SILENT, Severity.NOTE, "a key in a file that systemd-networkd must be able to read"),
    SYS115(Effect.SILENT, Severity.ERROR, "an option that the program does not have"),
    SYS116(Effect.SILENT, Severity.WARNING, "a virtual machine that leaves its unit"),
    SYS117(Effect.SILENT, Severity.NOTE, "a network namespace that is made by hand"),
    SYS118(Effect.SILENT, Severity.NOTE, "a setting that another one implies"),
    SYS119(Effect.SILENT, Severity.WARNING, "an overlay whose folders lie in one another"),
    SYS120(Effect.SILENT, Severity.WARNING, "a name that the object of a file cannot have"),

    // --- SYS2: files that do not stand together
    SYS201(Effect.SILENT, Severity.WARNING, "two links with one address"),
    SYS202(Effect.SILENT, Severity.WARNING, "two links with overlapping subnets"),
    SYS203(Effect.SILENT, Severity.WARNING, "two WireGuard devices with one port"),
    SYS204(Effect.SILENT, Severity.WARNING, "two VLANs with one number on one link"),
    SYS205(Effect.SILENT, Severity.WARNING, "two VXLANs with one number"),
    SYS206(Effect.SILENT, Severity.WARNING, "two links with one MAC address"),
    SYS207(Effect.SILENT, Severity.WARNING, "two sockets that listen on one address"),
    SYS208(Effect.SILENT, Severity.WARNING, "a DHCP server that gives what its subnet does not have"),
    SYS209(Effect.SILENT, Severity.WARNING, "a gateway outside of the subnets of its link"),
    ;

    private final Optional<Effect> effect;
    private final Severity severity;
    private final String title;

    Code(Severity severity, String title) {
        this(Optional.empty(), severity, title);
    }

    Code(Effect effect, Severity severity, String title) {
        this(Optional.of(effect), severity, title);
    }

    Code(Optional<Effect> effect, Severity severity, String title) {
        this.effect = effect;
        this.severity = severity;
        this.title = title;
    }

    /** What systemd does with what it concerns, for findings about files of systemd. */
    public Optional<Effect> effect() {
        return effect;
    }

    /** The severity of every finding with this code. */
    public Severity severity() {
        return severity;
    }

    /** What it is about, without values, in lower case and without a full stop. */
    public String title() {
        return title;
    }
}

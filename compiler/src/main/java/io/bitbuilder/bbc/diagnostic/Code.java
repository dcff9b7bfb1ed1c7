package io.bitbuilder.bbc.diagnostic;

/**
 * Every finding that bbc can make: three letters for the family, three digits. Each has a page in
 * {@code stdlib/codes/<CODE>.md} with a wrong and a right example that the tests compile.
 */
public enum Code {
    // --- LEX: bytes, characters, tokens, limits of a file

    // --- SYN: grammar of .bbc
    SYN001(Severity.ERROR, "the text does not follow the grammar"),
    SYN090(Severity.ERROR, "this part of the language is not built yet"),

    // --- JSN: metadata.json

    // --- TYP: types of values

    // --- NAM: names and references

    // --- OWN: who may write what

    // --- MRG: merging of writers

    // --- STG: stages of values

    // --- EVA: evaluation

    // --- LIM: limits

    // --- RES: resources, quotas, capacity, required fields

    // --- NET: networks and subnets

    // --- ADR: addresses and MACs

    // --- PRT: ports

    // --- SEC: security

    // --- EXT: extensions

    // --- IMG: images

    // --- VOL: volumes

    // --- UID: user id ranges

    // --- LCK: locks

    // --- GIT: Git input and output

    // --- OUT: output
    ;

    private final Severity severity;
    private final String title;

    Code(Severity severity, String title) {
        this.severity = severity;
        this.title = title;
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

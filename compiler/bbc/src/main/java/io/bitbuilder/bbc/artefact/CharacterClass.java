package io.bitbuilder.bbc.artefact;

/** Sets of ASCII characters, each for one kind of place. */
enum CharacterClass {
    /** Characters that need no escape in any format. */
    WORD("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._:/@+-=,~^"),
    /** Characters of an argument that needs no quotes. */
    ARGUMENT("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._:/@+-=,"),
    /** Characters of keywords, numbers and addresses of nft. */
    NFT("abcdefghijklmnopqrstuvwxyz0123456789_-./:,@"),
    /** Characters of a quoted interface. */
    NFT_QUOTED("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-.:"),
    /** Characters of names of tables and chains. */
    NFT_IDENTIFIER("abcdefghijklmnopqrstuvwxyz0123456789_");

    private final boolean[] held = new boolean[128];

    CharacterClass(String all) {
        for (char c : all.toCharArray()) {
            held[c] = true;
        }
    }

    /** Returns whether all characters from a start to an end, exclusive, are in the set. */
    boolean holdAll(String text, int start, int end) {
        for (int at = start; at < end; at++) {
            char c = text.charAt(at);
            if (c >= held.length || !held[c]) {
                return false;
            }
        }
        return true;
    }
}

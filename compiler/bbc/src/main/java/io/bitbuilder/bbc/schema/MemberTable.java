package io.bitbuilder.bbc.schema;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The members of a kind or of a nested block, in order of declaration. */
public final class MemberTable {
    private final Map<String, Member> members;

    /** Creates a table of these members; names are unique. */
    public MemberTable(List<Member> members) {
        Map<String, Member> byName = new LinkedHashMap<>();
        members.forEach(m -> byName.putIfAbsent(m.name(), m));
        this.members = Collections.unmodifiableMap(byName);
    }

    /** Returns all members, in order of declaration. */
    public Map<String, Member> members() {
        return members;
    }

    /** Returns the member of that name. */
    public Optional<Member> member(String name) {
        return Optional.ofNullable(members.get(name));
    }
}

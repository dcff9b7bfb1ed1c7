package io.bitbuilder.bbc.resolve;

import io.bitbuilder.bbc.eval.Value;
import io.bitbuilder.bbc.schema.Schema;
import io.bitbuilder.bbc.syntax.Decl;
import io.bitbuilder.core.source.Owner;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** Resolved program of all files: the platform and its tenants. */
public interface Program {
    /** Field of the platform that names the policies of the standard library that apply. */
    String POLICIES = "policies";

    /**
     * Returns the platform. Pools and ceilings that it does not declare are the built-in ones; without a platform it is
     * the built-in one.
     */
    Block platform();

    /** Returns whether no platform is declared. */
    boolean builtin();

    /** Returns the tenants, sorted by name. */
    List<Block> tenants();

    /** Returns the kinds of its blocks. */
    Schema schema();

    /** Returns the policies of the standard library, which apply if the platform names them, and of the platform. */
    SortedMap<String, Decl.Policy> policies();

    /** Returns the waivers of the platform, in the order of files. */
    List<Decl.Waiver> waivers();

    /** Returns a {@code let} at the top of a file that an owner sees: of its own or of the platform. */
    Optional<Value> let(Owner owner, String name);

    /** Returns the names of these. */
    List<String> lets(Owner owner);

    /** Returns the steps of evaluation that its blocks have cost so far. */
    long steps();

    /** Sets the values of the late fields; called once, after the allocation. */
    void grant(FieldGrants grants);

    /**
     * Reports unknown names and calls in expressions that nothing evaluated, such as those of a branch that is not
     * taken; called once, after all fields have a value.
     */
    void checkUnreached();
}

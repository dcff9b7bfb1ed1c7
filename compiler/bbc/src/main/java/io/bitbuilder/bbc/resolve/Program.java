package io.bitbuilder.bbc.resolve;

import io.bitbuilder.bbc.schema.Schema;
import java.util.List;

/** Resolved program of all files: the platform and its tenants. */
public interface Program {
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

    /** Sets the values of the late fields; called once, after the allocation. */
    void grant(FieldGrants grants);
}

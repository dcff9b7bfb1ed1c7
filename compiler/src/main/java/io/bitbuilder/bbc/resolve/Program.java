package io.bitbuilder.bbc.resolve;

import io.bitbuilder.bbc.schema.Schema;
import java.util.List;

/** All files as one: the platform and its tenants. */
public interface Program {
    /**
     * The platform. Pools and ceilings that it does not declare are the built-in ones; without a platform it is the built-in one.
     */
    Block platform();

    /** True when nobody declared a platform. */
    boolean builtin();

    /** The tenants, sorted by name. */
    List<Block> tenants();

    /** The kinds that its blocks are of. */
    Schema schema();

    /** Gives the late fields their values; to be called once, after the allocation. */
    void grant(Grants grants);
}

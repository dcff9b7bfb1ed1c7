package io.bitbuilder.bbc.value;

/** An IP address of either family; {@code toString} is the canonical form. */
public sealed interface Address permits Address4, Address6 {}

/** Policies of the platform over the evaluated program, and the waivers of their findings. */
@NullMarked
package io.bitbuilder.bbc.policy;

import org.jspecify.annotations.NullMarked;

/**
 * Tests whose cases are folders and pages: what the compiler says about whole inputs. {@code docs/testing.md} tells how
 * to add one.
 */
package io.bitbuilder.bbc.golden;

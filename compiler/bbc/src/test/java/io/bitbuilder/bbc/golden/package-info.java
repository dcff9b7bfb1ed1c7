/**
 * Tests whose cases are folders and pages: findings of the compiler for whole inputs. {@code docs/testing.md} describes
 * how to add one.
 */
package io.bitbuilder.bbc.golden;

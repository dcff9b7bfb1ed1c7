/**
 * Real systemd as judge. In come compiled trees ({@code <tree>/hosts/<host>/etc}); out come the complaints of the
 * programs that will read them on a host: systemd-analyze, networkd, nft, nspawn, vmspawn, systemd-confext, and a whole
 * host that boots with the tree. The programs live in a Debian root that {@code oracle/make-root.sh} keeps in a cache.
 */
@NullMarked
package io.bitbuilder.systemd.oracle;

import org.jspecify.annotations.NullMarked;

package io.bitbuilder.bbc.fleet;

/** Published port: ports of the host (granted or pinned) and of the guest, 1 to 65535. */
public record Publish(Proto proto, int host, int guest, Origins at) {}

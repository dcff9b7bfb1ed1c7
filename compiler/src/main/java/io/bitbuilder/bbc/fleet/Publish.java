package io.bitbuilder.bbc.fleet;

/** A published port: of the host (granted or pinned) and of the guest, 1 to 65535. */
public record Publish(Proto proto, int host, int guest, Origins at) {}

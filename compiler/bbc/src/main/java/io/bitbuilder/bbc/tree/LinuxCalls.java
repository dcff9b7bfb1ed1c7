package io.bitbuilder.bbc.tree;

import io.bitbuilder.core.fault.InternalFault;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Two Linux system calls without a Java API: renameat2(2) with RENAME_EXCHANGE, the only atomic swap of two folders,
 * and syncfs(2), one sync for a whole tree. Each returns whether it succeeded; the caller has a slower fallback.
 */
final class LinuxCalls {
    private static final int AT_FDCWD = -100;
    private static final int RENAME_EXCHANGE = 2;
    private static final int O_RDONLY = 0;

    private LinuxCalls() {}

    /**
     * Swaps the names of two existing folders of one file system; false if the kernel, C library or file system does
     * not support it.
     */
    static boolean exchange(Path one, Path other) {
        Optional<MethodHandle> call = function(
                "renameat2",
                FunctionDescriptor.of(
                        ValueLayout.JAVA_INT,
                        ValueLayout.JAVA_INT,
                        ValueLayout.ADDRESS,
                        ValueLayout.JAVA_INT,
                        ValueLayout.ADDRESS,
                        ValueLayout.JAVA_INT));
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment from = arena.allocateFrom(one.toString());
            MemorySegment to = arena.allocateFrom(other.toString());
            return call.isPresent() && (int) call.get().invokeExact(AT_FDCWD, from, AT_FDCWD, to, RENAME_EXCHANGE) == 0;
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    /** Syncs the file system of a folder to disk; false if that is not possible in one call. */
    static boolean syncFileSystem(Path folder) {
        Optional<MethodHandle> open = function(
                "open", FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_INT));
        FunctionDescriptor ofDescriptor = FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT);
        Optional<MethodHandle> syncfs = function("syncfs", ofDescriptor);
        Optional<MethodHandle> close = function("close", ofDescriptor);
        if (open.isEmpty() || syncfs.isEmpty() || close.isEmpty()) {
            return false;
        }
        try (Arena arena = Arena.ofConfined()) {
            int descriptor = (int) open.get().invokeExact(arena.allocateFrom(folder.toString()), O_RDONLY);
            if (descriptor < 0) {
                return false;
            }
            boolean synced = (int) syncfs.get().invokeExact(descriptor) == 0;
            return (int) close.get().invokeExact(descriptor) == 0 && synced;
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    @SuppressWarnings("restricted")
    private static Optional<MethodHandle> function(String name, FunctionDescriptor type) {
        Linker linker = Linker.nativeLinker();
        return linker.defaultLookup().find(name).map(address -> linker.downcallHandle(address, type));
    }

    /** {@code invokeExact} declares Throwable; a C call throws nothing, so any exception is an internal error. */
    private static InternalFault unexpected(Throwable e) {
        return new InternalFault("a call into the C library failed", e);
    }
}

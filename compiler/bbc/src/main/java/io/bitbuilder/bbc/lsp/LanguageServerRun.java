package io.bitbuilder.bbc.lsp;

import io.bitbuilder.bbc.policy.WaiverRules;
import io.bitbuilder.core.fault.EnvironmentFault;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.MessageType;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.services.LanguageClient;

/** One session of the language server, from the first message to {@code exit} or the end of the input. */
public final class LanguageServerRun {
    /** LSP4J logs each malformed message with a stack trace; the client gets the error instead. */
    private static final Logger LIBRARY = Logger.getLogger("org.eclipse.lsp4j");

    private LanguageServerRun() {}

    /**
     * Settings of a session.
     *
     * @param version of bbc, which the client may show
     * @param pages folder with the page of each code; absent without one
     * @param waivers how waivers are judged
     * @param release of systemd that its files are checked for, unless the client names another
     */
    public record Settings(String version, Optional<Path> pages, WaiverRules waivers, int release) {}

    /** Serves a client; returns 0 if it has asked for the shutdown before the end, else 1, as the protocol says. */
    public static int serve(InputStream in, OutputStream out, Settings settings) {
        LIBRARY.setLevel(Level.OFF);
        try (EditorServer server = new EditorServer(settings)) {
            MessageFrames frames = new MessageFrames(in, server::refused);
            Launcher<LanguageClient> launcher = new Launcher.Builder<LanguageClient>()
                    .setLocalService(server)
                    .setRemoteInterface(LanguageClient.class)
                    .setInput(frames)
                    .setOutput(out)
                    .setExceptionHandler(Faults::error)
                    .create();
            server.connect(launcher.getRemoteProxy());
            server.onExit(frames::end);
            launcher.startListening().get();
            return server.exitCode();
        } catch (ExecutionException e) {
            throw new EnvironmentFault("the connection to the editor failed: " + e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    /** Returns a message of the server to the user. */
    static MessageParams message(MessageType type, String text) {
        return new MessageParams(type, "bbc: " + text);
    }
}

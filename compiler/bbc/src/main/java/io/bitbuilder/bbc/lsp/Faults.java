package io.bitbuilder.bbc.lsp;

import io.bitbuilder.core.diagnostic.TerminalEscapes;
import io.bitbuilder.core.fault.Fault;
import io.bitbuilder.core.fault.InternalFault;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;

/** Errors of a request as answers: no input ends the server. */
final class Faults {
    private static final int MOST_CHARACTERS = 500;

    private Faults() {}

    /** Returns the answer to a request that failed. */
    static ResponseError error(Throwable thrown) {
        Throwable cause = thrown;
        while ((cause instanceof CompletionException || cause instanceof ExecutionException)
                && cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause instanceof ResponseErrorException refused) {
            return refused.getResponseError();
        }
        if (cause instanceof UnsupportedOperationException) {
            return new ResponseError(ResponseErrorCode.MethodNotFound, "unsupported request", null);
        }
        ResponseErrorCode code = cause instanceof CancellationException
                ? ResponseErrorCode.RequestCancelled
                : cause instanceof Fault ? ResponseErrorCode.RequestFailed : ResponseErrorCode.InternalError;
        return new ResponseError(code, text(cause), null);
    }

    /** Returns the error as a sentence. */
    static String text(Throwable cause) {
        String message = String.valueOf(cause.getMessage());
        String shown = TerminalEscapes.ascii(message.substring(0, Math.min(MOST_CHARACTERS, message.length())));
        return cause instanceof Fault && !(cause instanceof InternalFault)
                ? shown
                : "internal error " + cause.getClass().getName() + ": " + shown;
    }
}

package io.bitbuilder.bbc.syntax;

import io.bitbuilder.bbc.grammar.BbcLexer;
import org.antlr.v4.runtime.CharStream;

/** Generated lexer, made safe for unmatched braces and able to leave a string that is not closed on its line. */
final class Scanner extends BbcLexer {
    Scanner(CharStream text) {
        super(text);
        removeErrorListeners();
    }

    /** Returns the depth of the mode stack. */
    int modeDepth() {
        return _modeStack.size();
    }

    /** Returns to the mode at that depth. */
    void backTo(int depth) {
        while (_modeStack.size() > depth) {
            super.popMode();
        }
    }

    /** Continues after a character, in the mode at that depth. */
    void goOnAfter(int index, int depth) {
        getInputStream().seek(index + 1);
        backTo(depth);
    }

    @Override
    public int popMode() {
        return _modeStack.isEmpty() ? _mode : super.popMode();
    }
}

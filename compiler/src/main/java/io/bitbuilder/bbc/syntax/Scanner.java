package io.bitbuilder.bbc.syntax;

import io.bitbuilder.bbc.grammar.BbcLexer;
import org.antlr.v4.runtime.CharStream;

/** The generated lexer, made safe for braces without a partner and able to leave a text that its line did not close. */
final class Scanner extends BbcLexer {
    Scanner(CharStream text) {
        super(text);
        removeErrorListeners();
    }

    /** How many modes lie below the present one. */
    int modeDepth() {
        return _modeStack.size();
    }

    /** Goes back to the mode that was there at that depth. */
    void backTo(int depth) {
        while (_modeStack.size() > depth) {
            super.popMode();
        }
    }

    @Override
    public int popMode() {
        return _modeStack.isEmpty() ? _mode : super.popMode();
    }
}

/*
 * Tokens of the bbc language. Newlines come out as NL; the token stage (syntax.TokenStage) keeps the bracket stack and
 * turns those that end a statement into SEP. Literals are matched widely here; their typed parsers report invalid ones.
 */
lexer grammar BbcLexer;

tokens { SEP }

// Reserved everywhere.
USE : 'use' ;
LET : 'let' ;
IF : 'if' ;
THEN : 'then' ;
ELSE : 'else' ;
FOR : 'for' ;
IN : 'in' ;
WHERE : 'where' ;
FINAL : 'final' ;
AND : 'and' ;
OR : 'or' ;
NOT : 'not' ;
CONTAINS : 'contains' ;
NONE : 'none' ;
AUTO : 'auto' ;
TRUE : 'true' ;
FALSE : 'false' ;
SELF : 'self' ;
WORKLOAD : 'workload' ;
TENANT : 'tenant' ;
HOST : 'host' ;

// Keywords in one context, names everywhere else.
KIND : 'kind' ;
PROFILE : 'profile' ;
TYPE : 'type' ;
ENUM : 'enum' ;
ORDERED : 'ordered' ;
POLICY : 'policy' ;
TEST : 'test' ;
WAIVE : 'waive' ;
DATA : 'data' ;
EXTEND : 'extend' ;
FORM : 'form' ;
BLOCK : 'block' ;
MANY : 'many' ;
BY : 'by' ;
WRITES : 'writes' ;
REF : 'ref' ;
DENY : 'deny' ;
WARN : 'warn' ;
WHEN : 'when' ;
MESSAGE : 'message' ;
HELP : 'help' ;
BECAUSE : 'because' ;
UNTIL : 'until' ;
EXPECT : 'expect' ;
HAS : 'has' ;
ERROR : 'error' ;
WARNING : 'warning' ;
PRIVATE : 'private' ;

// Literals, each one token. Of rules with equally long matches the first one wins.
INT : D+ ;
DECIMAL : D+ '.' D+ ;
PERCENT : D+ ('.' D+)? '%' ;
QUANTITY : D+ ('.' D+)? L (L | D)* ;
ADDRESS4 : D+ '.' D+ '.' D+ '.' D+ ;
SUBNET4 : D+ '.' D+ '.' D+ '.' D+ '/' D+ ;
MAC : X X ':' X X ':' X X ':' X X ':' X X ':' X X ;
ADDRESS6 : V6 ;
SUBNET6 : V6 '/' D+ ;
DATE : D D D D '-' D D '-' D D ;
DIGEST : 'sha256:' (L | D)+ ;
SYSCALL_GROUP : '@' (L | D) (L | D | '_' | '-')* ;
BAD_NUMBER : D (L | D | '_')* ('.' (L | D | '_')+)* ;

IDENT : L (L | D | '_')* ('-'+ (L | D | '_')+)* ;

// Another notation of a MAC address; names win.
FOREIGN_MAC : X X '-' X X '-' X X '-' X X '-' X X '-' X X ;

DOC : '"""' .*? ('"""' | EOF) ;
RAW_TEXT : '\'\'\'' .*? ('\'\'\'' | EOF) ;
QUOTED_ARROW : '\'->\'' ;
TEXT_OPEN : '"' -> pushMode(TEXT) ;

LBRACE : '{' -> pushMode(DEFAULT_MODE) ;
RBRACE : '}' -> popMode ;
LPAREN : '(' ;
RPAREN : ')' ;
LBRACKET : '[' ;
RBRACKET : ']' ;

ASSIGN : '=' ;
ADD_ASSIGN : '+=' ;
ARROW : '->' ;
COMMA : ',' ;
COLON : ':' ;
SEMI : ';' ;
QUESTION : '?' ;
RANGE : '..' ;
DOT : '.' ;
EQ : '==' ;
NE : '!=' ;
LE : '<=' ;
GE : '>=' ;
LT : '<' ;
GT : '>' ;
PLUS : '+' ;
MINUS : '-' ;
STAR : '*' ;
SLASH : '/' ;

NL : '\r'? '\n' ;
SPACE : [ \t]+ -> skip ;
COMMENT : '#' ~[\r\n]* -> skip ;
// Comments of other languages, reported and skipped as a whole.
FOREIGN_COMMENT : '//' ~[\r\n]* | '/*' .*? ('*/' | EOF) ;
BAD_CHAR : . ;

fragment D : [0-9] ;
fragment L : [A-Za-z] ;
fragment X : [0-9a-fA-F] ;
// At most eight groups, so that the lexer's lookahead is limited to the length of one address.
fragment V6
    : (X+ TAIL?)? '::' (X+ TAIL? ('.' D+)*)?
    | X+ ':' X+ ':' X+ ':' X+ ':' X+ ':' X+ ':' X+ ':' X+
    ;
fragment TAIL : ':' X+ (':' X+ (':' X+ (':' X+ (':' X+ (':' X+ (':' X+)?)?)?)?)?)? ;

// Between the quotes of a string; `{` opens an expression, whose closing `}` returns here.
mode TEXT;
TEXT_PART : ~[{"\\\r\n]+ ;
TEXT_ESCAPE : '\\' ('u{' [0-9a-fA-F]* '}' | ~[\r\n]) ;
TEXT_EXPR : '{' -> pushMode(DEFAULT_MODE) ;
TEXT_CLOSE : '"' -> popMode ;
TEXT_NL : ('\\'? '\r'? '\n') -> popMode ;
TEXT_BAD : . ;

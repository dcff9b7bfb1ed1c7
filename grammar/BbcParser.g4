/*
 * The grammar of bbc. Its input are the tokens of the token stage: brackets are balanced, every statement ends with one SEP (inserted
 * before each closing brace as well), and empty statements are removed. Every decision needs one or two tokens.
 */
parser grammar BbcParser;

options { tokenVocab = BbcLexer; }

file : decl* EOF ;

// --- declarations

decl : doc? PRIVATE? declaration SEP ;

doc : DOC SEP? ;

declaration
    : kind
    | profile
    | enumType
    | typeAlias
    | let
    | policy
    | waiver
    | test
    | extension
    | data
    | final
    | use
    | ifStmt
    | forStmt
    | topItem
    ;

kind : KIND word (IN word (COMMA word)*)? LBRACE kindPart* RBRACE ;

kindPart : doc | (form | member) SEP ;

form : FORM word+ (QUOTED_ARROW word+)? ;

// The directives that a field is: `writes "limits/Service.IOWeight"`.
member : word COLON type (ASSIGN value)? (WRITES text (COMMA text)*)? ;

profile : PROFILE word params? FOR word (COMMA word)* body ;

params : LPAREN (param (COMMA param)* COMMA?)? RPAREN ;

param : word COLON type (ASSIGN value)? ;

enumType : ORDERED? ENUM word LBRACE (word (COMMA | SEP)?)* RBRACE ;

typeAlias : TYPE word ASSIGN type ;

policy : POLICY word LBRACE policyPart* RBRACE ;

policyPart : (policyRule | sentence) SEP ;

policyRule : (DENY | WARN) word word WHEN expr ;

sentence : (MESSAGE | HELP) text ;

waiver : WAIVE word FOR word (DOT word)* BECAUSE text (UNTIL DATE)? ;

test : TEST text LBRACE testPart* RBRACE ;

testPart : (expectation | let | topItem) SEP ;

expectation : EXPECT (reports | claim) ;

// An IDENT after `error`, so that two tokens tell it from an expression that begins with that name.
reports : (ERROR | WARNING) IDENT IN LBRACE reportedPart* RBRACE ;

reportedPart : topItem SEP ;

claim : expr (HAS NOT? word DOT word (ASSIGN value)?)? ;

extension : EXTEND KIND word LBRACE blockPart* RBRACE ;

// Values in a file of the owner: `data rows: [{ name: Name }] = file("shops.csv")`.
data : DATA word (COLON type)? ASSIGN word LPAREN text COMMA? RPAREN ;

// --- types

type : plainType (WHERE expr)? ;

plainType : simpleType QUESTION? ;

simpleType
    : IDENT
    | REF word
    | LBRACKET type RBRACKET
    | braceType
    | BLOCK QUESTION? LBRACE blockPart* RBRACE
    | MANY word BY keys
    ;

// {T} is a set, {K: V} a map when K is a type, else a record.
braceType : LBRACE (doc | braceTypePart)* RBRACE ;

braceTypePart : (type | keywordName) (COLON type (ASSIGN value)?)? SEP ;

blockPart : doc | member SEP ;

keys : word | LPAREN word (COMMA word)* COMMA? RPAREN ;

// --- statements

body : LBRACE stmt* RBRACE ;

stmt : doc? statement SEP ;

statement
    : final
    | use
    | let
    | ifStmt
    | forStmt
    | item
    ;

// A name, then `.`, `=` or `+=`: a field; otherwise a block.
item : word itemRest ;

// At the top of a file the keywords of declarations are not names.
topItem : topWord itemRest ;

topWord : IDENT | TENANT | HOST | WORKLOAD ;

itemRest : setting | entry ;

setting : (DOT word)* (ASSIGN | ADD_ASSIGN) value ;

entry : label+ (ARROW label)? (body | ASSIGN NONE)? | body ;

label
    : literal
    | text
    | AUTO
    | word (DOT word)*
    | LPAREN expr RPAREN
    ;

final : FINAL word setting ;

use : USE word (DOT word)* args? ;

let : LET word ASSIGN value ;

ifStmt : IF expr body (ELSE (ifStmt | body))? ;

forStmt : FOR loopVariables IN expr (WHERE expr)? body ;

loopVariables : word (COMMA word)? ;

// --- expressions

value : expr ;

// Record literals are only allowed inside brackets.
bracketed : expr | record ;

expr : IF expr THEN expr ELSE expr | orExpr ;

orExpr : andExpr (OR andExpr)* ;

andExpr : notExpr (AND notExpr)* ;

notExpr : NOT notExpr | compareExpr ;

compareExpr : rangeExpr ((EQ | NE | LT | LE | GT | GE | IN | CONTAINS) rangeExpr)? ;

rangeExpr : addExpr (RANGE addExpr)? ;

addExpr : mulExpr ((PLUS | MINUS) mulExpr)* ;

mulExpr : unaryExpr ((STAR | SLASH) unaryExpr)* ;

unaryExpr : MINUS unaryExpr | postfixExpr ;

postfixExpr : primary (DOT word)* ;

primary
    : literal
    | text
    | TRUE
    | FALSE
    | AUTO
    | NONE
    | SELF
    | word args?
    | LPAREN bracketed RPAREN
    | list
    ;

args : LPAREN (arg (COMMA arg)* COMMA?)? RPAREN ;

arg : (word ASSIGN)? bracketed ;

list : LBRACKET (bracketed (comprehension | (COMMA bracketed)* COMMA?))? RBRACKET ;

comprehension : FOR loopVariables IN expr (WHERE expr)? ;

record : LBRACE recordField* RBRACE ;

recordField : (word | text | SYSCALL_GROUP) ASSIGN bracketed SEP ;

literal
    : INT
    | DECIMAL
    | PERCENT
    | QUANTITY
    | ADDRESS4
    | SUBNET4
    | MAC
    | ADDRESS6
    | SUBNET6
    | DATE
    | DIGEST
    | SYSCALL_GROUP
    | BAD_NUMBER
    ;

text : RAW_TEXT | TEXT_OPEN textPart* TEXT_CLOSE ;

textPart : TEXT_PART | TEXT_ESCAPE | TEXT_EXPR expr RBRACE ;

// --- names

word
    : IDENT
    | keywordName
    | REF
    | BLOCK
    | MANY
    ;

keywordName
    : KIND
    | PROFILE
    | TYPE
    | ENUM
    | ORDERED
    | POLICY
    | TEST
    | WAIVE
    | DATA
    | EXTEND
    | FORM
    | BY
    | WRITES
    | DENY
    | WARN
    | WHEN
    | MESSAGE
    | HELP
    | BECAUSE
    | UNTIL
    | EXPECT
    | HAS
    | ERROR
    | WARNING
    | PRIVATE
    | TENANT
    | HOST
    | WORKLOAD
    ;

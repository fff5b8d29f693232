// Words and signs of the Ochre schema language.
//
// The lexer sees the bytes of the file; every byte outside ASCII arrives as U+007F (compiler/syntax/lex.cpp), so that
// no character is ever slow. It never fails: what is wrong (an unclosed string, `||`, a stray character) has a token of
// its own, which compiler/syntax answers with the right spelling. compiler/syntax/token.hpp repeats the order of the
// tokens; a test compares the two.
lexer grammar OchreLexer;

// Words that keep their meaning inside expressions; still legal as names of declarations.
AND  : 'and' ;
OR   : 'or' ;
NOT  : 'not' ;
IN   : 'in' ;
LIKE : 'like' ;
IS   : 'is' ;
NULL_: 'null' ;
TRUE_: 'true' ;
FALSE_: 'false' ;

// Words that mean something in one place and are names everywhere else.
SCHEMA : 'schema' ;
IMPORT : 'import' ;
ACTOR  : 'actor' ;
ENUM   : 'enum' ;
TYPE   : 'type' ;
STRUCT : 'struct' ;
MIXIN  : 'mixin' ;
MODEL  : 'model' ;
POLICY : 'policy' ;
RESTRICT : 'restrict' ;
QUERY  : 'query' ;
WITH   : 'with' ;
ON     : 'on' ;
FOR    : 'for' ;
ID     : 'id' ;
UNIQUE : 'unique' ;
INDEX  : 'index' ;
CHECK  : 'check' ;
ORDER  : 'order' ;
BY     : 'by' ;
TABLE  : 'table' ;
SOFT_DELETE : 'soft_delete' ;
AUDIT  : 'audit' ;
CHANGES: 'changes' ;
WHERE  : 'where' ;
ASC    : 'asc' ;
DESC   : 'desc' ;
USING  : 'using' ;
INCLUDE: 'include' ;
PARTITION : 'partition' ;
COUNT  : 'count' ;
SQL    : 'sql' ;

// Too wide on purpose (`_x`, `naïve`): such a word is one mistake, not three.
WORD : [A-Za-z_\u007F] [A-Za-z0-9_\u007F]* ;

INTEGER : [0-9]+ ;
DECIMAL : [0-9]+ '.' [0-9]+ ;

// An absent end is reported, so that an unclosed string stops at the end of its line.
STRING           : '"' ( ~["\\\r\n] | '\\' ~[\r\n] )* '"'? ;
RAW_STRING       : 'r"' ~["\r\n]* '"'? ;
MULTILINE_STRING : '"""' .*? ( '"""' | EOF ) ;

LEFT_BRACE    : '{' ;
RIGHT_BRACE   : '}' ;
LEFT_PAREN    : '(' ;
RIGHT_PAREN   : ')' ;
LEFT_BRACKET  : '[' ;
RIGHT_BRACKET : ']' ;
COMMA    : ',' ;
COLON    : ':' ;
DOT      : '.' ;
DOTS     : '..' ;
AT       : '@' ;
QUESTION : '?' ;
ASSIGN   : '=' ;
ARROW    : '->' ;
ACTOR_REFERENCE : '$actor' ;

EQUAL         : '==' ;
NOT_EQUAL     : '!=' ;
LESS          : '<' ;
LESS_EQUAL    : '<=' ;
GREATER       : '>' ;
GREATER_EQUAL : '>=' ;
PLUS    : '+' ;
MINUS   : '-' ;
STAR    : '*' ;
SLASH   : '/' ;
PERCENT : '%' ;

// Layout. One rule for block comments: a second one for the unclosed kind makes a row of bare openers quadratic.
BLANK         : [ \t\r\n\f]+ ;
LINE_COMMENT  : '//' ~[\r\n]* ;
BLOCK_COMMENT : '/*' .*? ( '*/' | EOF ) ;

// Common slips.
SLIP_OR            : '||' ;
SLIP_AND           : '&&' ;
SLIP_NOT           : '!' ;
SLIP_NOT_EQUAL     : '<>' ;
SLIP_EQUAL         : '===' ;
SLIP_SINGLE_QUOTED : '\'' ~['\r\n]* '\''? ;
SLIP_BACKQUOTED    : '`' ~[`\r\n]+ '`' ;
SLIP_SEMICOLON     : ';' ;
SLIP_NUMBER        : [0-9]+ ( '.' [0-9]+ )? [A-Za-z_\u007F] [A-Za-z0-9_\u007F]* ;
SLIP_DOLLAR        : '$' [A-Za-z0-9_\u007F]* ;

UNKNOWN : . ;

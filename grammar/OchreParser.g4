// The Ochre schema language, whole. docs/language.md says what the constructs mean.
//
// compiler/syntax calls the rules below `declaration` one by one and walks the braces itself, which bounds memory and
// lets a mistake end at the next member. The rules for whole blocks are here all the same: they are the grammar, and
// prediction needs them to know what may follow. No actions, no predicates; precedence of operators is applied to the
// flat `expression` by compiler/syntax/precedence.cpp, so that trees stay shallow.
parser grammar OchreParser;

options { tokenVocab = OchreLexer; }

file : schemaName? importFile* declaration* EOF ;

schemaName : SCHEMA label=name ;

importFile : IMPORT target=text ;

declaration
  : actor
  | enumeration
  | typeAlias
  | structure
  | mixin
  | model
  | policy
  | query
  ;

actor       : ACTOR LEFT_BRACE ( field COMMA? )* RIGHT_BRACE ;
enumeration : ENUM head LEFT_BRACE ( enumValueHead attribute* COMMA? )* RIGHT_BRACE ;
typeAlias   : typeAliasHead attribute* ;
structure   : STRUCT head LEFT_BRACE ( field COMMA? )* RIGHT_BRACE ;
mixin       : MIXIN head block ;
model       : MODEL head block ;
policy      : policyHead LEFT_BRACE condition=expression RIGHT_BRACE ;
query
  : queryHead ( field COMMA? )* RIGHT_PAREN ARROW cardinality=name ( LEFT_BRACE ( field COMMA? )* RIGHT_BRACE | target=name )?
    attribute* LEFT_BRACE fence* RIGHT_BRACE
  ;

head       : label=name before+=attribute* ( WITH mixins+=name ( COMMA mixins+=name )* after+=attribute* )? ;
block      : LEFT_BRACE ( field COMMA? | statement )* RIGHT_BRACE ;
policyHead : RESTRICT? POLICY label=name ON target=name ( FOR operations+=name ( COMMA operations+=name )* )? ;
queryHead  : QUERY label=name LEFT_PAREN ;
fence      : SQL ( LEFT_PAREN database=name RIGHT_PAREN )? body=text ;

typeAliasHead : TYPE label=name ASSIGN value=type ;
enumValueHead : label=name ( ASSIGN stored=text )? ;

// Members

field : fieldHead attribute* ;

fieldHead : label=name COLON value=type ;

statement
  : idKey
  | uniqueKey
  | indexKey
  | checkRule
  | orderBy
  | tableName
  | softDelete
  | AUDIT
  | CHANGES
  | onDatabase
  ;

idKey      : ID columns=terms attributes+=attribute* ;
uniqueKey  : UNIQUE label=name? columns=terms ( WHERE condition=expression )? attributes+=attribute* ;
indexKey   : INDEX label=name? columns=terms clauses+=indexClause* attributes+=attribute* ;
checkRule  : CHECK label=name COLON condition=expression attributes+=attribute* ;
orderBy    : ORDER BY entries+=term ( COMMA entries+=term )* ;
tableName  : TABLE value=text ;
softDelete : SOFT_DELETE ( LEFT_PAREN target=name RIGHT_PAREN )? ;
onDatabase : ON database=name LEFT_BRACE ( indexKey | partition )* RIGHT_BRACE ;

indexClause
  : WHERE condition=expression
  | USING method=name
  | INCLUDE LEFT_PAREN columns+=path ( COMMA columns+=path )* RIGHT_PAREN
  | WITH LEFT_PAREN options_+=argument ( COMMA options_+=argument )* RIGHT_PAREN
  ;

partition     : partitionHead ( COUNT count=INTEGER | LEFT_BRACE ( partitionPart COMMA? )* RIGHT_BRACE ) ;
partitionHead : PARTITION BY method=name LEFT_PAREN columns+=path ( COMMA columns+=path )* RIGHT_PAREN ;
partitionPart : label=name COLON value=argumentValue ;

terms : LEFT_PAREN entries+=term ( COMMA entries+=term )* RIGHT_PAREN ;
term  : value=expression direction=( ASC | DESC )? ;

// Types and attributes

type
  : base=path ( LEFT_PAREN numbers+=INTEGER ( COMMA numbers+=INTEGER )* RIGHT_PAREN )? ( LESS of=name GREATER )?
    suffixes+=suffix*
  ;

suffix : LEFT_BRACKET RIGHT_BRACKET | QUESTION ;

attribute : AT label=name ( LEFT_PAREN ( arguments+=argument ( COMMA arguments+=argument )* )? RIGHT_PAREN )? ;

argument : ( label=name COLON )? value=argumentValue ;

// An expression, or a range: `1..80`, `1..`, `..10`, `0<..<1`. Bounds are literals; compiler/syntax checks that.
argumentValue
  : low=expression ( lowExclusive=LESS? dots=DOTS highExclusive=LESS? high=expression? )?
  | dots=DOTS highExclusive=LESS? high=expression
  ;

// Expressions

expression : first=operand rest+=tail* ;

tail
  : op=( OR | AND | EQUAL | NOT_EQUAL | LESS | LESS_EQUAL | GREATER | GREATER_EQUAL | PLUS | MINUS | STAR | SLASH | PERCENT )
    right=operand
  | IN items=list
  | LIKE pattern=text
  | IS negated=NOT? NULL_
  ;

operand : prefixes+=( NOT | MINUS )* value=primary ;

primary
  : literal=( NULL_ | TRUE_ | FALSE_ | INTEGER | DECIMAL )
  | string=text
  | function=call
  | reference=path
  | ACTOR_REFERENCE ( DOT parts+=name )+
  | LEFT_PAREN inner=expression RIGHT_PAREN
  | items=list
  ;

call : function=word LEFT_PAREN ( arguments+=argument ( COMMA arguments+=argument )* )? RIGHT_PAREN ;

list : LEFT_BRACKET ( items+=expression ( COMMA items+=expression )* )? RIGHT_BRACKET ;

path : first=word ( DOT rest+=name )* ;

text : token=( STRING | RAW_STRING | MULTILINE_STRING ) ;

// Where a name is declared, any word will do; where one is used in an expression, the operators' words will not.
name : word | token=( AND | OR | NOT | IN | LIKE | IS | NULL_ | TRUE_ | FALSE_ ) ;

word
  : token=( SCHEMA | IMPORT | ACTOR | ENUM | TYPE | STRUCT | MIXIN | MODEL | POLICY | RESTRICT | QUERY | WITH | ON | FOR
    | ID | UNIQUE | INDEX | CHECK | ORDER | BY | TABLE | SOFT_DELETE | AUDIT | CHANGES | WHERE | ASC | DESC | USING
    | INCLUDE | PARTITION | COUNT | SQL | WORD )
  ;

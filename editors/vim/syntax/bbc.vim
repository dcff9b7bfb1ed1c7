" Programs of the BitBuilder compiler. The words are those of grammar/BbcLexer.g4; a test compares them.
if exists("b:current_syntax")
  finish
endif
syntax iskeyword @,48-57,_,-
syn keyword bbcReserved use let if then else for in where final and or not contains
syn keyword bbcConstant none auto true false
syn keyword bbcScope self workload tenant host
syn match bbcProperty "\%(^\|[{;]\)\s*\zs\a[[:alnum:]_.-]*\ze\s*+\?==\@!"
syn match bbcBlock "\%(^\|[{;]\)\s*\zs\a[[:alnum:]_-]*\ze\%(\s[^={}#]*\)\?{"
syn match bbcContextual "^\s*\zs\%(kind\|profile\|type\|enum\|ordered\|policy\|test\|waive\|data\|extend\|form\|block\|many\|by\|writes\|ref\|deny\|warn\|when\|message\|help\|because\|until\|expect\|has\|error\|warning\|private\)\>\ze\s\+[^=. ]"
syn match bbcNumber "\<\d[[:alnum:]._:/]*%\?"
syn match bbcFunction "\<\a[[:alnum:]_.-]*\ze("
syn region bbcString start=+"+ skip=+\\.+ end=+"+ end=+$+ contains=bbcEmbedded
syn region bbcEmbedded start="{" end="}" contained contains=bbcNumber,bbcFunction,bbcReserved,bbcConstant,bbcScope
syn region bbcString start=+'''+ end=+'''+
syn region bbcDoc start=+"""+ end=+"""+
syn match bbcComment "#.*$"
hi def link bbcReserved Keyword
hi def link bbcContextual Keyword
hi def link bbcConstant Constant
hi def link bbcScope Identifier
hi def link bbcProperty Identifier
hi def link bbcBlock Type
hi def link bbcNumber Number
hi def link bbcFunction Function
hi def link bbcString String
hi def link bbcDoc Comment
hi def link bbcComment Comment
let b:current_syntax = "bbc"

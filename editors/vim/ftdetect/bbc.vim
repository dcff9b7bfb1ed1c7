au BufRead,BufNewFile *.bbc setfiletype bbc

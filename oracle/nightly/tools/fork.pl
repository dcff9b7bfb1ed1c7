# Starts processes until it may not, or up to the number given.
my @children;
for (1 .. $ARGV[0]) {
    my $child = fork;
    if (!defined $child) {
        print "fork ", scalar(@children) + 1, " refused: $!\n";
        last;
    }
    if (!$child) { sleep 60; exit }
    push @children, $child;
}
kill "TERM", @children;
wait for @children;

# Takes so many MiB of memory and touches all of it.
my $taken = "x" x ($ARGV[0] << 20);
print "allocated ", length($taken) >> 20, " MiB\n";

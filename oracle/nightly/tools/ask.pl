# Prints what is said on a TCP port.
use IO::Socket;
my $server = IO::Socket::INET->new(PeerAddr => $ARGV[0], PeerPort => $ARGV[1], Timeout => 30) or die "no answer: $!\n";
print <$server>;

# Answers one connection to a TCP port.
use IO::Socket;
my $socket = IO::Socket::INET->new(LocalPort => $ARGV[0], Listen => 1, ReuseAddr => 1) or die "$!";
alarm 90;
my $client = $socket->accept;
print $client "from the guest\n";

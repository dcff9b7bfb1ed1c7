package io.bitbuilder.bbc.eval;

import io.bitbuilder.bbc.syntax.Expr;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.net.Address4;
import io.bitbuilder.core.net.Subnet4;
import java.util.List;

/** Functions on IPv4 subnets and addresses. */
final class AddressFunctions {
    private final Findings findings;

    AddressFunctions(Findings findings) {
        this.findings = findings;
    }

    /** {@code subnet(range, prefix, n)}: the n-th range of that prefix in a wider one. */
    Value subnet(Expr.Call call, List<Value> args) {
        if (!(args.get(0) instanceof Value.Scalar(Subnet4 range))
                || !(args.get(1) instanceof Value.Scalar(Long prefix))
                || !(args.get(2) instanceof Value.Scalar(Long n))) {
            return refused(call, "an IPv4 subnet, a prefix length and a position");
        }
        if (prefix < range.prefix() || prefix > 32) {
            return outside(
                    call, "the prefix length " + prefix + " is out of range (expected " + range.prefix() + "..32)");
        }
        long count = 1L << (prefix - range.prefix());
        if (n < 0 || n >= count) {
            return outside(
                    call,
                    "position " + n + " is out of range: " + range + " has positions 0.." + (count - 1)
                            + " for ranges of prefix length " + prefix);
        }
        return Value.of(new Subnet4(range.at(n << (32 - prefix)), prefix.intValue()));
    }

    /** {@code host-of(address, range)}: the address's position in the range. */
    Value hostOf(Expr.Call call, List<Value> args) {
        if (!(args.get(0) instanceof Value.Scalar(Address4 address))
                || !(args.get(1) instanceof Value.Scalar(Subnet4 range))) {
            return refused(call, "an IPv4 address and an IPv4 subnet");
        }
        if (!range.contains(address)) {
            return outside(call, address + " is not in " + range);
        }
        return Value.of(Integer.toUnsignedLong(address.bits())
                - Integer.toUnsignedLong(range.network().bits()));
    }

    /** {@code nth-address(range, n)}: the address at a position, from 0. */
    Value nth(Expr.Call call, List<Value> args) {
        if (!(args.get(0) instanceof Value.Scalar(Subnet4 range)) || !(args.get(1) instanceof Value.Scalar(Long n))) {
            return refused(call, "an IPv4 subnet and a position");
        }
        if (n < 0 || n >= range.size()) {
            return outside(
                    call, "position " + n + " is out of range: " + range + " has positions 0.." + (range.size() - 1));
        }
        return Value.of(range.at(n));
    }

    private Value refused(Expr.Call call, String wanted) {
        findings.add(Finding.of(Code.INVALID_ARGUMENTS, call.span(), "`" + call.function() + "` expects " + wanted));
        return Value.ERROR;
    }

    private Value outside(Expr.Call call, String reason) {
        findings.add(Finding.of(Code.POSITION_OUT_OF_RANGE, call.span(), reason));
        return Value.ERROR;
    }
}

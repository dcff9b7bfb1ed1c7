#!/usr/bin/env python3
"""Time from a keystroke in an editor to the diagnostics of the changed file, in a cloned fleet.

  benchmarks/clone-fleet.sh 1000 build/fleet-1000 && benchmarks/keystroke.py build/fleet-1000

Speaks to `bbc lsp` (or the command after the folder) over its pipes. Figures of 1,000 tenants are in docs/editors.md.
"""

import json
import os
import pathlib
import statistics
import subprocess
import sys
import time

KEYSTROKES = 200
WARM_UP = 40
FILE = "tenants/acme-0/tenant.bbc"


def processor(process):
    """Seconds of processor time that a process has used (proc_pid_stat(5))."""
    fields = pathlib.Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def main():
    folder = pathlib.Path(sys.argv[1]).resolve()
    command = sys.argv[2:] or [str(pathlib.Path(__file__).resolve().parent.parent / "bbc"), "lsp"]
    server = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    uri = (folder / FILE).as_uri()
    text = (folder / FILE).read_text()

    def send(method, params, number=None):
        message = {"jsonrpc": "2.0", "method": method, "params": params}
        if number is not None:
            message["id"] = number
        body = json.dumps(message).encode()
        server.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        server.stdin.flush()

    def receive():
        length = 0
        while (line := server.stdout.readline().strip()) != b"":
            if line.lower().startswith(b"content-length:"):
                length = int(line.split(b":")[1])
        return json.loads(server.stdout.read(length))

    def wait(wanted):
        while not wanted(message := receive()):
            pass
        return message

    def change(version, now):
        send("textDocument/didChange",
             {"textDocument": {"uri": uri, "version": version}, "contentChanges": [{"text": now}]})

    def is_of(version, count):
        return lambda m: m.get("method") == "textDocument/publishDiagnostics" and m["params"]["uri"] == uri \
            and m["params"].get("version") == version and (len(m["params"]["diagnostics"]) > 0) == count

    def check(number):
        start = time.monotonic()
        send("workspace/executeCommand", {"command": "bbc.check", "arguments": []}, number)
        answer = wait(lambda m: m.get("id") == number)
        print(f"check of the whole fleet: {time.monotonic() - start:.2f} s, {answer['result']} findings")

    send("initialize", {"capabilities": {}}, 1)
    wait(lambda m: m.get("id") == 1)
    send("textDocument/didOpen",
         {"textDocument": {"uri": uri, "languageId": "bbc", "version": 1, "text": text}})
    for number in range(2, 6):
        check(number)
    times = []
    used = 0
    for i in range(KEYSTROKES):
        version = i + 2
        wrong = i % 2 == 0
        now = text.replace("memory { limit", "memory { limitt") if wrong else text
        if i == WARM_UP:
            used = processor(server.pid)
        start = time.monotonic()
        change(version, now)
        wait(is_of(version, wrong))
        times.append((time.monotonic() - start) * 1000)
        time.sleep(0.02)
    warm = sorted(times[WARM_UP:])
    print(f"keystroke to diagnostics, {len(warm)} after warm-up: median {statistics.median(warm):.0f} ms, "
          f"95 % {warm[int(len(warm) * 0.95)]:.0f} ms, longest {warm[-1]:.0f} ms; "
          f"processor time {(processor(server.pid) - used) * 1000 / len(warm):.0f} ms each")
    send("shutdown", None, 9999)
    wait(lambda m: m.get("id") == 9999)
    send("exit", None)
    sys.exit(server.wait())


main()

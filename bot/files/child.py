"""What runs in the process of its own: limits first, then the file in, the answer out."""

import importlib
import json
import resource
import sys

MB = 2**20


def main() -> None:
    """Parse the standard input with the module that the first argument names."""
    parser, cpu_s, memory_mb = sys.argv[1:]
    _limit(cpu_s=int(cpu_s), memory_mb=int(memory_mb))
    parse = importlib.import_module(parser).parse
    answer = json.dumps(parse(sys.stdin.buffer.read()))
    sys.stdout.buffer.write(answer.encode())


def _limit(*, cpu_s: int, memory_mb: int) -> None:
    """Bound time and memory; no file may be written, no core dumped, no process started."""
    for what, most in (
        (resource.RLIMIT_CPU, cpu_s),
        (resource.RLIMIT_AS, memory_mb * MB),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NPROC, 0),
    ):
        resource.setrlimit(what, (most, most))

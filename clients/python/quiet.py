"""A filter in a few lines: keeps what `ls` printed out of the chat, and shortens home directories.

Run beside a node with `bus.enabled: true` and `bus.filters: ['quiet open']`.
"""

import sys
from pathlib import Path

from hookline_bus import Bus


def decide(event):
    if event["type"] in ("tool_start", "tool_result"):
        command = (event["metadata"].get("input") or {}).get("command", "")
        if command.split()[:1] == ["ls"]:
            return {"keep": False}
    return {"content": event["content"].replace(str(Path.home()), "~")}


if __name__ == "__main__":
    token, port = Path(sys.argv[1]).read_text().strip(), int(sys.argv[2])
    with Bus(token, port=port) as bus:
        bus.filter("quiet", decide)

"""Sends three events and follows their session: what the test of this client runs."""

import sys
from datetime import datetime, timezone
from pathlib import Path

from hookline_bus import Bus, BusError

token, port, session = Path(sys.argv[1]).read_text().strip(), int(sys.argv[2]), sys.argv[3]


def event(number):
    return {
        "id": "%s-%d" % (session, number),
        "type": "notification",
        "sessionId": session,
        "timestamp": datetime.now(timezone.utc).isoformat(),
        "content": "⟦%s-%d⟧" % (session, number),
    }


with Bus(token, port=port) as bus, Bus(token, port=port) as other:
    try:
        next(bus.listen("hookline.session.hint"))
    except BusError as refused:
        print("refused", refused.code, refused)
    try:
        bus.ingest({"type": "unknown", "sessionId": session})
    except BusError as refused:
        print("refused", refused.code)
    accepted = bus.ingest([event(1), event(2)])["accepted"]
    for followed in bus.follow(session, after=0):
        if followed["arrival"] == 1:
            print("accepted", accepted + other.ingest(event(3))["accepted"])
        print(followed["arrival"], followed["type"], followed["content"])
        if followed["arrival"] == 3:
            break
    for news in other.listen("hookline.sessions"):
        print("session", news["sessionId"], news["arrived"])
        break

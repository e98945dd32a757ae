"""A client for Hookline's open bus: the frames of Vert.x's TCP event-bus bridge, and nothing else.

Needs Python 3.8 and nothing beside its standard library. Blocking; one thread at a time.
"""

import json
import socket
import struct
from collections import deque


class BusError(Exception):
    """What was refused, with a code as of HTTP. 503: send the same again, with the same ids."""

    def __init__(self, frame):
        super().__init__(frame.get("message"))
        self.code = frame.get("failureCode")
        self.details = frame.get("body")


class Bus:
    """A connection that has shown the token.

    context: an ssl.SSLContext with a certificate, where the bus wants one; else None.
    """

    def __init__(self, token, host="127.0.0.1", port=8790, context=None, timeout=None):
        plain = socket.create_connection((host, port), timeout)
        self._socket = context.wrap_socket(plain, server_hostname=host) if context else plain
        self._stream = self._socket.makefile("rb")
        self._names = 0
        self._news = deque()  # frames that came while an answer was waited for
        self._request({"type": "send", "address": "hookline.auth", "body": {"token": token}})

    def ingest(self, events):
        """Sends an event, or a list of events; returns when they are on disk."""
        return self._request({"type": "send", "address": "hookline.ingest", "body": events})

    def follow(self, session, after=None):
        """A session's events in order, behind a place of arrival; without one, from now on."""
        headers = {} if after is None else {"after": str(after)}
        return self.listen("hookline.events." + session, headers)

    def listen(self, address, headers=None):
        """What comes at an address, until the connection ends. One iteration for each connection."""
        self._request({"type": "register", "address": address, "headers": headers or {}})
        for frame in self._frames():
            if frame.get("address") == address:
                yield frame["body"]

    def filter(self, name, decide):
        """Answers for a filter until the connection ends: decide(event) returns a dict with keep, content, metadata."""
        address = "hookline.filter." + name
        self._request({"type": "register", "address": address})
        for frame in self._frames():
            if frame.get("address") == address:
                self._send({"type": "send", "address": frame["replyAddress"], "body": decide(frame["body"]) or {}})

    def close(self):
        """Ends the connection."""
        self._socket.close()
        self._stream.close()

    def __enter__(self):
        return self

    def __exit__(self, *failure):
        self.close()

    def _request(self, frame):
        self._names += 1
        name = "answer-%d" % self._names
        self._send(dict(frame, replyAddress=name))
        while True:
            answer = self._read()
            if answer is None:
                raise ConnectionError("the connection has ended")
            if answer.get("type") == "err" and answer.get("address") in (name, None):
                raise BusError(answer)
            if answer.get("address") == name:
                return answer["body"]
            self._news.append(answer)

    def _frames(self):
        while True:
            frame = self._news.popleft() if self._news else self._read()
            if frame is None:
                return
            if frame.get("type") == "err":
                raise BusError(frame)
            yield frame

    def _send(self, frame):
        data = json.dumps(frame).encode()
        self._socket.sendall(struct.pack(">i", len(data)) + data)

    def _read(self):
        head = self._stream.read(4)
        if len(head) < 4:
            return None
        return json.loads(self._stream.read(struct.unpack(">i", head)[0]))

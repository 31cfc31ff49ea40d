"""A record store of a few lines, for tests: it holds what a file says, and forgets the rest when it ends."""

from __future__ import annotations

import json
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit


class Asked(BaseHTTPRequestHandler):
    """Takes statements and finds them by id and by agent; ``lies`` leaves out one of an answer."""

    protocol_version = "HTTP/1.1"
    stored: dict[str, dict] = {}
    lies = False

    def do_POST(self) -> None:
        sent = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        new = {each["id"]: each for each in (sent if isinstance(sent, list) else [sent])}
        if self.stored.keys() & new.keys():
            self._answer(409, "stored before")
            return
        self.stored.update(new)
        self._answer(200, list(new))

    def do_GET(self) -> None:
        asked = {name: value for name, (value,) in parse_qs(urlsplit(self.path).query).items()}
        if "statementId" in asked:
            self._answer(200, self.stored[asked["statementId"]])
            return
        agent = json.loads(asked.get("agent", "null"))
        found = [each for each in self.stored.values() if agent in (None, {"account": each["actor"]["account"]})]
        self._answer(200, {"statements": found[self.lies :]})

    def _answer(self, status: int, value: object) -> None:
        content = json.dumps(value).encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        """Tests say what matters."""


if __name__ == "__main__":
    port, file, *lies = sys.argv[1:]
    Asked.stored = {each["id"]: each for each in json.loads(Path(file).read_text("utf-8"))}
    Asked.lies = bool(lies)
    ThreadingHTTPServer(("127.0.0.1", int(port)), Asked).serve_forever()

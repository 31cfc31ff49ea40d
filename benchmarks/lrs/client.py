"""A client of a record store, as quick as Python's own library allows, so that what is measured is the server."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from http.client import HTTPConnection
from time import perf_counter
from urllib.parse import urlencode

_PATIENCE_S = 300.0
_VERSION = "1.0.3"
_LEAST_ANSWERS = 3


@dataclass(frozen=True)
class Address:
    """Where a store answers, and who asks."""

    port: int
    path: str
    """Of its statements."""
    key: str
    secret: str

    @property
    def authorization(self) -> str:
        return "Basic " + base64.b64encode(f"{self.key}:{self.secret}".encode()).decode()


@dataclass(frozen=True)
class Question:
    """What a client asks for, and the ids of the statements that are the right answer."""

    parameters: Mapping[str, str]
    ids: frozenset[str]


class WrongAnswer(RuntimeError):
    """A store does not do what it is measured for."""


class Connection:
    """One connection, kept open from request to request."""

    def __init__(self, address: Address) -> None:
        self._path = address.path
        self._headers = {
            "Authorization": address.authorization,
            "X-Experience-API-Version": _VERSION,
            "Content-Type": "application/json",
        }
        self._http = HTTPConnection("127.0.0.1", address.port, timeout=_PATIENCE_S)

    def post(self, body: bytes) -> None:
        """Have statements stored; raises WrongAnswer where they are not."""
        self._asked("POST", self._path, body)

    def get(self, parameters: Mapping[str, str]) -> bytes:
        """The answer to a question; raises WrongAnswer for any but a good one."""
        return self._asked("GET", f"{self._path}?{urlencode(parameters)}")

    def _asked(self, method: str, target: str, body: bytes | None = None) -> bytes:
        self._http.request(method, target, body, self._headers)
        answer = self._http.getresponse()
        content = answer.read()
        if answer.status != 200:
            raise WrongAnswer(f"{method} is answered {answer.status}: {content[:300]!r}")
        return content

    def __enter__(self) -> Connection:
        return self

    def __exit__(self, *_: object) -> None:
        self._http.close()


def rate(address: Address, bodies: Iterator[bytes], most: int, seconds: float, clients: int = 1) -> float:
    """Requests a second that so many clients send at once: ``most`` of them, or as many as ``seconds`` allow.

    Every client sends at least one, each as soon as the one before is answered.
    """
    shares = [[next(bodies) for _ in range(-(-most // clients))] for _ in range(clients)]
    until = perf_counter() + seconds

    def send(share: Sequence[bytes]) -> tuple[int, float]:
        done = 0
        with Connection(address) as connection:
            for body in share:
                connection.post(body)
                done += 1
                if perf_counter() >= until:
                    break
        return done, perf_counter()

    began = perf_counter()
    with ThreadPoolExecutor(clients) as pool:
        sent = list(pool.map(send, shares))
    return sum(done for done, _ in sent) / (max(ended for _, ended in sent) - began)


def milliseconds(address: Address, questions: Sequence[Question], seconds: float) -> list[float]:
    """How long each answer takes, of as many questions as ``seconds`` allow, three at least.

    Raises:
        WrongAnswer: other statements came than were asked for.
    """
    spent: list[float] = []
    with Connection(address) as connection:
        until = perf_counter() + seconds
        for question in questions:
            began = perf_counter()
            content = connection.get(question.parameters)
            spent.append((perf_counter() - began) * 1000)
            answer = json.loads(content)
            if {each["id"] for each in answer.get("statements", [answer])} != question.ids:
                raise WrongAnswer(f"{question.parameters} is answered with other statements")
            if len(spent) >= _LEAST_ANSWERS and perf_counter() >= until:
                break
    return spent

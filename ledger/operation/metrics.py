"""The ledger in figures, for Prometheus: what is asked of it and how quickly it answers, what it holds."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import TYPE_CHECKING

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.registry import Collector
from sqlalchemy import Connection, func, select, text
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from common.moments import to_us
from ledger import tables
from ledger.certificates.tables import certificates
from ledger.transparency.leaves import head
from ledger.transparency.tables import log_checkpoints

if TYPE_CHECKING:
    from ledger.services import LedgerServices

_OURS = ("/xapi", "/ledger/api", "/verify", "/health")
_METHODS = frozenset({"GET", "HEAD", "PUT", "POST", "DELETE"})
_BOUNDS_S = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
_SQLITE_BYTES = "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()"
_POSTGRES_BYTES = (
    "SELECT COALESCE(SUM(pg_total_relation_size(oid)), 0) FROM pg_class "
    "WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace"
)


class Metrics:
    """Figures of one process. What lies in the database is asked when they are read."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        self._seconds = Histogram(
            "qianche_ledger_request_seconds",
            "How long requests took.",
            ["resource", "method"],
            buckets=_BOUNDS_S,
            registry=self._registry,
        )
        self._requests = Counter(
            "qianche_ledger_requests",
            "Requests by how they were answered.",
            ["resource", "method", "status"],
            registry=self._registry,
        )
        self._running = Gauge(
            "qianche_ledger_requests_running", "Requests that are being answered.", registry=self._registry
        )
        self._refused = Counter(
            "qianche_ledger_statements_refused",
            "Statements refused: those of a request that was refused count as one.",
            ["kept_good"],
            registry=self._registry,
        )

    def watch(self, services: LedgerServices) -> None:
        """Show what the ledger holds, too."""
        self._registry.register(_Holdings(services))

    def shown(self) -> bytes:
        """All figures in Prometheus' text form."""
        return generate_latest(self._registry)

    def begun(self) -> None:
        """A request came."""
        self._running.inc()

    def answered(self, resource: str, method: str, status: int, seconds: float) -> None:
        """A request was answered; ``resource`` is a route's path with its places unfilled."""
        self._running.dec()
        method = method if method in _METHODS else "other"
        self._seconds.labels(resource, method).observe(seconds)
        self._requests.labels(resource, method, str(status)).inc()
        if resource == "/xapi/statements" and method in ("POST", "PUT") and 400 <= status < 500:
            self._refused.labels("no").inc()

    def left_out(self, count: int) -> None:
        """Of a batch whose good statements were kept, so many were refused."""
        self._refused.labels("yes").inc(count)


class Measured:
    """Counts and times the requests to the ledger's programs' interface."""

    def __init__(self, app: ASGIApp, metrics: Metrics) -> None:
        self._app = app
        self._metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or not scope["path"].startswith(_OURS):
            await self._app(scope, receive, send)
            return
        status = 500

        async def note_status(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        begun = time.perf_counter()
        self._metrics.begun()
        try:
            await self._app(scope, receive, note_status)
        finally:
            # The route's own path, not the address: addresses hold ids, and there is no end to them.
            resource = getattr(scope.get("route"), "path", "none")
            self._metrics.answered(resource, scope["method"], status, time.perf_counter() - begun)


class _Holdings(Collector):
    """What lies in the ledger at the moment it is asked."""

    def __init__(self, services: LedgerServices) -> None:
        self._services = services

    def describe(self) -> list[Metric]:
        """Nothing yet: the database is asked only when figures are wanted."""
        return []

    def collect(self) -> Iterator[Metric]:
        services = self._services
        now_us = to_us(services.clock.now())
        with services.database.reading() as connection:
            logged = head(connection).size
            last = connection.execute(
                select(log_checkpoints.c.size, log_checkpoints.c.signed_us)
                .order_by(log_checkpoints.c.size.desc())
                .limit(1)
            ).first()
            learners = connection.scalar(select(func.count()).select_from(tables.learners))
            by_state = _certificates(connection, now_us)
            postgres = connection.dialect.name == "postgresql"
            stored_bytes = connection.scalar(text(_POSTGRES_BYTES if postgres else _SQLITE_BYTES))
        yield _gauge("log_statements", "Statements in the transparency log: all that were ever accepted.", logged)
        yield _gauge("log_signed_statements", "Statements under the last signed checkpoint.", last.size if last else 0)
        if last is not None:
            age_s = (now_us - last.signed_us) / 1e6
            yield _gauge("log_checkpoint_age_seconds", "How long ago the last checkpoint was signed.", age_s)
        yield _gauge("learners", "Learners on file.", learners or 0)
        yield _gauge("database_bytes", "Size of the database.", stored_bytes or 0)
        yield _gauge("writes_waiting", "Requests that wait for their turn to write.", services.statements.waiting())
        family = GaugeMetricFamily("qianche_ledger_certificates", "Certificates by state.", labels=["state"])
        for state, count in by_state.items():
            family.add_metric([state], count)
        yield family


def _certificates(connection: Connection, now_us: int) -> dict[str, int]:
    revoked, expired = certificates.c.revoked_us.is_not(None), certificates.c.expires_us <= now_us
    counts = select(
        func.count().filter(~revoked & ~expired), func.count().filter(~revoked & expired), func.count().filter(revoked)
    )
    return dict(zip(("valid", "expired", "revoked"), connection.execute(counts).one(), strict=True))


def _gauge(name: str, said: str, value: float) -> GaugeMetricFamily:
    return GaugeMetricFamily(f"qianche_ledger_{name}", said, value=value)

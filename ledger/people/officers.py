"""Which accounts are a company's officers. They know their companies by credit code, in the accounts' scope."""

from __future__ import annotations

from sqlalchemy import delete, select

from common.database import Transactions
from common.web.accounts import Accounts, User
from ledger.people.employers import EmployerWrong
from ledger.people.tables import employer_officers, employers


def officers_of(accounts: Accounts, credit_code: str) -> list[str]:
    """The open accounts of a company's officers."""
    return [user.name for user in _officers(accounts) if credit_code in user.scope]


def others(accounts: Accounts, credit_code: str) -> list[str]:
    """The open accounts of officers who are not a company's yet."""
    return [user.name for user in _officers(accounts) if credit_code not in user.scope]


def assign(accounts: Accounts, name: str, credit_code: str, by: str) -> None:
    """Make an account one of a company's officers. Raises EmployerWrong, AccountWrong."""
    user = accounts.find(name)
    if user is None or user.role != "officer":
        raise EmployerWrong("people.employer.no_account", name=name.strip()[:40])
    accounts.widen(user.name, credit_code, by)


def follow(accounts: Accounts, former: str, credit_code: str, by: str) -> None:
    """Let a company's officers go with it when its code was put right, so that they never see another's."""
    for account in accounts.listed() if former != credit_code else ():
        if former in account.user.scope:
            accounts.narrow(account.user.name, former, by)
            accounts.widen(account.user.name, credit_code, by)


def take_over(database: Transactions, accounts: Accounts) -> None:
    """Move what a ledger kept of its officers before accounts had a scope into the accounts, once."""
    with database.reading() as connection:
        kept = select(employer_officers.c.account, employers.c.credit_code)
        kept = connection.execute(kept.join(employers, employers.c.id == employer_officers.c.employer)).all()
    for row in kept:
        user = accounts.find(row.account)
        if user is not None and user.role == "officer":
            accounts.widen(user.name, row.credit_code)
    if kept:
        with database.writing() as connection:
            connection.execute(delete(employer_officers))


def _officers(accounts: Accounts) -> list[User]:
    return [each.user for each in accounts.listed() if each.closed is None and each.user.role == "officer"]

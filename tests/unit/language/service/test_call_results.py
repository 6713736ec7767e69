"""What calls give where Jedi does not know."""

from __future__ import annotations

import pytest
from tests.unit.language.oracle import Oracle, cursor_in

from groundwork.language.protocol import Complete, Completions

MODEL = "from pydantic import BaseModel\nclass Order(BaseModel):\n    price: int\n"
BOOK = "from django.db import models\nclass Book(models.Model):\n    title = models.TextField()\n"
TABLE = """from sqlalchemy.orm import DeclarativeBase, Mapped
class Base(DeclarativeBase): pass
class User(Base):
    name: Mapped[str]
"""
SESSION = f"""from sqlalchemy import select
from sqlalchemy.orm import Session
{TABLE}
session = Session()
"""
FOUND = [
    (MODEL + "Order.model_validate({}).‸", "price"),
    (MODEL + "Order(price=1).model_copy().‸", "price"),
    (BOOK + "from django import shortcuts\nshortcuts.get_object_or_404(Book, pk=1).‸", "title"),
    (BOOK + "Book.objects.filter(‸", "title="),
    (BOOK + "for book in Book.objects.all():\n    book.‸", "title"),
    (BOOK + "Book.objects.‸", "filter"),
    (BOOK + "Book(‸", "title="),
    ("with open('a') as file:\n    file.read().‸", "strip"),
    ("from pathlib import Path\nPath('a').resolve().‸", "read_text"),
    ("from flask import Flask\napp = Flask('a')\n@app.route('/', ‸", "methods="),
    ("from flask import request\nrequest.‸", "method"),
    ("from sqlalchemy.orm import Session\ndef f(session: Session):\n    session.‸", "commit"),
    (TABLE + "User(‸", "name="),
    (TABLE + "def f(session):\n    user = session.get(User, 1)\n    user.‸", "name"),
    (SESSION + "for user in session.scalars(select(User)):\n    user.‸", "name"),
    (SESSION + "session.get(User, 1).‸", "name"),
    (TABLE + "from sqlalchemy.orm import sessionmaker\nS = sessionmaker(1)\nS().‸", "commit"),
    ("from fastapi.testclient import TestClient\nTestClient(1).get('/').‸", "status_code"),
    ("from typing import TypedDict\nclass Price(TypedDict):\n    sum: int\nPrice(‸", "sum="),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), FOUND, ids=[text[-40:] for text, _ in FOUND])
def test_libraries_are_known(oracle: Oracle, text: str, wanted: str) -> None:
    answer = oracle.ask(Complete(oracle.source(text), *cursor_in(text)))
    assert isinstance(answer, Completions)
    assert wanted in {candidate.name for candidate in answer.candidates}

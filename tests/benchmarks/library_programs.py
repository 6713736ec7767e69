"""Programs with the libraries of the lessons, as learners write them."""

from __future__ import annotations

from textwrap import dedent

PROGRAMS = {
    name: dedent(text).lstrip()
    for name, text in {
        "fastapi": """
            from fastapi import Depends, FastAPI, HTTPException, Query
            from fastapi.testclient import TestClient
            from pydantic import BaseModel, Field

            app = FastAPI(title="Shop")


            class Item(BaseModel):
                name: str
                price: float = Field(gt=0)
                tags: list[str] = []


            items: dict[int, Item] = {}


            def page(start: int = 0, size: int = Query(10, le=100)) -> slice:
                return slice(start, start + size)


            @app.get("/items")
            async def list_items(part: slice = Depends(page)) -> list[Item]:
                return list(items.values())[part]


            @app.post("/items/{number}", status_code=201)
            async def add_item(number: int, item: Item) -> Item:
                if number in items:
                    raise HTTPException(status_code=409, detail="This number is taken.")
                items[number] = item
                return item


            client = TestClient(app)
            answer = client.post("/items/1", json={"name": "pen", "price": 2.5})
            print(answer.status_code, answer.json())
            print(items[1].model_dump())
            """,
        "django": """
            from django.contrib import admin
            from django.core.exceptions import ValidationError
            from django.db import models
            from django.http import HttpRequest, HttpResponse, JsonResponse
            from django.shortcuts import get_object_or_404, render
            from django.urls import path
            from django.utils import timezone


            class Author(models.Model):
                name = models.CharField(max_length=100)
                born = models.DateField(null=True)

                def __str__(self):
                    return self.name.title()


            class Book(models.Model):
                title = models.CharField(max_length=200)
                author = models.ForeignKey(Author, on_delete=models.CASCADE)
                price = models.DecimalField(max_digits=6, decimal_places=2)

                def clean(self):
                    if self.price < 0:
                        raise ValidationError("A price is not negative.")


            def books(request: HttpRequest) -> HttpResponse:
                found = Book.objects.filter(author__name=request.GET.get("author"))
                return render(request, "books.html", {"books": found.order_by("title")})


            def book(request: HttpRequest, number: int) -> JsonResponse:
                one = get_object_or_404(Book, pk=number)
                return JsonResponse({"title": one.title, "now": timezone.now().isoformat()})


            urlpatterns = [path("books/", books), path("books/<int:number>/", book)]
            admin.site.register(Author)
            """,
        "flask": """
            from flask import Flask, abort, jsonify, redirect, request, session, url_for

            app = Flask(__name__)
            app.secret_key = "not a secret"
            notes: list[str] = []


            @app.route("/notes", methods=["GET", "POST"])
            def all_notes():
                if request.method == "POST":
                    notes.append(request.form["text"].strip())
                    session["count"] = len(notes)
                    return redirect(url_for("all_notes"))
                return jsonify(notes)


            @app.errorhandler(404)
            def missing(error):
                return jsonify(sentence=error.description), error.code


            @app.get("/notes/<int:number>")
            def one_note(number: int):
                if number >= len(notes):
                    abort(404)
                return notes[number]


            with app.test_client() as client:
                response = client.post("/notes", data={"text": "hello"})
                print(response.status_code, response.headers["Location"])
            """,
        "pydantic": """
            from datetime import date
            from decimal import Decimal

            from pydantic import BaseModel, ConfigDict, EmailStr, ValidationError, field_validator


            class Customer(BaseModel):
                model_config = ConfigDict(frozen=True)
                name: str
                email: EmailStr
                since: date

                @field_validator("name")
                @classmethod
                def is_not_empty(cls, value: str) -> str:
                    if not value.strip():
                        raise ValueError("a name is needed")
                    return value.title()


            class Order(BaseModel):
                customer: Customer
                total: Decimal


            try:
                order = Order.model_validate({"customer": {"name": " "}, "total": "1.5"})
            except ValidationError as error:
                for problem in error.errors():
                    print(problem["loc"], problem["msg"])
            else:
                print(order.customer.email, order.total.quantize(Decimal("0.01")))
                print(order.model_dump_json(indent=2))
            """,
        "sqlalchemy": """
            from sqlalchemy import ForeignKey, String, create_engine, func, select
            from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, relationship


            class Base(DeclarativeBase):
                pass


            class Team(Base):
                __tablename__ = "team"
                id: Mapped[int] = mapped_column(primary_key=True)
                name: Mapped[str] = mapped_column(String(50), unique=True)
                players: Mapped[list["Player"]] = relationship(back_populates="team")


            class Player(Base):
                __tablename__ = "player"
                id: Mapped[int] = mapped_column(primary_key=True)
                name: Mapped[str]
                team_id: Mapped[int] = mapped_column(ForeignKey("team.id"))
                team: Mapped[Team] = relationship(back_populates="players")


            engine = create_engine("sqlite://", echo=False)
            Base.metadata.create_all(engine)
            with Session(engine) as session:
                session.add(Team(name="Owls", players=[Player(name="Ada"), Player(name="Grace")]))
                session.commit()
                counted = select(Team.name, func.count(Player.id)).join(Player).group_by(Team.name)
                for name, count in session.execute(counted).all():
                    print(name.upper(), count)
                print(session.scalars(select(Player).order_by(Player.name)).first())
            """,
        "plain": """
            import asyncio
            import csv
            import json
            import re
            from collections import Counter, defaultdict
            from dataclasses import dataclass, field
            from datetime import datetime, timedelta
            from pathlib import Path


            @dataclass
            class Visit:
                page: str
                at: datetime
                tags: list[str] = field(default_factory=list)


            def visits_in(file: Path) -> list[Visit]:
                with file.open(encoding="utf-8", newline="") as stream:
                    rows = csv.DictReader(stream)
                    return [Visit(row["page"], datetime.fromisoformat(row["at"])) for row in rows]


            def by_day(visits: list[Visit]) -> dict[str, int]:
                days: defaultdict[str, int] = defaultdict(int)
                for visit in visits:
                    days[visit.at.strftime("%A")] += 1
                return dict(days)


            async def main() -> None:
                await asyncio.sleep(0.01)
                words = re.findall(r"[a-z]+", "some words and some more".lower())
                print(json.dumps(Counter(words).most_common(3), indent=2))
                print(datetime.now() - timedelta(days=7))


            asyncio.run(main())
            """,
    }.items()
}
"""By library; none of them is run."""

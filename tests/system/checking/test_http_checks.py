"""Web applications, asked without a socket."""

from __future__ import annotations

import pytest
from tests.system.checking.exercises import exercise, verdict_on, verdicts_on

from groundwork.checking.verdicts import Place, Verdict
from groundwork.packs.checks import HttpCheck

WSGI = """
import json

def app(environ, start_response):
    path = environ['PATH_INFO'].encode('latin-1').decode('utf-8')
    length = int(environ.get('CONTENT_LENGTH') or 0)
    body = environ['wsgi.input'].read(length)
    answer = {'method': environ['REQUEST_METHOD'], 'path': path, 'query': environ['QUERY_STRING'],
              'body': body.decode(), 'type': environ.get('CONTENT_TYPE'),
              'token': environ.get('HTTP_X_TOKEN')}
    start_response('201 Created', [('Content-Type', 'application/json')])
    yield json.dumps(answer).encode()
"""
ASGI = """
import json

class Application:
    def __init__(self):
        self.started = 0

    async def __call__(self, scope, receive, send):
        if scope['type'] == 'lifespan':
            await receive()
            scope['state']['name'] = 'shop'
            self.started += 1
            await send({'type': 'lifespan.startup.complete'})
            await receive()
            print('ended')
            await send({'type': 'lifespan.shutdown.complete'})
            return
        body = (await receive())['body']
        headers = dict(scope['headers'])
        answer = {'method': scope['method'], 'path': scope['path'], 'body': body.decode(),
                  'query': scope['query_string'].decode(),
                  'type': headers[b'content-type'].decode(), 'token': headers[b'x-token'].decode()}
        assert self.started == 1 and scope['state'] == {'name': 'shop'}
        await send({'type': 'http.response.start', 'status': 201, 'headers': []})
        await send({'type': 'http.response.body', 'body': json.dumps(answer).encode()[:5],
                    'more_body': True})
        await send({'type': 'http.response.body', 'body': json.dumps(answer).encode()[5:]})

app = Application()
"""
POST = HttpCheck(
    title="POST /orders answers with 201",
    method="POST",
    path="/orders/gr%C3%BCn?page=2&q=a%20b",
    headers=(("X-Token", "s3cret"),),
    body='{"what": "tea"}',
    status=201,
    json='{"method": "POST", "path": "/orders/grün", "query": "page=2&q=a%20b", '
    '"body": "{\\"what\\": \\"tea\\"}", "type": "application/json", "token": "s3cret"}',
)


@pytest.mark.parametrize("answer", [WSGI, ASGI], ids=["wsgi", "asgi"])
def test_an_application_of_the_standard_library_alone_gets_the_whole_request(answer: str) -> None:
    verdict = verdict_on(POST, answer)
    assert verdict.sentence == ""
    assert verdict.is_passed


def test_an_application_lives_from_its_start_to_its_end() -> None:
    assert verdict_on(POST, ASGI).output == "ended\n"


def test_a_wrong_body_is_told() -> None:
    verdict = verdict_on(POST, WSGI.replace("'s3cret'", "").replace("body.decode()", "'x'"))
    assert verdict.verdict is Verdict.FAILED
    assert verdict.sentence == "The values for the key 'body' differ."
    assert "'body': 'x'" in verdict.got
    assert verdict.given == (
        'POST /orders/gr%C3%BCn?page=2&q=a%20b\nX-Token: s3cret\n\n{"what": "tea"}'
    )


def test_a_wrong_status_is_told_with_the_body() -> None:
    verdict = verdict_on(POST, WSGI.replace("201 Created", "404 Not Found"))
    assert verdict.sentence == "This check expected status 201 and got 404."
    assert verdict.got.startswith("404 Not Found\n{")
    assert verdict.expected == "201 Created"


PLAIN = HttpCheck(title="GET / says hello", contains="hello", status=200)
PLAIN_APP = (
    "def app(environ, start_response):\n    {}\n    start_response('200 OK', [])\n    return [{}]\n"
)


def test_text_is_looked_for_in_the_body() -> None:
    assert verdict_on(PLAIN, PLAIN_APP.format("", "b'say hello'")).is_passed
    verdict = verdict_on(PLAIN, PLAIN_APP.format("", "b'bye'"))
    assert verdict.sentence == "The body does not hold “hello”."
    assert (verdict.got, verdict.expected) == ("bye", "hello")


def test_an_exception_in_the_application_is_told() -> None:
    verdict = verdict_on(PLAIN, PLAIN_APP.format("1 / 0", "b''"))
    assert verdict.sentence == "GET / ended with ZeroDivisionError: division by zero (line 2)."
    assert verdict.place == Place("main.py", 2)


FAILING_TO_START = """
async def app(scope, receive, send):
    await receive()
    if scope['type'] == 'lifespan':
        await send({'type': 'lifespan.startup.failed', 'message': 'no'})
"""


@pytest.mark.parametrize(
    ("answer", "sentence"),
    [
        ("", "The program does not define app."),
        ("app = 3", "GET / ended with TypeError"),
        ("async def app(scope, receive, send): pass", "the application sent no response"),
        ("def app(environ, start_response): return []", "did not call start_response"),
        ("def app(environ, start_response): return 3", "GET / ended with TypeError"),
        (PLAIN_APP.format("", "'text'"), "GET / ended with TypeError"),
        (
            FAILING_TO_START,
            "the application did not start: no",
        ),
    ],
)
def test_what_is_no_application_is_told(answer: str, sentence: str) -> None:
    verdict = verdict_on(PLAIN, answer)
    assert verdict.verdict is Verdict.FAILED
    assert sentence in verdict.sentence


def test_a_server_at_the_end_of_the_program_is_not_started() -> None:
    serving = PLAIN_APP.format("", "b'hello'") + (
        "if __name__ == '__main__':\n    from wsgiref.simple_server import make_server\n"
        "    make_server('', 0, app).serve_forever()\n"
    )
    assert verdict_on(PLAIN, serving).is_passed


def test_a_file_called_asyncio_is_the_learners_alone() -> None:
    answer = (
        "async def app(scope, receive, send):\n"
        "    assert scope['type'] == 'http'\n"
        "    await send({'type': 'http.response.start', 'status': 200})\n"
        "    await send({'type': 'http.response.body', 'body': b'hello'})\n"
    )
    verdict = verdict_on(PLAIN, answer, asyncio="raise RuntimeError", json="1 / 0", http="1 / 0")
    assert verdict.sentence == ""


FLASK = """
from flask import Flask, jsonify, request

app = Flask(__name__)

@app.post('/orders')
def add():
    return jsonify(name=request.json['name'], number=7), 201

if __name__ == '__main__':
    app.run()
"""
FASTAPI = """
from contextlib import asynccontextmanager
from fastapi import FastAPI
from pydantic import BaseModel

@asynccontextmanager
async def lifespan(app):
    app.state.number = 7
    yield

class Order(BaseModel):
    name: str

app = FastAPI(lifespan=lifespan)

@app.post('/orders', status_code=201)
def add(order: Order):
    return {'name': order.name, 'number': app.state.number}
"""
ORDER = HttpCheck(
    title="t",
    method="POST",
    path="/orders",
    body='{"name": "Zoë"}',
    status=201,
    json="{'name': 'Zoë', 'number': 7}",
)


@pytest.mark.parametrize("answer", [FLASK, FASTAPI], ids=["flask", "fastapi"])
def test_an_application_of_a_framework_answers(answer: str) -> None:
    assert verdict_on(ORDER, answer).sentence == ""
    wrong = verdict_on(ORDER, answer.replace("number", "count"))
    assert wrong.verdict is Verdict.FAILED


def test_what_the_author_left_out_is_the_solutions() -> None:
    asked = exercise(HttpCheck(title="t", path="/"), solution=PLAIN_APP.format("", "b'{\"a\": 1}'"))
    assert verdicts_on(asked, PLAIN_APP.format("", "b'{ \"a\":1 }'")).are_passed
    wrong = verdicts_on(asked, PLAIN_APP.format("", "b'{\"a\": 2}'")).checks[0]
    assert wrong.sentence == "This check expected {'a': 1} and got {'a': 2}."

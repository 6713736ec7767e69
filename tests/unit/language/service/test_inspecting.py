"""What the worker says is wrong in a file."""

from __future__ import annotations

from tests.unit.language.oracle import Oracle

from groundwork.language.protocol import Finding, Findings, Inspect, Span


def findings(oracle: Oracle, text: str, name: str = "main.py") -> tuple[Finding, ...]:
    answer = oracle.ask(Inspect(oracle.source(text, name)))
    assert isinstance(answer, Findings)
    return answer.findings


def test_a_right_program_has_no_findings(oracle: Oracle) -> None:
    assert findings(oracle, "import math\n\nprint(math.pi)\n") == ()


def test_a_finding_names_lines_and_columns_of_the_file(oracle: Oracle) -> None:
    (finding,) = findings(oracle, 'price = 3\r\nprint("ü", pirce)\r\n')
    assert finding.span == Span(2, 11, 2, 16)
    (edit,) = finding.fixes[0].edits
    assert (edit.file, edit.span, edit.text) == ("main.py", finding.span, "price")


def test_a_file_with_the_name_of_a_module_of_python_is_told(oracle: Oracle) -> None:
    (finding,) = findings(oracle, "print(1)\n", name="random.py")
    assert (finding.topic, finding.span) == ("shadowed-module", Span(1, 0, 1, 0))
    assert "a module of Python" in finding.sentence


def test_a_file_with_the_name_of_a_library_of_the_lessons_is_told(oracle: Oracle) -> None:
    (finding,) = findings(oracle, "print(1)\n", name="flask.py")
    assert "a library" in finding.sentence


def test_other_names_of_files_are_free(oracle: Oracle) -> None:
    for name in ("main.py", "prices.py", "shop/random.py", "jedi.py", "groundwork.py"):
        assert findings(oracle, "print(1)\n", name=name) == ()


def test_lone_surrogates_are_no_hindrance(oracle: Oracle) -> None:
    (finding,) = findings(oracle, "x = '\udc80' + yy\n")
    assert finding.span == Span(1, 10, 1, 12)

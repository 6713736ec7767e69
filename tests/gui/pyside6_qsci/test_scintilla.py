import gc

import pytest
import shiboken6
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from pyside6_qsci.messages import Lexer, Message, PythonStyle
from pyside6_qsci.scintilla import Scintilla


@pytest.fixture
def editor(qtbot: QtBot) -> Scintilla:
    scintilla = Scintilla()
    qtbot.addWidget(scintilla)
    with qtbot.waitExposed(scintilla):
        scintilla.show()
    return scintilla


def text(editor: Scintilla) -> bytes:
    return editor.slice(0, editor.send(Message.GETLENGTH))


def test_messages_are_answered(editor: Scintilla) -> None:
    editor.replace(0, 0, b"one\ntwo\n")
    assert editor.send(Message.GETLINECOUNT) == 3
    assert editor.send(Message.LINEFROMPOSITION, 4) == 1


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(content=st.text())
def test_any_text_comes_back_as_it_was(editor: Scintilla, content: str) -> None:
    document = editor.new_document()
    editor.show_document(document)
    editor.replace(0, 0, content.encode())
    assert text(editor) == content.encode()
    editor.release_document(document)


def test_styles_come_one_for_each_byte(editor: Scintilla) -> None:
    editor.send(Message.SETLEXER, Lexer.PYTHON)
    editor.replace(0, 0, "# \u00e9\n1".encode())
    editor.send(Message.COLOURISE, 0, -1)
    comment = PythonStyle.COMMENT
    assert list(editor.styles(0, 4)) == [comment] * 4
    assert list(editor.styles(5, 6)) == [PythonStyle.NUMBER]
    assert editor.styles(3, 3) == b""


def test_a_change_of_the_text_is_told_and_nothing_else_is(editor: Scintilla, qtbot: QtBot) -> None:
    with qtbot.waitSignal(editor.text_changed):
        editor.replace(0, 0, b"x = 1\n")
    with qtbot.assertNotEmitted(editor.text_changed):
        editor.send(Message.SETLEXER, Lexer.PYTHON)
        editor.send(Message.COLOURISE, 0, -1)
        editor.send(Message.MARKERADD, 0, 1)
        editor.send(Message.ANNOTATIONSETTEXT, 0, b"note")


def test_typed_characters_are_told(editor: Scintilla, qtbot: QtBot) -> None:
    with qtbot.waitSignal(editor.character_added) as typed:
        qtbot.keyClicks(editor.area, "a")
    assert typed.args == [ord("a")]


def test_documents_keep_text_and_undo_apart(editor: Scintilla) -> None:
    one, other = editor.new_document(), editor.new_document()
    editor.show_document(one)
    editor.replace(0, 0, b"one")
    editor.show_document(other)
    assert text(editor) == b""
    assert not editor.send(Message.CANUNDO)
    editor.show_document(one)
    editor.send(Message.UNDO)
    assert text(editor) == b""


def test_a_document_may_be_released_while_it_is_shown(editor: Scintilla) -> None:
    document = editor.new_document()
    editor.show_document(document)
    editor.replace(0, 0, b"still here")
    editor.release_document(document)
    editor.release_document(document)
    assert text(editor) == b"still here"


def test_text_from_elsewhere_passes_through_the_filter(editor: Scintilla) -> None:
    editor.set_incoming(str.upper)
    clip = QMimeData()
    clip.setText("gr\u00fcn\r\n\U0001f600")
    QGuiApplication.clipboard().setMimeData(clip)
    editor.send(Message.SETEOLMODE, 2)
    editor.send(Message.PASTE)
    assert text(editor).decode() == "GR\u00dcN\n\U0001f600"


def test_text_from_an_editor_comes_back_as_it_is(editor: Scintilla) -> None:
    editor.set_incoming(str.upper)
    editor.replace(0, 0, b"abc")
    editor.send(Message.SELECTALL)
    editor.send(Message.COPY)
    editor.send(Message.PASTE)
    editor.send(Message.PASTE)
    assert text(editor) == b"abcabc"


def test_it_goes_with_its_parent_and_says_so_afterwards(qtbot: QtBot) -> None:
    del qtbot  # there has to be an application; the parent is deleted by this test itself
    parent = QWidget()
    editor = Scintilla(parent)
    document = editor.new_document()
    editor.show_document(document)
    area = editor.area
    shiboken6.delete(parent)
    assert not shiboken6.isValid(area)
    with pytest.raises(RuntimeError, match="deleted"):
        editor.send(Message.GETLENGTH)


def test_many_come_and_go(qtbot: QtBot) -> None:
    del qtbot
    for _ in range(50):
        editor = Scintilla()
        editor.set_incoming(str.upper)
        editor.show_document(editor.new_document())
        editor.replace(0, 0, b"text")
        del editor
    gc.collect()


def test_a_screen_reader_finds_editable_text(editor: Scintilla) -> None:
    editor.area.setAccessibleName("Code")
    editor.replace(0, 0, b"x = 1")
    interface = QAccessible.queryAccessibleInterface(editor.area)
    assert interface.role() == QAccessible.Role.EditableText
    assert interface.text(QAccessible.Text.Name) == "Code"


def test_several_changes_can_be_told_as_one(editor: Scintilla) -> None:
    told: list[bytes] = []
    editor.text_changed.connect(lambda: told.append(text(editor)))
    with editor.as_one_change():
        editor.replace(0, 0, b"a")
        editor.replace(1, 1, b"b")
    editor.replace(2, 2, b"c")
    assert told == [b"ab", b"abc"]

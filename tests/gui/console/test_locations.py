from groundwork.gui.console.locations import locations, shortened

FOLDER = "/home/ada/drafts/work"


def test_files_of_the_program_are_named_as_the_learner_knows_them() -> None:
    line = f'  File "{FOLDER}/shop/prices.py", line 12, in total'
    assert shortened(line, FOLDER) == '  File "shop/prices.py", line 12, in total'


def test_other_text_is_left_alone() -> None:
    assert shortened("/home/ada/other", FOLDER) == "/home/ada/other"
    assert shortened("anything", "") == "anything"


def test_a_traceback_line_names_a_place() -> None:
    text = '  File "shop/prices.py", line 12, in total'
    (place,) = locations(text)
    assert (place.name, place.line) == ("shop/prices.py", 12)
    assert text[place.start : place.end] == '"shop/prices.py", line 12'


def test_library_files_and_made_up_files_are_no_places() -> None:
    assert not list(locations('  File "/usr/lib/python3.13/json/decoder.py", line 3, in decode'))
    assert not list(locations('  File "<string>", line 1'))
    assert not list(locations('  File "../secret.py", line 1'))

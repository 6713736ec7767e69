"""What programs use most: our own judgement of everyday Python, the most usual first."""

from __future__ import annotations


def _places(*names: str) -> dict[str, int]:
    """The place of each name in a list of them, which are separated by spaces."""
    words = dict.fromkeys(" ".join(names).split())
    return {name: place for place, name in enumerate(words)}


ATTRIBUTES = _places("""
    append join items strip get split format keys values lower replace startswith endswith sort
    pop add extend upper read_text write_text splitlines read write update insert remove find
    index count copy setdefault reverse close execute fetchall fetchone commit clear discard
    union intersection difference title rstrip lstrip removeprefix removesuffix isdigit encode
    decode capitalize partition rpartition isdisjoint issubset issuperset zfill ljust rjust
    center isalpha isalnum isdecimal readlines readline exists mkdir unlink iterdir glob
    is_file is_dir name stem suffix parent parents with_suffix resolve rename now today
    strftime isoformat year month day hour minute second date time timedelta fromisoformat
    strptime total_seconds loads dumps load dump path environ getcwd listdir makedirs argv exit
    randint choice shuffle random sample uniform seed sleep perf_counter monotonic search match
    sub findall group groups compile fullmatch finditer sqrt pi ceil floor popleft appendleft
    most_common elements rotate total connect cursor executemany rollback fetchmany lastrowid
    row_factory post put delete patch include_router middleware exception_handler mount state
    route run json text status_code headers params url method args form files cookies content
    client model_dump model_dump_json model_validate model_validate_json model_copy
    model_fields query filter all create first scalars scalar one scalar_one scalar_one_or_none
    one_or_none add_all refresh flush begin filter_by order_by where select limit offset
    exclude get_or_create update_or_create objects save id pk bulk_create select_related
    prefetch_related values_list distinct aggregate annotate last latest earliest CharField
    TextField IntegerField DateField DateTimeField BooleanField ForeignKey Model info debug
    warning error exception basicConfig getLogger setLevel start stop set put_nowait get_nowait
    submit result map shutdown cancel done gather create_task wait_for Queue Lock Thread Event
    with_traceback add_note bit_length as_integer_ratio is_integer hex to_bytes from_bytes
    fromkeys popitem intersection_update difference_update symmetric_difference casefold
    swapcase translate maketrans expandtabs isspace isupper islower isidentifier isnumeric
    __name__ __class__ __doc__ __dict__ __init__ __len__ __str__ __repr__
""")
"""Attributes, on whatever."""

USUAL_ON = {
    "str": _places("split strip join lower upper replace startswith endswith format splitlines"),
    "list": _places("append sort pop extend insert remove index count reverse copy clear"),
    "dict": _places("get items keys values pop update setdefault copy clear"),
    "set": _places("add discard remove union intersection difference update issubset"),
    "BaseManager": _places("filter all get create exclude order_by first count exists values"),
    "Session": _places("add commit execute scalars get scalar query delete refresh rollback"),
    "FastAPI": _places("get post put delete patch include_router middleware exception_handler"),
    "Flask": _places("route get post run test_client errorhandler config"),
    "Model": _places("objects save delete pk id"),
    "BaseModel": _places(
        "model_dump model_dump_json model_validate model_validate_json model_copy"
    ),
}
"""Attributes of classes that have many, or some whose names are usual on other things."""

TAKEN = {
    "route": ("methods",),
    "get": ("params", "headers", "query_string"),
    "post": ("json", "data", "headers"),
    "put": ("json", "data", "headers"),
    "patch": ("json", "data", "headers"),
}
"""What functions take by name although they only say that they take anything."""

BUILTINS = _places("""
    print len range str int input list dict set sorted enumerate open isinstance sum min max
    float zip any all bool tuple abs round map filter reversed super type repr hasattr getattr
    format ValueError KeyError TypeError Exception iter next id frozenset bytes setattr
    callable vars dir property staticmethod classmethod object chr ord pow divmod hash bin hex
    IndexError AttributeError FileNotFoundError ZeroDivisionError RuntimeError
    NotImplementedError OSError PermissionError NameError LookupError ArithmeticError
    StopIteration KeyboardInterrupt TimeoutError ConnectionError UnicodeDecodeError ImportError
    AssertionError help slice bytearray
""")
"""Names that are always there."""

MODULES = _places("""
    json random datetime math os sys re time collections pathlib dataclasses typing sqlite3 csv
    fastapi pydantic flask django sqlalchemy httpx pytest functools itertools logging asyncio
    enum abc string statistics copy decimal uuid hashlib secrets subprocess shutil contextlib
    threading urllib http socket operator unittest argparse tempfile textwrap traceback pprint
    base64 io uvicorn starlette calendar fractions heapq bisect queue inspect warnings
""")
"""Modules that are imported."""

EXPORTS = _places(
    """
    Path datetime defaultdict Counter dataclass field deque namedtuple Any Optional Annotated
    Enum FastAPI HTTPException Depends BaseModel Field Flask request jsonify render_template
    create_engine select Session DeclarativeBase Mapped mapped_column relationship sessionmaker
    timedelta date timezone partial lru_cache wraps reduce contextmanager ABC abstractmethod
    perf_counter sleep randint choice Decimal chain product Callable Iterable Iterator
    TestClient APIRouter Response Request status Query Body models path include sqrt pi ceil
    floor
    """,
    *ATTRIBUTES,
)
"""What is imported from modules."""

DECORATORS = _places("property dataclass staticmethod classmethod app router pytest wraps")
"""What stands after `@`."""

GUESSES = (
    *sorted(
        {name for kind in (str, list, dict, set) for name in dir(kind) if name[0] != "_"},
        key=lambda name: ATTRIBUTES.get(name, len(ATTRIBUTES)),
    ),
    *("__name__", "__class__", "__dict__", "__doc__"),
)
"""Attributes to offer where nobody knows what stands in front of the dot."""


def hiddenness(name: str) -> int:
    """How much the name is hidden: 0 not at all, 1 private, 2 of the language's own."""
    return 0 if name[:1] != "_" else 2 if name.startswith("__") else 1


def is_exception(name: str) -> bool:
    """Whether the name is spelt as exceptions are."""
    return name.endswith(("Error", "Exception", "Interrupt", "Warning", "NotFound", "DoesNotExist"))

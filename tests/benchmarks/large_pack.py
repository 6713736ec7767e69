"""A pack as large as one may become: many lessons that each have a few examples, no two alike."""

from __future__ import annotations

from pathlib import Path
from random import Random

LESSONS = 5000
EXAMPLES = 20_000
_PER_CHAPTER = 25
_WORDS = 6000
_SENTENCE = 12
_SEED = 1


def write_large_pack(folder: Path, lessons: int = LESSONS, examples: int = EXAMPLES) -> Path:
    """Write a pack of so many lessons and examples into `folder`; the folder."""
    random = Random(_SEED)  # noqa: S311 - the same pack every time, no secret
    words = [f"{_syllable(random)}{_syllable(random)}{number}" for number in range(_WORDS)]
    chapters = -(-lessons // _PER_CHAPTER)
    manifest = ['format = 1\nid = "large"\ntitle = "A large pack"\nversion = "1.0.0"\n']
    for chapter in range(chapters):
        first = chapter * _PER_CHAPTER
        ids = [f"lesson-{n}" for n in range(first, min(first + _PER_CHAPTER, lessons))]
        listed = ", ".join(f'"{one}"' for one in ids)
        title = f"Chapter {chapter} of {random.choice(words)}"
        manifest.append(
            f'[[chapters]]\nid = "chapter-{chapter}"\ntitle = "{title}"\nlessons = [{listed}]\n'
        )
        (folder / f"chapter-{chapter}").mkdir(parents=True)
        for one in ids:
            file = folder / f"chapter-{chapter}" / f"{one}.md"
            file.write_text(_lesson(random, words, examples // lessons), encoding="utf-8")
    (folder / "pack.toml").write_text("\n".join(manifest), encoding="utf-8")
    return folder


def _lesson(random: Random, words: list[str], examples: int) -> str:
    parts = [f"---\ntitle: About {' '.join(random.sample(words, 3))}\nminutes: 5\n---\n"]
    for number in range(examples):
        parts += [f"## {random.choice(words)}\n", _prose(random, words), _prose(random, words)]
        name = random.choice(words)
        code = f"{name} = {number}\nfor step in range({name}):\n    print(step)\n"
        parts.append(f'```python example id=example-{number} title="{name}"\n{code}```\n')
    return "\n".join(parts)


def _prose(random: Random, words: list[str]) -> str:
    sentences = (" ".join(random.sample(words, _SENTENCE)) for _ in range(4))
    return "".join(f"{sentence.capitalize()}.\n" for sentence in sentences)


def _syllable(random: Random) -> str:
    return random.choice("bdfglmnprst") + random.choice("aeiou") + random.choice("lnrst")

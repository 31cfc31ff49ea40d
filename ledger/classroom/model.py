"""What a lesson and a question file hold. Their form is checked here, what they refer to in :mod:`.lesson_folder`."""

from __future__ import annotations

from typing import Annotated, Literal, get_args

from pydantic import BaseModel, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from common.text import Lang

Pose = Literal["greeting", "explaining", "pointing", "thinking", "warning", "praising"]
POSES: tuple[Pose, ...] = get_args(Pose)
Kind = Literal["one", "several"]
ID = r"^[a-z][a-z0-9-]{0,59}$"
PICTURES = ("jpg", "png", "webp", "svg")
CLIPS = ("webm", "mp4")

_Id = Annotated[str, Field(pattern=ID)]
_Slug = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{0,59}$")]
_Text = Annotated[str, Field(min_length=1, max_length=400)]
_Title = Annotated[str, Field(min_length=1, max_length=80)]
_Picture = Annotated[str, Field(pattern=rf"^[a-z0-9][a-z0-9_-]{{0,59}}\.({'|'.join(PICTURES)})$")]
_Clip = Annotated[str, Field(pattern=rf"^[a-z0-9][a-z0-9_-]{{0,59}}\.({'|'.join(CLIPS)})$")]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class Said(_Strict):
    """A text in both languages."""

    zh: _Text
    en: _Text

    def in_(self, lang: Lang) -> str:
        """The text in ``lang``."""
        return getattr(self, lang)


class Title(Said):
    """A short name in both languages."""

    zh: _Title
    en: _Title


class Guide(Said):
    """What the guide figure says, and how it stands."""

    pose: Pose


class Picture(Said):
    """A picture and its caption."""

    file: _Picture


class Clip(Said):
    """A film without sound, its still, and its caption."""

    file: _Clip
    poster: _Picture


class Answer(Said):
    """An answer to choose. ``why`` says what is wrong with it."""

    right: bool = False
    why: Said | None = None


class Question(_Strict):
    """A question, its answers, and the explanation that follows whichever was chosen."""

    id: _Id
    about: Annotated[str, Field(max_length=60)] | None = None
    """A hazard of the scenario, in a question file."""
    kind: Kind
    ask: Said
    picture: Picture | None = None
    answers: Annotated[list[Answer], Field(min_length=2, max_length=6)]
    explain: Said

    @model_validator(mode="after")
    def _answerable(self) -> Question:
        right = len(self.right)
        if self.kind == "one" and right != 1:
            raise PydanticCustomError("one_right", "one right answer")
        if self.kind == "several" and not 0 < right < len(self.answers):
            raise PydanticCustomError("some_right", "some right answers, not all")
        return self

    @property
    def right(self) -> frozenset[int]:
        """The places of the right answers, from 0."""
        return frozenset(place for place, each in enumerate(self.answers) if each.right)


class Page(_Strict):
    """A page of a lesson: some of a sentence of the guide, a picture or a clip, a text, and questions."""

    id: _Id
    guide: Guide | None = None
    picture: Picture | None = None
    video: Clip | None = None
    text: _Id | None = None
    """The name of its Markdown files, without ``.zh.md`` and ``.en.md``."""
    quiz: Annotated[list[Question], Field(min_length=1, max_length=10)] = []

    @model_validator(mode="after")
    def _not_empty(self) -> Page:
        if not (self.guide or self.picture or self.video or self.text or self.quiz):
            raise PydanticCustomError("empty_page", "nothing on the page")
        return self


class Lesson(_Strict):
    """A lesson of a few minutes."""

    lesson: _Id
    version: Annotated[int, Field(ge=1, le=9999)]
    title: Title
    summary: Said
    minutes: Annotated[int, Field(ge=1, le=60)]
    order: Annotated[int, Field(ge=1, le=9999)] = 1000
    """Where it stands in the list: the smallest first, then by id."""
    cover: _Picture
    injuries: Annotated[list[_Slug], Field(max_length=10)]
    scenarios: Annotated[list[_Id], Field(max_length=40)]
    sources: Annotated[list[Said], Field(max_length=20)]
    pages: Annotated[list[Page], Field(min_length=1, max_length=20)]
    pass_share: Annotated[float, Field(alias="pass", gt=0, le=1)] = 0.8
    """The share of questions that must be answered rightly."""

    @property
    def questions(self) -> list[Question]:
        """All questions, in the order in which they are asked."""
        return [question for page in self.pages for question in page.quiz]


class QuestionFile(_Strict):
    """What is asked before and after one scenario."""

    questions: _Id
    """The scenario's id."""
    items: Annotated[list[Question], Field(min_length=6, max_length=60)]

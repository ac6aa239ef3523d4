from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publish.build.locales import canonical_tag


@pytest.mark.parametrize(
    ("given", "written"),
    [
        ("EN", "en"), ("en_gb", "en-GB"), ("zh-HANS-tw", "zh-Hans-TW"), ("es-419", "es-419"), ("sl-ROZAJ", "sl-rozaj"),
        ("en-GB-OED", "en-GB-oed"), ("en-x-US", "en-x-us"), ("de-de-u-CO-phonebk", "de-DE-u-co-phonebk"),
    ],
)  # fmt: skip
def test_tags_are_written_in_their_usual_letters(given: str, written: str) -> None:
    assert canonical_tag(given) == written


@given(st.from_regex(r"[A-Za-z]{2,3}([-_][A-Za-z0-9]{1,8}){0,4}", fullmatch=True))
def test_writing_a_tag_twice_changes_nothing_more(tag: str) -> None:
    assert canonical_tag(canonical_tag(tag)) == canonical_tag(tag)
    assert canonical_tag(tag).casefold() == tag.replace("_", "-").casefold()

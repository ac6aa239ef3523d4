"""The file as another program lays it out."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest
import word_cases as cases

from publish.document.tree import Document

soffice = shutil.which("soffice")


@pytest.mark.skipif(soffice is None, reason="LibreOffice is not installed")
def test_libreoffice_lays_out_every_page(tmp_path: Path, full_document: Document, word) -> None:  # type: ignore[no-untyped-def]
    pdfium = pytest.importorskip("pypdfium2")
    (tmp_path / "brief.docx").write_bytes(word(full_document).data)
    profile = f"-env:UserInstallation=file://{tmp_path / 'profile'}"
    command = [str(soffice), "--headless", profile, "--convert-to", "pdf", "--outdir", str(tmp_path), "brief.docx"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=120, env={**os.environ})
    pages = pdfium.PdfDocument(tmp_path / "brief.pdf")
    # a substitute font may be kerned so widely that spaces are read into words
    texts = ["".join(page.get_textpage().get_text_range().split()) for page in pages]
    assert 3 <= len(texts) <= 8
    assert f"Strona2z{len(texts)}" in texts[1]
    assert "Rzekawracadoswojegokoryta" in texts[1]  # the running head
    assert "Rzekawracadoswojegokoryta" not in texts[0]
    whole = "".join(texts)
    assert all("".join(said.split()) in whole for said in ("Główne wnioski", "Źródła", "unsinkable", cases.LOREM[:40]))

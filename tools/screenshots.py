"""Take the README's pictures: the example's HTML brief in headless Chromium, at desktop and phone width."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

IMAGES = Path(__file__).resolve().parent.parent / "docs" / "images"
VIEWS = {"brief-desktop": (1280, 1000), "brief-phone": (390, 844)}
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync", "--hide-scrollbars",
)  # fmt: skip


def main() -> None:
    """Write docs/images/*.png."""
    IMAGES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "tracktwo", "brief", "--example", "--case", folder]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        page = Path(folder) / "brief" / "brief.html"
        for name, (width, height) in VIEWS.items():
            picture = IMAGES / f"{name}.png"
            subprocess.run(
                [
                    "chromium",
                    *FLAGS,
                    f"--user-data-dir={folder}/{name}",
                    f"--window-size={width},{height}",
                    f"--screenshot={picture}",
                    page.as_uri(),
                ],
                check=True,
                stderr=subprocess.DEVNULL,
            )
            print(f"wrote docs/images/{picture.name}", file=sys.stderr)


if __name__ == "__main__":
    main()

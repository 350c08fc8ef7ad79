"""``python -m tracktwo`` is ``tracktwo``."""

from tracktwo.cli import main

if __name__ == "__main__":
    main()

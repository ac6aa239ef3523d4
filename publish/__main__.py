"""`python -m publish`."""

from publish.cli import main

if __name__ == "__main__":
    main()

"""The source model and its readers: front matter, Markdown blocks, the fact ledger."""

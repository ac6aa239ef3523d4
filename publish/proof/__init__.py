"""Reads built files back; shares no code with the renderers."""

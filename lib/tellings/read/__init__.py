"""From a file's text to sentences: no pandas, no disk (but for files), no outlet, no event."""

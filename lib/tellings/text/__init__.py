"""Text and its pieces, no subject: characters, tokens (fine, whole, count), matcher for listed
phrases, inflection (singular, plural, participle), memory (what was asked of words), spans of
placed rows, voice (whose words).
"""

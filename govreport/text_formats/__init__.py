"""The grammars of the two text formats, each shared by its reader and its writer.

Both formats have a plain form, which is what extraction programs print, and a strict form for
what the plain one cannot say. `docs/formats.md` holds both grammars.
"""

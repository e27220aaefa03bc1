"""The grammars of the two text formats, each shared by its reader and its writer.

Both formats have a plain form, as extraction programs print it, and a strict form for
what the plain one cannot express. `docs/formats.md` holds both grammars.
"""

"""What the files of office programs have in common: a ZIP archive, parts in XML, relationships.

`archive` finds and unpacks the members within the limits, `xml_tree` parses one, `strict_names`
renames the elements of strict files, and `relationships` says what a part refers to.
"""

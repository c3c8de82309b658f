"""Pages. site: all files of a report; frame: a page and a notebook's cells in it; places: where
articles, events and words stand; article: a capture with its marks; front: the first page; single:
everything in one file; execution: a notebook as it was run; template/ holds the HTML and the style
sheet."""

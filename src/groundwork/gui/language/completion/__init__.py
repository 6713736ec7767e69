"""What may be meant by the word being typed: the list, and the putting in of what is chosen.

`completer` decides when to ask and joins the rest. Without widgets: `word` is what stands at the
cursor, `newness` whether it is a name that is made up there, `session` one word while it is typed,
`matching` and `choices` which candidates fit it, `inserting` and `snippets` what is put in. With
widgets, made when they are first needed: `popup` is the list with its keys, `rows` paints it,
`beside` tells what the selected candidate is, `places` leads through a snippet.
"""

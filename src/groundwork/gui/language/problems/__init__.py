"""What is wrong in the program, while it is written: underlined, told, listed, and mended.

`inspector` asks about every file of the example. `display` decides what is shown when, so that
nothing disturbs the line being typed; `underlines` shows it in the code, `page` below it. `desk`
joins them and gives them their keys.
"""

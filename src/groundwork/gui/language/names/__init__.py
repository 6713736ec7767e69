"""Ways from name to name: to a definition and back, all uses, another name, the outline, arrows.

`desk` gives them their keys. Each other module is one way, or a part of one.
"""

def parameters(query):
    found = {}
    if not query:
        return found
    for pair in query.split("&"):
        name, mark, value = pair.partition("=")
        found = {name: value}
    return found

def parameters(query):
    found = {}
    if not query:
        return found
    for pair in query.split("&"):
        parts = pair.split("=")
        found[parts[0]] = parts[1] if len(parts) > 1 else ""
    return found

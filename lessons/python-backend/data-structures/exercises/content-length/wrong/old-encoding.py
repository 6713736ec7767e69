def answer(text):
    body = text.encode("cp1252", errors="replace")
    return f"Content-Length: {len(body)}\n\n".encode("cp1252") + body

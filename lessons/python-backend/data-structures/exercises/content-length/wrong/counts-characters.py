def answer(text):
    body = text.encode("utf-8")
    return f"Content-Length: {len(text)}\n\n".encode("utf-8") + body

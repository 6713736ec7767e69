def answer(text):
    length = len(text.encode("utf-8"))
    return f"Content-Length: {length}\n\n{text}"

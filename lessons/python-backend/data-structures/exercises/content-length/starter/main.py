def answer(text):
    return f"Content-Length: {len(text)}\n\n{text}"


print(answer("5 €"))

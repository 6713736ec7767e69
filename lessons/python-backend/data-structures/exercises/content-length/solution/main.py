def answer(text):
    body = text.encode("utf-8")
    head = f"Content-Length: {len(body)}\n\n"
    return head.encode("utf-8") + body


print(answer("5 €"))

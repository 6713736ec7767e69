def read_price(text):
    if not text:
        return "no price", None
    if not text.isdecimal():
        return f"not a number: {text}", None
    return None, int(text)

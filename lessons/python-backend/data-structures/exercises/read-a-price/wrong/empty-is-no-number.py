def read_price(text):
    if not text.isdecimal():
        return None, f"not a number: {text}"
    return int(text), None

def read_price(text):
    if not text:
        return None, "no price"
    if not text.isdecimal():
        return None, f"not a number: {text}"
    return int(text), None


print(read_price("450"))

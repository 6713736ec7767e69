def read_price(text):
    return int(text)


print(read_price("450"))

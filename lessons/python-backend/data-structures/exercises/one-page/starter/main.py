def page(items, number, size):
    return items


print(page(["pen", "ink", "box", "lamp"], 2, 3))

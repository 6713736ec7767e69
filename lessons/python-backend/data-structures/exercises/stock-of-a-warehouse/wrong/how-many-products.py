def total(stock, warehouse):
    found = 0
    for (place, product), count in stock.items():
        if place == warehouse:
            found += 1
    return found

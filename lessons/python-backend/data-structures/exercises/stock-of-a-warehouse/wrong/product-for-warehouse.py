def total(stock, warehouse):
    found = 0
    for (product, place), count in stock.items():
        if place == warehouse:
            found += count
    return found

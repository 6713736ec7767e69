def total(stock, warehouse):
    found = 0
    for (place, product), count in stock.items():
        if place == warehouse:
            found += count
    return found


stock = {
    ("oslo", "pen"): 120,
    ("oslo", "ink"): 8,
    ("lima", "pen"): 45,
}
print(total(stock, "oslo"))

def total(stock, warehouse):
    return len(stock)


stock = {
    ("oslo", "pen"): 120,
    ("oslo", "ink"): 8,
    ("lima", "pen"): 45,
}
print(total(stock, "oslo"))

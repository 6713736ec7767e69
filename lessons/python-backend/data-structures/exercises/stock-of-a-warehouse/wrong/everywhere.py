def total(stock, warehouse):
    return sum(stock.values())

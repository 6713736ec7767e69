def total(prices):
    return len(prices)


print(total([4, 2, 7]))

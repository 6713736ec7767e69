def total(prices):
    return prices[0] if prices else 0


print(total([4, 2, 7]))

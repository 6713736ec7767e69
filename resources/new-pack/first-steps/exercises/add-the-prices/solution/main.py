def total(prices):
    """The sum of all prices."""
    return sum(prices)


print(total([4, 2, 7]))

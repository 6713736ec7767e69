def total(prices):
    """The sum of all prices."""


print(total([4, 2, 7]))

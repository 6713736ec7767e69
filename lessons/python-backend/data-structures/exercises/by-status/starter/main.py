def count(statuses):
    counted = {}
    return counted


print(count([200, 404, 200]))

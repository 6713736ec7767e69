def count(statuses):
    counted = {}
    for status in statuses:
        counted[status] = counted.get(status, 0) + 1
    return counted


print(count([200, 404, 200]))

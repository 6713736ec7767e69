def count(statuses):
    for status in statuses:
        counted = {}
        counted[status] = counted.get(status, 0) + 1
    return counted

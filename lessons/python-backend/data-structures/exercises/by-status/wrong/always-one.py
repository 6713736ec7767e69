def count(statuses):
    counted = {}
    for status in statuses:
        counted[status] = 1
    return counted

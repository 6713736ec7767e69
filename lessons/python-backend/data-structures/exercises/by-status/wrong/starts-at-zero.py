def count(statuses):
    counted = {}
    for status in statuses:
        if status in counted:
            counted[status] += 1
        else:
            counted[status] = 0
    return counted

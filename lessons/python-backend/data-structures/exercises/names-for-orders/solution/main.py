def owners(users, orders):
    by_id = {number: name for number, name in users}
    return [by_id.get(user, "unknown") for order, user in orders]


print(owners([(101, "Ada")], [(1, 101), (2, 999)]))

def owners(users, orders):
    by_id = {number: name for number, name in users}
    return [by_id[user] for order, user in orders]

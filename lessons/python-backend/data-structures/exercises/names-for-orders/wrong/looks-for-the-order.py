def owners(users, orders):
    by_id = {number: name for number, name in users}
    return [by_id.get(order, "unknown") for order, user in orders]

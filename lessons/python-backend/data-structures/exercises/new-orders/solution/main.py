def new_orders(order_ids, last_seen):
    return [order for order in order_ids if order > last_seen]


print(new_orders([1041, 1042, 1045, 1040], 1041))

def new_orders(order_ids, last_seen):
    for order in order_ids:
        if order <= last_seen:
            order_ids.remove(order)
    return order_ids

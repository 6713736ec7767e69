def new_orders(order_ids, last_seen):
    return sorted(order for order in order_ids if order > last_seen)

user_name = "Ada"
orders = 3

if orders > 0:
    print(f"Orders: {orders}")
print("Customer: " + user_name)

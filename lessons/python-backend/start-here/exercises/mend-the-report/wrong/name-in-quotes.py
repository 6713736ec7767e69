user_name = "Ada"
orders = 3

if orders > 0:
    print("Customer: " + "user_name")
    print(f"Orders: {orders}")

user_name = "Ada"
orders = 3

if orders > 0
    print("Customer: " + username)
    print("Orders: " + orders)

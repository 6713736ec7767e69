method = input()
path = input()

if path != "/tasks":
    status = 200
elif method == "POST":
    status = 200
else:
    status = 200

print(method, path, "->", status)

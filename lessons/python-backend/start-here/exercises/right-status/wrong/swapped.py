method = input()
path = input()

if path != "/tasks":
    status = 201
elif method == "POST":
    status = 404
else:
    status = 200

print(method, path, "->", status)

method = input()
path = input()

if path != "/tasks":
    status = 404
elif method == "POST":
    status = 201
else:
    status = 200

print(method, path, "->", status)

def merged(defaults, from_file):
    return defaults


print(merged({"host": "127.0.0.1", "port": 8000}, {"port": 9000}))

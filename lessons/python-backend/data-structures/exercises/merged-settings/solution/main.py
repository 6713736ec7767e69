def merged(defaults, from_file):
    known = from_file.keys() & defaults.keys()
    return defaults | {name: from_file[name] for name in known}


print(merged({"host": "127.0.0.1", "port": 8000}, {"port": 9000}))

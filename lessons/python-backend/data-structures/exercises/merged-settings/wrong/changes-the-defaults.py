def merged(defaults, from_file):
    for name, value in from_file.items():
        if name in defaults:
            defaults[name] = value
    return defaults

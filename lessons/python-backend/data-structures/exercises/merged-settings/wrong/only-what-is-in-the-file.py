def merged(defaults, from_file):
    return {name: value for name, value in from_file.items() if name in defaults}

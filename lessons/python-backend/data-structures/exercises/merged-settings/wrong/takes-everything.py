def merged(defaults, from_file):
    return defaults | from_file

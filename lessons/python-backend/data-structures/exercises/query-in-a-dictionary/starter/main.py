def parameters(query):
    return {}


print(parameters("done=yes&page=2"))

def missing(granted, needed):
    return []


print(missing({"post.read"}, {"post.read", "post.edit"}))

def missing(granted, needed):
    return sorted(needed - granted)


print(missing({"post.read"}, {"post.read", "post.edit"}))

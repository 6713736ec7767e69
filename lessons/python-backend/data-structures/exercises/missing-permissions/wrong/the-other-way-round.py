def missing(granted, needed):
    return sorted(granted - needed)

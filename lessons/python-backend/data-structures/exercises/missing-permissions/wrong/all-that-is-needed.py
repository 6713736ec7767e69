def missing(granted, needed):
    if needed <= granted:
        return []
    return sorted(needed)

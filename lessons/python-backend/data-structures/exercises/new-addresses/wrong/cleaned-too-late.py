def new_addresses(typed, known):
    seen = set(known)
    found = []
    for address in typed:
        if address not in seen:
            seen.add(address)
            found.append(address.strip().lower())
    return found

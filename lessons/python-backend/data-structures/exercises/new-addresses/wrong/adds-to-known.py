def new_addresses(typed, known):
    found = []
    for address in typed:
        email = address.strip().lower()
        if email not in known:
            known.add(email)
            found.append(email)
    return found

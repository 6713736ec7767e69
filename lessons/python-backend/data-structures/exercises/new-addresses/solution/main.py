def new_addresses(typed, known):
    seen = set(known)
    found = []
    for address in typed:
        email = address.strip().lower()
        if email not in seen:
            seen.add(email)
            found.append(email)
    return found


print(new_addresses([" Ada@example.org"], {"bob@example.org"}))

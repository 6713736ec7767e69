def new_addresses(typed, known):
    return typed


print(new_addresses([" Ada@example.org"], {"bob@example.org"}))

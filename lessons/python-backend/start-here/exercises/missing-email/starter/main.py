def email_of(emails, user):
    email = emails.get(user)
    return email.upper()


print(email_of({"ada": "ada@example.org"}, "ada"))

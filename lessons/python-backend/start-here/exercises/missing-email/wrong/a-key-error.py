def email_of(emails, user):
    email = emails[user]
    return email.upper()

def email_of(emails, user):
    return emails.get(user, "UNKNOWN")

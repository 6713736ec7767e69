def email_of(emails, user):
    if user not in emails:
        return "unknown"
    return emails[user].upper()

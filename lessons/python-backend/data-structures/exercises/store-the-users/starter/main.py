import sqlite3

users = [
    ("Ada", 1, "admin"),
    ("Bob", 2, "reader"),
    ("Chen", 3, "reader"),
]

database = sqlite3.connect("users.db")
database.execute("create table users (id, name, role)")
# insert the users here
database.commit()
database.close()

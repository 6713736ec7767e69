import sqlite3

users = [
    ("Ada", 1, "admin"),
    ("Bob", 2, "reader"),
    ("Chen", 3, "reader"),
]

database = sqlite3.connect("users.db")
database.execute("create table users (id, name, role)")
database.execute("insert into users (name, id, role) values (?, ?, ?)", users[0])
database.commit()
database.close()

"""A session that leaves a home behind: a program was changed and run, and the window closed."""

from tests.benchmarks.open_window import OpenWindow, wait_until

window = OpenWindow()
window.put("names = ['Ada', 'Grace']\nfor name in names:\n    print(name)\n")
window.run_until_painted(lambda: "Grace" in window.last_line)
wait_until(lambda: window.is_idle)
window.rest()
window.close()
print("true")

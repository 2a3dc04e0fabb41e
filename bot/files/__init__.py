"""Files from people: hostile until proven otherwise, so they are parsed apart.

`sandbox` starts a process with limits and a kill timer, `child` is what runs in it, `exports` is the face of this
package. A parser (`strength_csv`) is a module with a function `parse` from bytes to JSON values. It runs without
site-packages, so it may import the standard library and its neighbours here, and little of that: every start pays.
"""

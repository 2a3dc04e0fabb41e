"""What runners and lifters talk about: runs, races, lifts, check-ins, and the calendar that holds them."""

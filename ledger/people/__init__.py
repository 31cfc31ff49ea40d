"""Who is trained and for whom: learners, employers, orders with their rosters, visits, and who looked at it."""

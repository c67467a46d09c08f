"""What is tried on the program that a machine, a disk or another program may do to it."""

"""Measurements of the running program; each is a module with a `main`, none is a test."""

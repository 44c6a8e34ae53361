"""From the routes of a site to its finished folder: check, plan, render, scan, write, swap."""

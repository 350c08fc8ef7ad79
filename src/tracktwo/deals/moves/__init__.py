"""What could be done about a package that would not pass: blockers, objections, offers, links, phases.

Options with their risks; never advice.
"""

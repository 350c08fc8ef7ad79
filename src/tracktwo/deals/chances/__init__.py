"""Which packages could pass, under uncertainty: draws x packages x actors.

``problem.of_case(case)`` says who decides how and on what numbers; ``survey`` looks at every package (or at
the likeliest ones of too many), ``closely`` at one package, draw by draw.
"""

"""Speed, growth and memory as ratios, by make bench. corpus makes texts, stages times notebooks,
growth sees how they grow, reports runs whole reports, used says what a command takes, measures what
else there is, peers in an environment of their own; cases is the table of what they should reach,
page writes it all down.
"""

"""Speed, growth and memory as ratios, by make bench. corpus makes texts, stages times notebooks,
reports times whole reports, measures what else there is; cases is the table of what they should
reach, page writes it all down.
"""

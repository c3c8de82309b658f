"""Speed, growth and memory as ratios: corpus makes texts, stages and measures time, cases is the
table of what is measured and what it must reach, page writes it all down. Run: make bench.
"""

"""From tidy tables to Axes and pages."""

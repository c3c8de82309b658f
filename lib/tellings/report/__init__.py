"""From notebooks to pages: run them with papermill, render them, put a front page before them."""

"""From notebooks to pages: run them with papermill, render them, and put a front page before them."""

"""JupyterLab on a corpus: `python -m tellings.report.lab CORPUS` starts it, with the settings in
lab/; in its kernels `parameters` gives the notebooks that corpus where they hold their defaults.
"""

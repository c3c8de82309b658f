"""In the server of `make lab`: a notebook is saved with what it shows where no kernel runs.

A widget's address is good for the running kernel only: opened again, JupyterLab would say "Error
displaying widget" where the view's table can stand.
"""

_WIDGET = "application/vnd.jupyter.widget-view+json"


def still(model: dict, **given) -> None:
    """Leave the addresses of widgets out of a notebook to be saved, where a table is beside them.

    model  what is saved, as jupyter_server's contents manager hands it to its hooks
    """
    if model.get("type") != "notebook":
        return
    for cell in model["content"].get("cells", ()):
        for output in cell.get("outputs", ()):
            if "text/html" in output.get("data", {}):
                output["data"].pop(_WIDGET, None)


def _jupyter_server_extension_points() -> list[dict[str, str]]:
    """What jupyter_server looks for in a module that is named in its settings."""
    return [{"module": __name__}]


def _load_jupyter_server_extension(app) -> None:
    """Called by jupyter_server when it starts."""
    app.contents_manager.register_pre_save_hook(still)

// What JupyterLab does not do for the suite by itself. Written by hand: nothing is built.
(() => {
  // Twice the class: JupyterLab's own rules for tables, which may come later, weigh as much as one.
  const STYLE = `
    .jp-RenderedHTMLCommon.jp-RenderedHTMLCommon :is(th, td) { text-align: left; vertical-align: top; }
    .jp-RenderedHTMLCommon.jp-RenderedHTMLCommon :is(th, td).n { text-align: right; }
    .jp-RenderedHTMLCommon td.long { white-space: normal; min-width: 13rem; max-width: 30rem; }
    .jp-RenderedHTMLCommon caption { text-align: left; padding: 0 0 .5em; }
    .jp-RenderedSVG svg { background: #fff; }
  `;

  // JupyterLab takes letters and arrow keys for commands on cells ("x" cuts one) unless they are
  // typed into a field. In a view they are for its lists; with Ctrl, Alt or Cmd they stay commands.
  function keepKeys(event) {
    if (!event.target.closest?.(".tellings-view")) return;
    const command = event.ctrlKey || event.metaKey || event.altKey;
    event.target.toggleAttribute("data-lm-suppress-shortcuts", !command);
  }

  const plugin = {
    id: "tellings:lab",
    autoStart: true,
    activate: () => {
      document.head.appendChild(document.createElement("style")).textContent = STYLE;
      window.addEventListener("keydown", keepKeys, true);
    },
  };

  window._JUPYTERLAB ??= {};
  window._JUPYTERLAB.tellings = {
    init: () => {},
    get: async () => () => ({ __esModule: true, default: plugin }),
  };
})();

// What JupyterLab does not do for the suite by itself. Written by hand: nothing is built.
(() => {
  // Twice the class: JupyterLab's own rules for tables, which may come later, weigh as much as one.
  // Until a notebook has run here JupyterLab empties a link that holds a CSV: then its word would
  // lead nowhere. An animation that nobody sees says when something has come onto the page (see
  // `arrived`).
  const STYLE = `
    .jp-RenderedHTMLCommon.jp-RenderedHTMLCommon :is(th, td) { text-align: left; vertical-align: top; }
    .jp-RenderedHTMLCommon.jp-RenderedHTMLCommon :is(th, td).n { text-align: right; }
    .jp-RenderedHTMLCommon td.long { white-space: normal; min-width: 13rem; max-width: 30rem; }
    .jp-RenderedHTMLCommon caption { text-align: left; padding: 0 0 .5em; }
    .jp-RenderedHTMLCommon a.csv:not([href]) { display: none; }
    .jp-RenderedSVG svg, .jp-RenderedSVG img { background: #fff; }
    .jp-RenderedSVG, .jp-RenderedImage { animation: tellings-figure 1ms; }
    .abreast .reached { animation: tellings-reached 1ms; }
    @keyframes tellings-figure { from { opacity: .99; } }
    @keyframes tellings-reached { from { opacity: .99; } }
    .tellings-save { display: flex; gap: .5rem; margin: .2rem 0; }
    .tellings-save button { font: inherit; font-size: .8rem; cursor: pointer; padding: .1rem .5rem;
      color: var(--jp-ui-font-color1); background: var(--jp-layout-color2);
      border: 1px solid var(--jp-border-color1); border-radius: 3px; }
  `;

  // JupyterLab takes letters and arrow keys for commands on cells ("x" cuts one) unless they are
  // typed into a field. In a view they are for its lists; with Ctrl, Alt or Cmd they stay commands.
  // Enter in a list puts the place beside another telling.
  function keepKeys(event) {
    const view = event.target.closest?.(".tellings-view");
    if (!view) return;
    const command = event.ctrlKey || event.metaKey || event.altKey;
    event.target.toggleAttribute("data-lm-suppress-shortcuts", !command);
    const beside = view.querySelector("button.tellings-to-beside");
    if (beside && event.key === "Enter" && !command && event.target.closest(".tellings-list")) {
      event.preventDefault();
      beside.click();
    }
  }

  // A link between two tellings stays in its view: another view may have the same columns.
  function follow(event) {
    const link = event.target.closest?.(".abreast a[href^='#']");
    if (!link) return;
    event.preventDefault();
    event.stopPropagation();
    const texts = link.closest(".abreast");
    texts.querySelectorAll(".reached").forEach((one) => one.classList.remove("reached"));
    const target = texts.querySelector(link.hash);
    target?.classList.add("reached");
    link.closest(".said")?.classList.add("reached");
  }

  function arrived(event) {
    if (event.animationName === "tellings-figure") offer(event.target);
    if (event.animationName === "tellings-reached") reach(event.target);
  }

  function reach(sentence) {
    const column = sentence.closest(".column");
    if (!column || column.querySelector(".reached") !== sentence) return;
    const above = sentence.getBoundingClientRect().top - column.getBoundingClientRect().top;
    column.scrollTop += above - column.clientHeight / 3;
  }

  // Under each figure: take it along, as SVG (once the notebook has run here) and as PNG.
  function offer(output) {
    if (output.querySelector(".tellings-save")) return;
    const drawn = output.querySelector("svg, img[src^='data:image/svg']");
    const shown = drawn ?? output.querySelector("img");
    if (!shown) return;
    const bar = document.createElement("div");
    bar.className = "tellings-save";
    for (const kind of drawn ? ["SVG", "PNG"] : ["PNG"]) {
      const button = document.createElement("button");
      button.textContent = `Save as ${kind}`;
      button.onclick = async () => {
        const address = await (kind === "SVG" ? source(shown) : pixels(shown));
        const link = document.createElement("a");
        link.href = address;
        link.download = `${name(shown)}.${kind.toLowerCase()}`;
        link.click();
      };
      bar.append(button);
    }
    output.append(bar);
  }

  // JupyterLab shows an SVG as a picture whose address holds it whole.
  function name(figure) {
    const [, coded] = figure.src?.match(/^data:image.svg.xml;base64,(.*)/) ?? [];
    const text = coded ? atob(coded) : decodeURIComponent(figure.src ?? figure.outerHTML);
    return text.match(/data-figure="([\w-]+)"/)?.[1] ?? "figure";
  }

  function source(figure) {
    if (figure instanceof HTMLImageElement) return figure.src;
    const text = new XMLSerializer().serializeToString(figure);
    return "data:image/svg+xml;charset=utf-8," + encodeURIComponent(text);
  }

  // Twice the size on the page: sharp on paper.
  async function pixels(figure) {
    const picture = new Image();
    picture.src = source(figure);
    await picture.decode();
    const canvas = document.createElement("canvas");
    canvas.width = 2 * picture.naturalWidth;
    canvas.height = 2 * picture.naturalHeight;
    const ground = canvas.getContext("2d");
    ground.fillStyle = "#fff";
    ground.fillRect(0, 0, canvas.width, canvas.height);
    ground.drawImage(picture, 0, 0, canvas.width, canvas.height);
    return canvas.toDataURL("image/png");
  }

  const plugin = {
    id: "tellings:lab",
    autoStart: true,
    activate: () => {
      document.head.appendChild(document.createElement("style")).textContent = STYLE;
      window.addEventListener("keydown", keepKeys, true);
      window.addEventListener("click", follow, true);
      window.addEventListener("animationstart", arrived, true);
    },
  };

  window._JUPYTERLAB ??= {};
  window._JUPYTERLAB.tellings = {
    init: () => {},
    get: async () => () => ({ __esModule: true, default: plugin }),
  };
})();

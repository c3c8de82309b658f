// Tables that can be sorted by a column and filtered by words. Without it they read as they stand.
for (const table of document.querySelectorAll("table:not(.versions)")) {
  const body = table.tBodies[0], heads = table.tHead ? [...table.tHead.rows[0].cells] : [];
  if (!body || body.rows.length < 4 || table.querySelector("[rowspan], [colspan]")) continue;
  const told = (row, at) => row.cells[at].textContent.trim();
  const value = words => Number(words.replace(/[,%\s]/g, "").replace("−", "-"));
  heads.forEach((head, at) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.onclick = () => {
      const down = head.ariaSort === "ascending" ? -1 : 1, rows = [...body.rows];
      const numbers = rows.every(row => !told(row, at) || !isNaN(value(told(row, at))));
      const order = (a, b) => numbers ? value(a) - value(b) : a.localeCompare(b, "en");
      for (const other of heads) other.removeAttribute("aria-sort");
      head.ariaSort = down > 0 ? "ascending" : "descending";
      rows.sort((a, b) => down * order(told(a, at), told(b, at)));
      body.append(...rows);
    };
  });
  if (body.rows.length < 9) continue;
  const field = document.createElement("input");
  field.type = "search";
  field.placeholder = "filter these rows";
  field.ariaLabel = "Filter: " + table.caption.textContent;
  field.oninput = () => {
    const words = field.value.toLowerCase();
    for (const row of body.rows) row.hidden = !row.textContent.toLowerCase().includes(words);
  };
  (table.closest(".scroll") || table).before(field);
}

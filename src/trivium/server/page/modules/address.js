// What is searched, as the part of the address after "?": to share it, and to go back to it.

export function read(search = window.location.search) {
  const found = new URLSearchParams(search);
  return {
    text: found.get("q") || "",
    without: found.get("without") || "",
    names: found.get("names") === "1",
    filters: found.getAll("f"),
    photos: found.get("photos"),
    open: found.get("open"),
    view: found.get("view") || "results",
  };
}

export function write(state, { replace = false } = {}) {
  const told = new URLSearchParams();
  if (state.text) told.set("q", state.text);
  if (state.without) told.set("without", state.without);
  if (state.names) told.set("names", "1");
  for (const filter of state.filters) told.append("f", filter);
  if (state.photos) told.set("photos", state.photos);
  if (state.open) told.set("open", state.open);
  if (state.view !== "results") told.set("view", state.view);
  const address = told.size ? `?${told}` : window.location.pathname;
  if (address === (window.location.search || window.location.pathname)) return;
  window.history[replace ? "replaceState" : "pushState"](null, "", address);
}

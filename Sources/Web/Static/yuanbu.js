// A little comfort; every page works without it.
document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, textarea, select, [contenteditable]");
  const wanted = (event.key === "/" && !typing) || (event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey));
  if (!wanted) return;
  event.preventDefault();
  document.querySelector(".top input")?.select();
});

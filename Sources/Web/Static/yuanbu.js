// A little comfort; every page works without it.
"use strict";

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, textarea, select, [contenteditable]");
  const wanted = (event.key === "/" && !typing) || (event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey));
  if (!wanted) return;
  event.preventDefault();
  document.querySelector(".top input")?.select();
});

// A form is sent once, and what is wrong with it is where the eye and the voice go first.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post") return;
  if (form.dataset.sent) return event.preventDefault();
  form.dataset.sent = "1";
  if (form.classList.contains("out")) Object.keys(localStorage).filter((key) => key.startsWith("draft:")).forEach((key) => localStorage.removeItem(key));
});
addEventListener("pageshow", () => document.querySelectorAll("form[data-sent]").forEach((form) => delete form.dataset.sent));
document.querySelector(".faults[role=alert]")?.focus();

// References: what one types is looked up, and the choice goes by number.
for (const input of document.querySelectorAll("input[data-suggest]")) suggest(input);

function suggest(input) {
  const list = document.createElement("ul");
  list.className = "suggestions";
  list.id = input.id + "-list";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", document.querySelector(`label[for="${input.id}"]`)?.textContent ?? "");
  list.hidden = true;
  const held = input.closest(".cell").querySelector('input[name^="known."]');
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-expanded", "false");
  input.setAttribute("aria-controls", list.id);
  input.parentElement.append(list);
  let [asked, timer, current] = [0, 0, -1];
  const close = () => {
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
    current = -1;
  };
  const mark = (index) => {
    const items = [...list.children];
    current = items.length ? (index + items.length) % items.length : -1;
    items.forEach((item, at) => item.setAttribute("aria-selected", at === current));
    items[current]?.scrollIntoView({ block: "nearest" });
    if (current >= 0) input.setAttribute("aria-activedescendant", items[current].id);
  };
  const take = (item) => {
    input.value = item.textContent;
    held.value = `${item.dataset.id}|${item.textContent}`;
    close();
    input.dispatchEvent(new Event("change", { bubbles: true }));
  };
  const ask = async () => {
    const number = ++asked;
    const answer = await fetch(`/registers/${input.dataset.suggest}/suggest?q=${encodeURIComponent(input.value)}`).catch(() => null);
    if (!answer?.ok || number !== asked || document.activeElement !== input) return;
    list.replaceChildren(
      ...(await answer.json()).map((found, index) => {
        const item = document.createElement("li");
        item.id = `${list.id}-${index}`;
        item.setAttribute("role", "option");
        item.dataset.id = found.id;
        item.textContent = found.title;
        return item;
      })
    );
    list.hidden = !list.children.length;
    input.setAttribute("aria-expanded", String(!list.hidden));
    current = -1;
  };
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, 120);
  });
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" && list.hidden) return void ask();
    if (list.hidden) return;
    if (event.key === "ArrowDown") mark(current + 1);
    else if (event.key === "ArrowUp") mark(current - 1);
    else if (event.key === "Enter" && current >= 0) take(list.children[current]);
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
  });
  list.addEventListener("mousedown", (event) => {
    event.preventDefault();
    const item = event.target.closest("li");
    if (item) take(item);
  });
  input.addEventListener("blur", close);
}

// Tables in a form grow, and take several rows from a spreadsheet at once.
for (const table of document.querySelectorAll("table[data-rows]")) grow(table);

function grow(table) {
  const body = table.tBodies[0];
  const add = () => {
    const row = body.rows[body.rows.length - 1].cloneNode(true);
    for (const box of row.querySelectorAll("input, select")) {
      box.value = "";
      box.setAttribute("aria-label", box.getAttribute("aria-label").replace(/\d+(?=\D*$)/, String(body.rows.length + 1)));
    }
    body.append(row);
    return row;
  };
  const button = table.closest("fieldset").querySelector("[data-add-row]");
  button.hidden = false;
  button.addEventListener("click", () => add().querySelector("input, select").focus());
  table.addEventListener("paste", (event) => {
    const text = event.clipboardData.getData("text/plain");
    if (!/[\t\n]/.test(text.trim())) return;
    event.preventDefault();
    const start = event.target.closest("td");
    const lines = text.replace(/\r\n?/g, "\n").replace(/\n$/, "").split("\n");
    lines.forEach((line, down) => {
      const at = start.parentElement.sectionRowIndex + down;
      const row = body.rows[at] ?? add();
      line.split("\t").forEach((cell, right) => put(row.cells[start.cellIndex + right]?.querySelector("input, select"), cell.trim()));
    });
    table.dispatchEvent(new Event("change", { bubbles: true }));
  });
}

function put(box, text) {
  if (!box) return;
  if (box.tagName !== "SELECT") return void (box.value = text);
  const option = [...box.options].find((option) => option.value === text || option.textContent === text);
  box.value = option ? option.value : "";
}

// Drafts: what was typed and not saved is offered again, on this device, to the same account, for a week.
const week = 7 * 24 * 3600 * 1000;
for (const key of Object.keys(localStorage).filter((key) => key.startsWith("draft:"))) {
  let at = 0;
  try {
    at = JSON.parse(localStorage.getItem(key)).at;
  } catch {}
  if (!(Date.now() - at < week)) localStorage.removeItem(key);
}
if (document.querySelector("[data-done]")) {
  const sent = sessionStorage.getItem("sent");
  if (sent) localStorage.removeItem(sent);
  sessionStorage.removeItem("sent");
}
for (const place of document.querySelectorAll("[data-draft]")) keepDraft(place);

function keepDraft(place) {
  const form = place.closest("form");
  const key = `draft:${place.dataset.by}:${place.dataset.draft}`;
  const boxes = () => [...form.elements].filter((box) => box.name && !["file", "submit", "button"].includes(box.type) && !["_form", "key", "since", "has"].includes(box.name));
  const state = () => boxes().map((box) => [box.name, box.type === "checkbox" ? box.checked : box.value]);
  const begun = JSON.stringify(state());
  const [words, restore, discard] = place.dataset.words.split("|");
  let kept = null;
  try {
    kept = JSON.parse(localStorage.getItem(key));
  } catch {}
  const refused = document.querySelector(".faults");
  if (kept && !refused && JSON.stringify(kept.state) !== begun) {
    const button = (label, act) => {
      const made = document.createElement("button");
      made.type = "button";
      made.textContent = label;
      made.addEventListener("click", () => {
        act();
        place.replaceChildren();
      });
      return made;
    };
    place.append(words, " ", button(restore, fill), " ", button(discard, () => localStorage.removeItem(key)));
  }
  function fill() {
    for (const table of form.querySelectorAll("table[data-rows]")) {
      const name = table.querySelector("input, select").name;
      const wanted = kept.state.filter((pair) => pair[0] === name).length;
      while (table.tBodies[0].rows.length < wanted) table.closest("fieldset").querySelector("[data-add-row]").click();
    }
    const seen = {};
    for (const box of boxes()) {
      const index = (seen[box.name] = (seen[box.name] ?? -1) + 1);
      const pair = kept.state.filter((pair) => pair[0] === box.name)[index];
      if (!pair) continue;
      if (box.type === "checkbox") box.checked = pair[1];
      else box.value = pair[1];
    }
  }
  let timer = 0;
  const save = () => {
    clearTimeout(timer);
    timer = setTimeout(() => localStorage.setItem(key, JSON.stringify({ at: Date.now(), state: state() })), 400);
  };
  form.addEventListener("input", save);
  form.addEventListener("change", save);
  form.addEventListener("submit", () => {
    clearTimeout(timer);
    sessionStorage.setItem("sent", key);
  });
}

// How much waits, said anew whenever it changes. Only the page that is looked at listens: a browser has few lines to one host.
const waiting = document.querySelector("[data-live]");
if (waiting) {
  let line;
  const listen = () => {
    line?.close();
    line = null;
    if (document.hidden) return;
    line = new EventSource(waiting.dataset.live);
    line.onmessage = (event) => {
      const { open, late } = JSON.parse(event.data);
      waiting.hidden = !open;
      waiting.textContent = open;
      waiting.classList.toggle("calm", !late);
      waiting.title = late ? waiting.dataset.late.replace("#", late) : "";
    };
  };
  document.addEventListener("visibilitychange", listen);
  addEventListener("pagehide", () => line?.close());
  addEventListener("pageshow", (event) => event.persisted && listen());
  listen();
}

"use strict";

// The editor's side of the preview page. It runs in the application world: the page's own scripts
// are switched off, and would not see this one. There are no timers here (without page scripts,
// Chromium runs none), and what goes back to the editor is JSON or numbers.

const preview = (() => {
  const INERT = new DOMParser().parseFromString("<!doctype html>", "text/html");
  const REMOVED = "link, meta, base, noscript, template, portal, fencedframe, frameset";
  const EMBEDDED = "iframe, frame, object, embed, applet, script";
  // Who shows what, by the ends of their hosts' names.
  const SHOWN_BY = {
    video: ["youtube.com", "youtube-nocookie.com", "youtu.be", "vimeo.com", "dailymotion.com", "twitch.tv", "ted.com"],
    sound: ["soundcloud.com", "spotify.com", "deezer.com", "bandcamp.com"],
    map: ["openstreetmap.org", "maps.google.com"],
    code: ["gist.github.com", "codepen.io", "jsfiddle.net", "codesandbox.io"],
  };
  const ATTRIBUTES = ["srcdoc", "ping", "formaction", "download", "autofocus", "target"];
  const FAR = 3; // screens: further than this, scrolling jumps instead of gliding

  let root = null; // <html>; not there yet when this script starts
  let voice = null; // the editor's object at the other end of the channel
  let report = null; // what the canary did, until the voice is there to tell it
  let main = null;
  let blocks = []; // the wrappers in `main`, in order
  let shown = -1; // the revision in the page
  let words = {};
  let aim = null; // where the page scrolls to because the editor said so
  const sources = new WeakMap(); // an image or film -> its HTML as the post has it

  // --- The self-test ---------------------------------------------------------------------------

  let policy = "";
  document.addEventListener("securitypolicyviolation", (event) => {
    if (event.blockedURI.startsWith("http://canary.invalid")) policy = event.originalPolicy;
  }, true);

  function watchCanary(event) {
    if (!(event.target instanceof Element) || !event.target.closest("#canary")) return;
    // One task later, when the canary's own handler has had its turn.
    const later = new MessageChannel();
    const loaded = event.type === "load" ? "image" : "";
    later.port1.onmessage = () => {
      document.removeEventListener("error", watchCanary, true);
      document.removeEventListener("load", watchCanary, true);
      document.querySelector("#canary")?.remove();
      report = [location.href, document.documentElement.dataset.acted ?? loaded, policy];
      tellReport();
    };
    later.port2.postMessage(null);
  }
  document.addEventListener("error", watchCanary, true);
  document.addEventListener("load", watchCanary, true);

  function tellReport() {
    if (voice && report && main) voice.report_ready(...report);
  }

  // --- HTML, made harmless before it lives -----------------------------------------------------

  /** The nodes of `html` as a fragment of an inert document: nothing in it has loaded or run. */
  function harmless(html) {
    const box = INERT.createElement("div");
    box.innerHTML = html;
    // Forms first: a form's fields can hide the form's own methods behind their names.
    for (const form of box.querySelectorAll("form")) unwrap(form);
    for (const node of box.querySelectorAll(REMOVED)) node.remove();
    for (const node of box.querySelectorAll(EMBEDDED)) node.replaceWith(embedding(node));
    for (const node of box.querySelectorAll("*")) strip(node);
    const fragment = INERT.createDocumentFragment();
    while (box.firstChild) fragment.append(box.firstChild);
    return fragment;
  }

  function unwrap(form) {
    const around = INERT.createRange();
    around.selectNodeContents(form);
    const division = INERT.createElement("div");
    division.append(around.extractContents());
    around.selectNode(form);
    around.deleteContents();
    around.insertNode(division);
  }

  function strip(node) {
    for (const name of node.getAttributeNames()) {
      const plain = name.toLowerCase();
      if (plain.startsWith("on") || ATTRIBUTES.includes(plain)) node.removeAttribute(name);
    }
    if (node.localName === "img" || node.localName === "video") sources.set(node, node.outerHTML);
  }

  /** A box that says what a browser would have put here, and where from: a link to it. */
  function embedding(node) {
    const url = outside(node.getAttribute("src") ?? node.getAttribute("data") ?? "");
    const what = url && shownBy(url);
    if (node.localName === "script" && what !== "code") {
      return standIn(INERT, url ? words.script_from : words.script, url?.host ?? "", "embedded");
    }
    if (!url) return standIn(INERT, words.embedded, "", "embedded");
    return leading(standIn(INERT, words[`${what || "embedded"}_from`], url.host, "embedded"), page(url));
  }

  /** `address` where another site's browser page may be; null where it is none. */
  function outside(address) {
    try {
      const url = new URL(address.trim(), "https://0.invalid/");
      return url.host !== "0.invalid" && /^https?:$/.test(url.protocol) ? url : null;
    } catch {
      return null;
    }
  }

  function hostOf(address) {
    return outside(address)?.host ?? "";
  }

  function shownBy(url) {
    if (/(^|\.)google\.[a-z.]+$/.test(url.hostname) && url.pathname.startsWith("/maps")) return "map";
    const is = (name) => url.hostname === name || url.hostname.endsWith(`.${name}`);
    return Object.keys(SHOWN_BY).find((what) => SHOWN_BY[what].some(is)) ?? "";
  }

  /** The page on which `url`, made to stand within another page, is shown by itself. */
  function page(url) {
    const [, first, second] = url.pathname.split("/");
    if (/(^|\.)youtube(-nocookie)?\.com$/.test(url.hostname) && first === "embed" && second) {
      return `https://www.youtube.com/watch?v=${encodeURIComponent(second)}`;
    }
    if (url.hostname === "player.vimeo.com" && first === "video" && second) {
      return `https://vimeo.com/${encodeURIComponent(second)}`;
    }
    if (url.hostname === "gist.github.com") return `${url.origin}${url.pathname.replace(/\.js$/, "")}`;
    return url.href;
  }

  /** `box` as a link: what it leads to is shown before anything opens it. */
  function leading(box, address) {
    const link = box.ownerDocument.createElement("a");
    link.className = box.className;
    link.href = address;
    link.append(...box.childNodes);
    return link;
  }

  /** `label` in a box, its "{}" replaced by `name` in bold; `name` is shown as plain text. */
  function standIn(owner, label, name, kind, tag = "b") {
    const box = owner.createElement("span");
    box.className = `stand-in ${kind}`;
    const [before, after] = (label ?? "{}").split("{}");
    const bold = owner.createElement(tag);
    bold.textContent = name;
    const text = owner.createElement("span");
    text.append(before, ...(after === undefined ? [] : [bold, after]));
    box.append(text);
    return box;
  }

  // --- Images that are not there ---------------------------------------------------------------

  function mediumOf(target) {
    if (!(target instanceof Element) || !main?.contains(target)) return null;
    return target.localName === "source" ? target.closest("video, audio") : target.closest("img, video, audio");
  }

  function markMissing(event) {
    const medium = mediumOf(event.target);
    if (!medium || medium.classList.contains("stood-in")) return;
    const address = medium.getAttribute("src") ?? event.target.getAttribute("src") ?? "";
    const url = outside(address);
    const box = url ? elsewhere(medium, url) : standIn(document, words.missing, address, "missing", "code");
    medium.classList.add("stood-in");
    medium.after(box);
  }

  /** What stands for an image, or a link to a film, on another site. */
  function elsewhere(medium, url) {
    if (medium.localName === "img") return standIn(document, words.remote, url.host, "embedded");
    const label = medium.localName === "video" ? words.video_from : words.sound_from;
    return leading(standIn(document, label, url.host, "embedded"), url.href);
  }

  function markFound(event) {
    const medium = mediumOf(event.target);
    if (!medium?.classList.contains("stood-in")) return;
    medium.classList.remove("stood-in");
    if (medium.nextElementSibling?.classList.contains("stand-in")) medium.nextElementSibling.remove();
  }

  /** Ask again for the images that were missing. */
  function lookAgain() {
    for (const medium of main.querySelectorAll(".stood-in")) {
      if (medium.localName === "img") medium.src = medium.getAttribute("src");
      else medium.load();
    }
    return "null";
  }

  // --- Patches ---------------------------------------------------------------------------------

  /** Replace blocks [start, end) by `html`. A patch for another base changes nothing. */
  function patch({ base, revision, start, end, html, top }) {
    if (base === -1) [start, end] = [0, blocks.length];
    else if (base !== shown || start > end || end > blocks.length) return told();
    const before = scrollY;
    const still = anchor(start, end);
    const paired = Math.min(end - start, html.length);
    for (let i = 0; i < paired; i++) fill(blocks[start + i], html[i]);
    const added = html.slice(paired).map((text) => fill(document.createElement("post-block"), text));
    const after = blocks[end] ?? null;
    for (const wrapper of blocks.slice(start + paired, end)) wrapper.remove();
    if (added.length) {
      const fragment = document.createDocumentFragment();
      for (const wrapper of added) fragment.append(wrapper);
      main.insertBefore(fragment, after);
    }
    blocks = blocks.slice(0, start + paired).concat(added, blocks.slice(end));
    shown = revision;
    if (top) scrollTo(0, 0);
    else if (still) hold(still);
    if (before > 0 && scrollY !== before) aim = scrollY; // no scrolling of the writer's
    return told();
  }

  function told() {
    return JSON.stringify({ revision: shown, blocks: blocks.length });
  }

  function fill(wrapper, html) {
    const fragment = document.adoptNode(harmless(html));
    keepLoaded(wrapper, fragment);
    wrapper.replaceChildren(fragment);
    return wrapper;
  }

  /** Move the images that `wrapper` shows already into `fragment`, where it has the same ones. */
  function keepLoaded(wrapper, fragment) {
    if (!wrapper.firstChild) return;
    const loaded = new Map();
    for (const medium of wrapper.querySelectorAll("img, video")) {
      if (!medium.classList.contains("stood-in")) loaded.set(sources.get(medium), medium);
    }
    if (!loaded.size) return;
    for (const medium of fragment.querySelectorAll("img, video")) {
      const same = loaded.get(sources.get(medium));
      if (same) {
        loaded.delete(sources.get(medium));
        medium.replaceWith(same);
      }
    }
  }

  // --- Places ----------------------------------------------------------------------------------

  const range = document.createRange();

  /** The rectangle of block `index` in the window; null where the block draws nothing. */
  function boxOf(index) {
    range.selectNodeContents(blocks[index]);
    const box = range.getBoundingClientRect();
    return box.width || box.height ? box : null;
  }

  /** The block at height `y` of the window, or the last one that begins above it. */
  function blockAt(y) {
    let low = 0;
    let high = blocks.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      let drawn = middle;
      let box = null;
      while (drawn <= high && !(box = boxOf(drawn))) drawn++;
      if (!box || box.top > y) high = middle - 1;
      else low = drawn;
    }
    return low;
  }

  /** The block at height `y` and how far into it, from 0 to 1. */
  function placeAt(y) {
    if (!blocks.length) return [0, 0];
    const index = blockAt(y);
    const box = boxOf(index);
    return [index, box && box.height ? Math.min(1, Math.max(0, (y - box.top) / box.height)) : 0];
  }

  /** The height in the window of what lies `fraction` into block `index`. */
  function heightOf(index, fraction) {
    for (let i = index; i < blocks.length; i++) {
      const box = boxOf(i);
      if (box) return box.top + (i === index ? fraction * box.height : 0);
    }
    return main.getBoundingClientRect().bottom;
  }

  /** A block outside [start, end) that is in view, with its height, to be kept there. */
  function anchor(start, end) {
    if (scrollY <= 0 || !blocks.length) return null;
    let index = blockAt(0);
    if (index >= start && index < end) index = end;
    if (index >= blocks.length) return null;
    const box = boxOf(index);
    return box && box.top < innerHeight ? { wrapper: blocks[index], top: box.top } : null;
  }

  function hold({ wrapper, top }) {
    range.selectNodeContents(wrapper);
    const moved = range.getBoundingClientRect().top - top;
    if (Math.abs(moved) >= 1) scrollBy({ top: moved, behavior: "instant" });
  }

  /** Bring what lies `fraction` into block `index` to the top third of the window. */
  function show({ index, fraction }) {
    if (!blocks.length) return "null";
    const limit = root.scrollHeight - innerHeight;
    const wanted = scrollY + heightOf(Math.min(index, blocks.length - 1), fraction) - innerHeight / 3;
    const target = Math.round(Math.min(limit, Math.max(0, index === 0 && fraction === 0 ? 0 : wanted)));
    const way = Math.abs(target - scrollY);
    if (way < 2) return "null";
    aim = target;
    const glide = way < FAR * innerHeight && !matchMedia("(prefers-reduced-motion: reduce)").matches;
    scrollTo({ top: target, behavior: glide ? "smooth" : "instant" });
    return "null";
  }

  /** Bring what lies `fraction` into block `index` into view, unless it is well inside. */
  function reveal(place) {
    if (!blocks.length) return "null";
    const y = heightOf(Math.min(place.index, blocks.length - 1), place.fraction);
    return y > innerHeight / 20 && y < innerHeight * 0.9 ? "null" : show(place);
  }

  // --- What the writer does --------------------------------------------------------------------

  /** The height that stands for the view: its top third, but the first line when at the start and
      the last when at the end. */
  function focus() {
    const left = root.scrollHeight - innerHeight - scrollY;
    return Math.max(Math.min(innerHeight / 3, scrollY), innerHeight - Math.max(0, left));
  }

  function listen() {
    document.addEventListener("error", markMissing, true);
    document.addEventListener("load", markFound, true);
    document.addEventListener("loadeddata", markFound, true);
    document.addEventListener("click", (event) => {
      if (event.button !== 0 || !getSelection().isCollapsed || !main.contains(event.target)) return;
      if (event.target.closest("summary, video, audio, input, button, select")) return;
      voice?.report_click(...placeAt(event.clientY));
    }, true);
    for (const type of ["wheel", "pointerdown", "keydown"]) {
      addEventListener(type, () => { aim = null; }, { capture: true, passive: true });
    }
    addEventListener("wheel", (event) => {
      if (!event.ctrlKey) return;
      event.preventDefault(); // the editor zooms, so that it can remember
      if (event.deltaY) voice?.report_zoom(event.deltaY < 0 ? 1 : -1);
    }, { capture: true, passive: false });
    addEventListener("scrollend", () => {
      // It may be the end of an earlier scrolling, with ours under way.
      const limit = root.scrollHeight - innerHeight;
      if (aim !== null && Math.abs(scrollY - Math.min(aim, limit)) < 2) aim = null;
    });
    addEventListener("scroll", () => {
      if (aim === null && blocks.length) voice?.report_scroll(...placeAt(focus()));
    }, { passive: true });
  }

  // --- What the editor asks --------------------------------------------------------------------

  function begin(asked) {
    words = asked.words;
    look(asked.look);
    return header(asked.header);
  }

  function header({ title, meta, language }) {
    document.getElementById("title").textContent = title;
    document.getElementById("meta").textContent = meta;
    root.lang = language;
    return "null";
  }

  function look({ dark, code }) {
    root.classList.toggle("dark", dark);
    document.getElementById("code").textContent = code;
    return "null";
  }

  document.addEventListener("DOMContentLoaded", () => {
    root = document.documentElement;
    main = document.querySelector("main");
    listen();
    tellReport();
  });
  new QWebChannel(qt.webChannelTransport, (channel) => {
    voice = channel.objects.voice;
    tellReport();
  });

  return { begin, header, look, patch, show, reveal, lookAgain, ping: () => "null" };
})();

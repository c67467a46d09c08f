"use strict";

// The editor's side of the preview page. It runs in the application world: the page's own scripts
// are switched off, and would not see this one. There are no timers here (without page scripts,
// Chromium runs none), and what goes back to the editor is JSON or numbers.

const preview = (() => {
  const INERT = new DOMParser().parseFromString("<!doctype html>", "text/html");
  const REMOVED = "link, meta, base, noscript, template, portal, fencedframe, frameset";
  const MEDIA = ["img", "video", "audio", "source"];
  const EMBEDDED = "iframe, frame, object, embed, applet, script";
  // Who shows what, by the ends of their hosts' names.
  const SHOWN_BY = {
    video: ["youtube.com", "youtube-nocookie.com", "youtu.be", "vimeo.com", "dailymotion.com", "twitch.tv", "ted.com"],
    sound: ["soundcloud.com", "spotify.com", "deezer.com", "bandcamp.com"],
    map: ["openstreetmap.org", "maps.google.com"],
    code: ["gist.github.com", "codepen.io", "jsfiddle.net", "codesandbox.io"],
  };
  const ATTRIBUTES = ["srcdoc", "ping", "formaction", "download", "autofocus", "target"];
  const LONGEST_WORD = 200; // characters
  const CORRECTIONS = 3; // of where one scrolling has ended
  const ROUNDING = 0.01; // characters; places come as fractions of a block
  const FAR = 3; // screens: further than this, scrolling jumps instead of gliding

  let root = null; // <html>; not there yet when this script starts
  let voice = null; // the editor's object at the other end of the channel
  let report = null; // what the canary did, until the voice is there to tell it
  let main = null; // what the blocks lie in
  let blocks = []; // what stands for them in `main`, in order: wrappers, or marks in a site's page
  let behind = null; // the mark behind the last block, in a site's page
  let marks = new WeakSet(); // comments, each in front of its block's nodes; and the one behind all
  let heading = { title: "", day: "" }; // as the editor said it last
  let showIn = null; // shows title and day where the site's page has its own
  let shown = -1; // the revision in the page
  let words = {};
  let own = []; // the hosts on which the site itself lies
  let aim = null; // where the page scrolls to because the editor said so
  let rest = null; // where it has come to by that
  let corrections = 0;
  let led = null; // the place that the editor said, until the writer scrolls or the text changes
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
    clean(box);
    const fragment = INERT.createDocumentFragment();
    while (box.firstChild) fragment.append(box.firstChild);
    return fragment;
  }

  function clean(box) {
    for (const node of box.querySelectorAll(REMOVED)) node.remove();
    for (const node of box.querySelectorAll(EMBEDDED)) node.replaceWith(embedding(node));
    for (const node of box.querySelectorAll("*")) strip(node);
  }

  function unwrap(form) {
    const around = form.ownerDocument.createRange();
    around.selectNodeContents(form);
    const division = form.ownerDocument.createElement("div");
    for (const name of ["class", "id", "style"]) {
      const value = Element.prototype.getAttribute.call(form, name);
      if (value !== null) division.setAttribute(name, value);
    }
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
    if (MEDIA.includes(node.localName)) makeLocal(node);
    if (node.localName === "img" || node.localName === "video") sources.set(node, node.outerHTML);
  }

  /** Have a picture, sound or film of the site itself looked up in its folder. */
  function makeLocal(node) {
    for (const name of ["src", "poster"]) {
      const url = own.length ? outside(node.getAttribute(name) ?? "") : null;
      if (url && own.includes(url.hostname)) node.setAttribute(name, url.pathname + url.search);
    }
  }

  /** The site itself lies on `hosts`: what was taken for another's is its own. */
  function setOwn(hosts) {
    own = hosts ?? [];
    for (const medium of main.querySelectorAll(".stood-in")) {
      const url = outside(medium.getAttribute("src") ?? "");
      if (!url || !own.includes(url.hostname)) continue;
      medium.classList.remove("stood-in");
      if (medium.nextElementSibling?.classList.contains("stand-in")) medium.nextElementSibling.remove();
      makeLocal(medium);
    }
    return "null";
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
    if (!(target instanceof Element) || !isOfArticle(target)) return null;
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
    if (led && mediumOf(event.target)) lead();
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
    const before = shown === -1 && !behind ? 0 : scrollY; // to ask it lays the page out
    const still = anchor(start, end);
    led = null;
    const paired = Math.min(end - start, html.length);
    for (let i = 0; i < paired; i++) fill(blocks[start + i], html[i]);
    const after = blocks[end] ?? behind;
    for (const block of blocks.slice(start + paired, end)) drop(block);
    const added = html.slice(paired).map(made);
    if (added.length) {
      const fragment = document.createDocumentFragment();
      for (const nodes of added) fragment.append(...nodes);
      main.insertBefore(fragment, after);
    }
    blocks = blocks.slice(0, start + paired).concat(added.map(([block]) => block), blocks.slice(end));
    shown = revision;
    if (top) {
      if (before > 0 || aim !== null) scrollTo(0, 0);
    } else if (still) hold(still);
    if (before > 0 && scrollY !== before) aim = scrollY; // no scrolling of the writer's
    if (behind && base === -1) requestAnimationFrame(scrollAsOne);
    return told();
  }

  function told() {
    return JSON.stringify({ revision: shown, blocks: blocks.length });
  }

  /** The nodes of a new block, first of them what stands for it. */
  function made(html) {
    if (!behind) return [fill(document.createElement("post-block"), html)];
    const mark = document.createComment("");
    marks.add(mark);
    return [mark, ...document.adoptNode(harmless(html)).childNodes];
  }

  /** What `block` holds. A mark in a site's page is no element: the rules of its style sheets for
      children and neighbours hold as they do on the site. */
  function nodesOf(block) {
    if (block.nodeType === Node.ELEMENT_NODE) return [...block.childNodes];
    const nodes = [];
    for (let node = block.nextSibling; node && !marks.has(node); node = node.nextSibling) nodes.push(node);
    return nodes;
  }

  function drop(block) {
    if (block.nodeType !== Node.ELEMENT_NODE) for (const node of nodesOf(block)) main.removeChild(node);
    main.removeChild(block);
  }

  function fill(block, html) {
    const fragment = document.adoptNode(harmless(html));
    const isElement = block.nodeType === Node.ELEMENT_NODE;
    const nodes = isElement ? [block] : nodesOf(block);
    keepLoaded(nodes, fragment);
    known.delete(block);
    if (isElement) {
      block.replaceChildren(fragment);
    } else {
      for (const node of nodes) if (node.parentNode === main) main.removeChild(node);
      block.after(fragment);
    }
    return block;
  }

  /** Have `range` hold what `block` holds. */
  function select(block) {
    if (block.nodeType === Node.ELEMENT_NODE) return range.selectNodeContents(block);
    range.setStartAfter(block);
    const last = nodesOf(block).at(-1);
    return last ? range.setEndAfter(last) : range.collapse(true);
  }

  /** The number of the block that holds `node`; -1 where none does. */
  function indexOf(node) {
    if (!behind) return blocks.indexOf((node.parentElement ?? node).closest("post-block"));
    while (node && node.parentNode !== main) node = node.parentNode;
    while (node && !marks.has(node)) node = node.previousSibling;
    return blocks.indexOf(node);
  }

  function isOfArticle(node) {
    return Boolean(main) && (behind ? node === main || indexOf(node) >= 0 : main.contains(node));
  }

  /** Move the images that `nodes` show already into `fragment`, where it has the same ones. */
  function keepLoaded(nodes, fragment) {
    const loaded = new Map();
    for (const node of nodes) {
      if (node.nodeType !== Node.ELEMENT_NODE) continue;
      const media = [...(node.matches("img, video") ? [node] : []), ...node.querySelectorAll("img, video")];
      for (const medium of media) {
        if (!medium.classList.contains("stood-in")) loaded.set(sources.get(medium), medium);
      }
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

  // --- A page of the site ----------------------------------------------------------------------

  /** Show the site's page `html` in place of this one, with an empty place for the article whose
      blocks are `article`. `was` are title and day of the post the page was built of. */
  function frame({ html, article, was, isOwn, language }) {
    const page = new DOMParser().parseFromString(html, "text/html");
    if (page.body?.localName !== "body") return JSON.stringify({ placed: false });
    for (const form of page.querySelectorAll("form")) unwrap(form);
    const address = new URL(baseOf(page), location.href);
    for (const node of page.querySelectorAll("script, noscript")) node.remove();
    const sheets = sheetsOf(page, address);
    clean(page.body);
    for (const node of page.body.querySelectorAll("*")) relate(node, address);
    const box = INERT.createElement("div");
    for (const block of article) box.append(harmless(withoutScripts(block)));
    const place = sitePage.find(page.body, box, isOwn);
    if (!place) return JSON.stringify({ placed: false });
    const code = document.createElement("style");
    code.textContent = withoutOwn(sitePage.codeRules(place, box));
    sheets.push({ made: code });
    for (const node of page.body.querySelectorAll("style")) node.textContent = withoutOwn(node.textContent);
    for (const node of page.body.querySelectorAll("[style]")) node.setAttribute("style", withoutOwn(node.getAttribute("style")));
    showIn = sitePage.slots(page, place, was, page.documentElement.lang || language);
    settle(page, sheets);
    open(place);
    showIn(heading);
    return JSON.stringify({ placed: true });
  }

  /** `html` as it is compared with a page, which has no scripts and no boxes for them either. */
  function withoutScripts(html) {
    if (!/<script/i.test(html)) return html;
    const box = INERT.createElement("div");
    box.innerHTML = html;
    for (const script of box.querySelectorAll("script")) script.remove();
    return box.innerHTML;
  }

  function baseOf(page) {
    const base = page.querySelector("base[href]")?.getAttribute("href") ?? "";
    return ownPath(base) ?? base.replace(/^[a-z][a-z0-9+.-]*:.*|^\/\/.*/i, "");
  }

  /** The path of `address` where it is the site's own in full; null where it is not. */
  function ownPath(address) {
    const url = outside(address);
    return url && own.includes(url.hostname) ? url.pathname + url.search : null;
  }

  /** `rules` with the site's own addresses as paths. */
  function withoutOwn(rules) {
    const hosts = own.map((host) => host.replace(/[^\w-]/g, "\\$&")).join("|");
    return hosts ? rules.replace(new RegExp(`(?:https?:)?//(?:${hosts})(?::\\d+)?(?=/)`, "gi"), "") : rules;
  }

  /** The style sheets of `page`, as new elements: rules in it, and links to files of the site. */
  function sheetsOf(page, address) {
    const sheets = [];
    for (const node of page.querySelectorAll("head style, link")) {
      const made = node.localName === "style" ? ruled(node) : linked(node, address);
      if (!made) continue;
      if (node.closest("body")) {
        const mark = page.createComment("");
        node.before(mark);
        sheets.push({ made, mark });
      } else sheets.push({ made });
    }
    return sheets;
  }

  function ruled(node) {
    const style = document.createElement("style");
    style.textContent = withoutOwn(node.textContent);
    if (node.media) style.media = node.media;
    return style;
  }

  function linked(node, address) {
    const kinds = (node.getAttribute("rel") ?? "").toLowerCase().split(/\s+/);
    // Some pages turn a link into a style sheet by a script, so that it is not waited for.
    const isLate = kinds.includes("preload") && node.getAttribute("as") === "style";
    if (!(kinds.includes("stylesheet") || isLate) || kinds.includes("alternate") || node.hasAttribute("disabled")) return null;
    const url = localUrl(node.getAttribute("href") ?? "", address);
    if (!url) return null;
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = url;
    const media = node.getAttribute("media");
    if (media && !node.hasAttribute("onload")) link.media = media;
    return link;
  }

  /** `href` of a page at `address` where it is a file of the site; "" where it is not. */
  function localUrl(href, address) {
    try {
      const url = new URL(ownPath(href) ?? href, address);
      return url.protocol === "post:" && url.host === location.host ? url.href : "";
    } catch {
      return "";
    }
  }

  /** Have the pictures of a page at `address` looked up in the site. */
  function relate(node, address) {
    node.removeAttribute("contenteditable");
    if (node.localName === "img") node.removeAttribute("name"); // it would hide the document's methods
    const isMoved = address.pathname !== location.pathname;
    for (const name of ["src", "poster"]) {
      const value = node.getAttribute(name);
      if (value && isMoved && MEDIA.includes(node.localName)) node.setAttribute(name, localUrl(value, address) || value);
    }
    const set = MEDIA.includes(node.localName) && node.getAttribute("srcset");
    if (set) {
      const parts = set.split(/,\s+/).map((part) => part.trim().split(/\s+/));
      node.setAttribute("srcset", parts.map(([url, ...rest]) => [localUrl(url, address) || url, ...rest].join(" ")).join(", "));
    }
  }

  /** Make `page` the one that is shown. It is not seen before its style sheets are there. */
  function settle(page, sheets) {
    const from = page.documentElement;
    for (const name of root.getAttributeNames()) root.removeAttribute(name);
    for (const name of from.getAttributeNames()) {
      if (!/^on/i.test(name)) root.setAttribute(name, from.getAttribute(name));
    }
    for (const style of document.head.querySelectorAll("style:not(#ours)")) style.remove();
    let waited = 1;
    const come = () => {
      if (--waited) return;
      root.style.removeProperty("visibility");
      requestAnimationFrame(() => {
        scrollAsOne();
        if (led) lead();
      });
    };
    root.style.setProperty("visibility", "hidden");
    for (const { made } of sheets) {
      if (made.localName !== "link") continue;
      waited++;
      made.addEventListener("load", come);
      made.addEventListener("error", come);
    }
    const ours = document.getElementById("ours");
    for (const { made, mark } of sheets) if (!mark) document.head.insertBefore(made, ours);
    for (const name of page.body.getAttributeNames()) if (/^on/i.test(name)) page.body.removeAttribute(name);
    document.body.replaceWith(document.adoptNode(page.body));
    for (const { made, mark } of sheets) mark?.replaceWith(made);
    come();
  }

  /** Where the site scrolls the article within a box of the window, have the window scroll it: that is
      what keeps in step with the source. */
  function scrollAsOne() {
    const around = [];
    for (let node = main; node && node !== root; node = node.parentElement) around.push(node);
    const scrolls = (node) => /auto|scroll/.test(getComputedStyle(node).overflowY) && node.scrollHeight > node.clientHeight + 1;
    const at = around.findLastIndex((node) => node !== document.body && scrolls(node));
    if (at < 0) return;
    for (const node of [...around.slice(at), root]) {
      const { position } = getComputedStyle(node);
      const free = { height: "auto", "max-height": "none", overflow: "visible" };
      if (/fixed|absolute/.test(position)) free.position = "relative";
      for (const [name, value] of Object.entries(free)) node.style.setProperty(name, value, "important");
    }
  }

  /** Take the site's own article out of its place; the blocks come there. */
  function open({ parent, first, last }) {
    behind = document.createComment("");
    marks = new WeakSet([behind]);
    last.after(behind);
    const gone = document.createRange();
    gone.setStartBefore(first);
    gone.setEndBefore(behind);
    gone.deleteContents();
    main = parent;
    blocks = [];
    shown = -1;
  }

  // --- Places ----------------------------------------------------------------------------------

  const range = document.createRange();

  /** The rectangle of block `index` in the window; null where the block draws nothing. */
  function boxOf(index) {
    select(blocks[index]);
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

  /** The block at height `y`, and how much of what it draws stands above that: from 0 to 1 in the
      block, by its characters, from 1 to 2 between it and the next. */
  function placeAt(y) {
    if (!blocks.length) return [0, 0];
    const index = blockAt(y);
    const box = boxOf(index);
    if (!box || y <= box.top) return [index, 0];
    if (y >= box.bottom) return [index, 1 + share(y, box.bottom, topBelow(index))];
    const { pieces, length } = piecesOf(blocks[index]);
    return [index, length ? Math.min(1, characterAt(pieces, y) / length) : share(y, box.top, box.bottom)];
  }

  /** The height in the window of the place `spot` of block `index`, counted as by `placeAt`. */
  function heightOf(index, spot) {
    for (let i = index; i < blocks.length; i++) {
      const box = boxOf(i);
      if (box) return i === index ? heightWithin(i, box, spot) : box.top;
    }
    return main.getBoundingClientRect().bottom;
  }

  function heightWithin(index, box, spot) {
    if (spot <= 0) return box.top;
    if (spot >= 1) return box.bottom + (spot - 1) * Math.max(0, topBelow(index) - box.bottom);
    const { pieces, length } = piecesOf(blocks[index]);
    const y = length ? heightOfCharacter(pieces, spot * length) : null;
    return y === null ? box.top + spot * box.height : y;
  }

  /** Where the next block that draws anything begins; below the last, where that ends. */
  function topBelow(index) {
    for (let i = index + 1; i < blocks.length; i++) {
      const box = boxOf(i);
      if (box) return box.top;
    }
    return boxOf(index)?.bottom ?? main.getBoundingClientRect().bottom;
  }

  function share(y, top, bottom) {
    return bottom > top ? Math.min(1, Math.max(0, (y - top) / (bottom - top))) : 0;
  }

  // --- Places within a block -------------------------------------------------------------------

  // A block is seen as pieces: runs of text, rows of tables, images. Each counts its characters that
  // are not blank, an image one; block_places.py counts the same in the block's HTML.

  const CLOSED = "style, title, textarea, annotation, .lineno, .linenos, .linenodiv, .lnt, .ln";
  const UNEVEN_ROW = "pre, table, li, p, br, img, video";
  const known = new WeakMap(); // a wrapper -> its pieces

  function piecesOf(block) {
    if (!known.has(block)) {
      const pieces = [];
      known.set(block, { pieces, length: collect(nodesOf(block), pieces, 0) });
    }
    return known.get(block);
  }

  /** Put the pieces of `nodes` into `pieces`, from character `at` on; where they end. */
  function collect(nodes, pieces, at) {
    const piece = (node, length) => {
      if (length) pieces.push({ node, start: at, length });
      at += length;
    };
    for (const node of nodes) {
      if (node.nodeType === Node.TEXT_NODE) piece(node, lettersIn(node.data));
      else if (node.nodeType !== Node.ELEMENT_NODE) continue;
      else if (node.matches("img, video, audio")) piece(node, 1);
      else if (node.matches(".stand-in")) piece(node, standsForAnother(node) ? 0 : 1);
      else if (node.matches(CLOSED)) continue;
      else if (node.localName === "tr" && !node.querySelector(UNEVEN_ROW)) piece(node, collect(node.childNodes, [], 0));
      else at = collect(node.childNodes, pieces, at);
    }
    return at;
  }

  function standsForAnother(box) {
    return Boolean(box.previousElementSibling?.classList.contains("stood-in"));
  }

  function lettersIn(text) {
    return text.replace(/[\s\uDC00-\uDFFF]+/g, "").length;
  }

  /** The offset in `text` of the character, not counting blanks, of that number. */
  function offsetOf(text, number) {
    const letters = /[^\s\uDC00-\uDFFF]/g;
    let match = letters.exec(text);
    while (number-- > 0 && match) match = letters.exec(text);
    return match ? match.index : text.length;
  }

  function boxOfPiece({ node }) {
    let drawn = node;
    if (node.nodeType !== Node.TEXT_NODE) {
      if (node.classList.contains("stood-in")) drawn = node.nextElementSibling ?? node;
      return seen(drawn.getBoundingClientRect());
    }
    range.selectNodeContents(node);
    return seen(range.getBoundingClientRect());
  }

  function seen(box) {
    return box.width || box.height ? box : null;
  }

  /** The rectangle of the first letter of `node` at `offset` or behind it. */
  function boxOfLetter(node, offset) {
    const from = offset + Math.max(0, node.data.slice(offset).search(/\S/));
    if (from >= node.data.length) return null;
    range.setStart(node, from);
    range.setEnd(node, Math.min(node.data.length, from + (/[\uD800-\uDBFF]/.test(node.data[from]) ? 2 : 1)));
    return seen(range.getBoundingClientRect());
  }

  /** The height of the character of that number; null where nothing is drawn from there on. */
  function heightOfCharacter(pieces, number) {
    let first = lastWhere(pieces.length, (i) => pieces[i].start <= number);
    for (; first < pieces.length; first++) {
      const { node, start, length } = pieces[first];
      const box = boxOfPiece(pieces[first]);
      if (!box) continue;
      if (number <= start) return box.top;
      if (node.nodeType !== Node.TEXT_NODE) return box.top + Math.min(1, (number - start) / length) * box.height;
      return heightInText(node, number - start, box);
    }
    return null;
  }

  /** The height of the character of that number in the text `node`: as far down its row as it is
      along it, so that what `characterAt` tells of that height is the character again. */
  function heightInText(node, number, box) {
    const offset = offsetOf(node.data, Math.floor(number + ROUNDING));
    const top = (at) => boxOfLetter(node, at)?.top ?? Infinity;
    const row = top(offset);
    if (row === Infinity) return box.top;
    const { from, end, below } = rowAt(node, offset, top);
    const before = lettersIn(node.data.slice(0, from));
    const part = (number - before) / Math.max(1, lettersIn(node.data.slice(from, end)));
    const bottom = below === Infinity ? box.bottom : below;
    return row + Math.min(1, Math.max(0, part)) * (bottom - row);
  }

  /** Where the row of the letter at `offset` of the text `node` begins and ends, and how high the
      next row is; `top` tells the height of a letter. */
  function rowAt(node, offset, top) {
    const row = top(offset);
    const last = lastWhere(node.data.length, (at) => top(at) <= row + 2);
    const from = 1 + lastWhere(node.data.length, (at) => top(at) < row - 2, -1);
    return { from, end: last + 1, below: top(last + 1) };
  }

  /** The number of the character that is drawn at height `y`. */
  function characterAt(pieces, y) {
    const drawn = pieces.filter(boxOfPiece);
    const index = 1 + lastWhere(drawn.length, (i) => boxOfPiece(drawn[i]).bottom <= y, -1);
    if (index >= drawn.length) return Infinity;
    const { node, start, length } = drawn[index];
    const box = boxOfPiece(drawn[index]);
    if (y <= box.top) return start;
    if (node.nodeType !== Node.TEXT_NODE) return start + share(y, box.top, box.bottom) * length;
    const top = (offset) => boxOfLetter(node, offset)?.top ?? Infinity;
    const inRow = lastWhere(node.data.length, (offset) => top(offset) <= y + 0.5);
    const { from, end, below } = rowAt(node, inRow, top);
    const part = share(y, top(inRow), below === Infinity ? box.bottom : below);
    const before = lettersIn(node.data.slice(0, from));
    return start + before + part * lettersIn(node.data.slice(from, end));
  }

  /** The place, as `placeAt` gives it, of the start of `caret`; null where none of the post's text is. */
  function placeOf({ startContainer: node, startOffset: offset }) {
    const index = indexOf(node);
    if (index < 0) return null;
    const { pieces, length } = piecesOf(blocks[index]);
    const piece = pieces.find((some) => some.node.contains(node));
    if (!piece) return null;
    const before = document.createRange();
    before.setStart(piece.node, 0);
    before.setEnd(node, offset);
    return [index, Math.min(1, (piece.start + lettersIn(before.toString())) / length)];
  }

  /** The last number below `count` for which `holds`, which holds up to some number; else `none`. */
  function lastWhere(count, holds, none = 0) {
    let [low, high] = [none, count - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (holds(middle)) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** A block outside [start, end) that is in view, with its height, to be kept there. */
  function anchor(start, end) {
    if (!blocks.length || scrollY <= 0) return null;
    let index = blockAt(0);
    if (index >= start && index < end) index = end;
    if (index >= blocks.length) return null;
    const box = boxOf(index);
    return box && box.top < innerHeight ? { block: blocks[index], top: box.top } : null;
  }

  function hold({ block, top }) {
    select(block);
    const moved = range.getBoundingClientRect().top - top;
    if (Math.abs(moved) >= 1) scrollBy({ top: moved, behavior: "instant" });
  }

  /** Bring the place `spot` of block `index` to the top third of the window, and keep it there while
      what is above it loads. */
  function show(place) {
    led = place;
    corrections = 0;
    return lead();
  }

  function lead() {
    if (!blocks.length) return "null";
    const top = target();
    const way = Math.abs(top - scrollY);
    if (way < 2 && aim === null) return "null";
    aim = top;
    const glide = way < FAR * innerHeight && !matchMedia("(prefers-reduced-motion: reduce)").matches;
    scrollTo({ top, behavior: glide ? "smooth" : "instant" });
    return "null";
  }

  /** How far down the page is scrolled when it shows `led`. */
  function target() {
    const { index, spot } = led;
    if (index === 0 && spot === 0) return 0;
    const limit = root.scrollHeight - innerHeight;
    const wanted = scrollY + heightOf(Math.min(index, blocks.length - 1), spot) - innerHeight / 3;
    return Math.round(Math.min(limit, Math.max(0, wanted)));
  }

  /** Bring the place `spot` of block `index` into view, unless it is well inside. */
  function reveal(place) {
    if (!blocks.length) return "null";
    const y = heightOf(Math.min(place.index, blocks.length - 1), place.spot);
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
      if (event.button !== 0 || !getSelection().isCollapsed || !isOfArticle(event.target)) return;
      if (event.target.closest("summary, video, audio, input, button, select")) return;
      const caret = document.caretRangeFromPoint(event.clientX, event.clientY);
      voice?.report_click(...(caret && placeOf(caret)) ?? placeAt(event.clientY));
    }, true);
    document.addEventListener("dblclick", (event) => {
      if (!isOfArticle(event.target) || event.target.closest("summary, video, audio, input, button, select")) return;
      const selection = getSelection();
      const place = selection.rangeCount && placeOf(selection.getRangeAt(0));
      const word = selection.toString().trim();
      if (place && word && word.length <= LONGEST_WORD) voice?.report_word(...place, word);
    }, true);
    for (const type of ["wheel", "pointerdown", "keydown"]) {
      addEventListener(type, () => { aim = rest = led = null; }, { capture: true, passive: true });
    }
    addEventListener("wheel", (event) => {
      if (!event.ctrlKey) return;
      event.preventDefault(); // the editor zooms, so that it can remember
      if (event.deltaY) voice?.report_zoom(event.deltaY < 0 ? 1 : -1);
    }, { capture: true, passive: false });
    addEventListener("scrollend", () => {
      if (aim === null) return;
      // It may be the end of an earlier scrolling, with ours under way; or Chromium has held what is
      // in view while images above it came, and so has ended elsewhere.
      if (led && corrections < CORRECTIONS && Math.abs(scrollY - target()) >= 2) {
        corrections++;
        aim = target();
        scrollTo({ top: aim, behavior: "instant" });
        return;
      }
      const limit = root.scrollHeight - innerHeight;
      if (Math.abs(scrollY - Math.min(aim, limit)) < 2) [aim, rest] = [null, Math.min(aim, limit)];
    });
    addEventListener("scroll", () => {
      if (aim !== null || !blocks.length) return;
      if (rest !== null && Math.abs(scrollY - rest) < 2) return; // the last of a glide's steps
      rest = null;
      voice?.report_scroll(...placeAt(focus()));
    }, { passive: true });
  }

  // --- What the editor asks --------------------------------------------------------------------

  function begin(asked) {
    words = asked.words;
    own = asked.own ?? [];
    look(asked.look);
    return header(asked.header);
  }

  const RIGHT_TO_LEFT = /^(ar|arc|ckb|dv|fa|he|iw|ks|ps|sd|ug|ur|yi)\b/i;

  function header(told) {
    heading = told;
    if (behind) {
      showIn(told);
      return "null";
    }
    document.getElementById("title").textContent = told.title;
    document.getElementById("meta").textContent = told.meta;
    root.lang = told.language;
    document.body.dir = RIGHT_TO_LEFT.test(told.language) ? "rtl" : "ltr";
    return "null";
  }

  /** A site's page keeps the look that the site gives it. */
  function look({ dark, code }) {
    if (behind || !document.getElementById("code")) return "null";
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

  return { begin, frame, header, look, patch, show, reveal, lookAgain, own: setOwn, ping: () => "null" };
})();

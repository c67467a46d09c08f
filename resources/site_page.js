"use strict";

// Where a page of the site holds the article, its title and its date. It reads documents that are not
// shown: nothing in them has loaded or run.

const sitePage = (() => {
  const GRAM = 3; // words in a row that tell a passage
  const MOST = 0.8; // of the article's passages, that its element must hold
  const ENOUGH = 0.4; // of them, for the page to be one of this article
  const SAME = 0.6; // of an element's passages, for it to be one of the article's
  const UNREAD = "script, style, template, noscript, svg title";
  const PLAIN = "p, ul, ol, dl, pre, blockquote, figure, table, hr, h2, h3, h4, h5, h6, img, div.highlight";
  const NAMED = [
    '[itemprop~="articleBody"]', ".e-content", ".entry-content", ".post-content", ".article-content",
    ".post-body", ".article-body", ".post__content", ".markdown-body", "article .content", "article",
    "main", '[role="main"]', "#content", ".content",
  ];
  const HEADINGS = "h1, h2, h3, h4, [itemprop~='headline'], .p-name";
  const LONGEST_DATE = 80; // characters of an element that shows a date

  function wordsOf(text) {
    return text.normalize("NFKC").toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  }

  /** The words below `root` in a row, an image or a rule as one; where each element's begin and end. */
  function read(root) {
    const words = [];
    const spans = new Map();
    const visit = (node) => {
      if (node.nodeType === Node.TEXT_NODE) {
        for (const word of wordsOf(node.data)) words.push(word);
        return;
      }
      if (node.nodeType !== Node.ELEMENT_NODE || node.matches(UNREAD)) return;
      const start = words.length;
      if (node.localName === "img") words.push(`img:${(node.getAttribute("src") ?? "").split(/[?#]/)[0].split("/").pop()}`);
      else if (node.localName === "hr") words.push("hr:");
      for (const child of node.childNodes) visit(child);
      spans.set(node, [start, words.length]);
    };
    visit(root);
    return { words, spans, of: (node) => words.slice(...(spans.get(node) ?? spanOfText(node))) };
    function spanOfText() { return [0, 0]; }
  }

  function gramsOf(words, size) {
    const grams = [];
    for (let i = 0; i + size <= words.length; i++) grams.push(words.slice(i, i + size).join(" "));
    return grams;
  }

  function isSeen(node) {
    return node.nodeType === Node.ELEMENT_NODE ? !node.matches(UNREAD) : node.nodeType === Node.TEXT_NODE && node.data.trim();
  }

  /** What of `body` is to be replaced by `article`: `{parent, first, last}`, or null. `isOwn`: the page
      is of the article itself, or of an earlier state of it. */
  function find(body, article, isOwn) {
    return byText(body, article, isOwn) ?? byName(body);
  }

  function byText(body, article, isOwn) {
    const wanted = read(article);
    const size = Math.min(GRAM, wanted.words.length);
    if (!size) return null;
    const all = new Set(gramsOf(wanted.words, size));
    const page = read(body);
    const hits = counted(gramsOf(page.words, size), all);
    const held = (node) => {
      const [start, end] = page.spans.get(node) ?? [0, 0];
      return end - start < size ? 0 : hits[end - size + 1] - hits[start];
    };
    const most = Math.min(all.size, held(body));
    if (most < ENOUGH * all.size) return null;
    const parts = partsOf(article, wanted, size);
    let parent = body;
    for (;;) {
      let next = null;
      for (const child of parent.children) if (!next || held(child) > held(next)) next = child;
      if (!next || held(next) < MOST * most || isPart(next, page.of(next), parts, size)) break;
      parent = next;
    }
    return rangeIn(parent, page, parts, size, isOwn);
  }

  /** How many of `grams` before each place are in `all`. */
  function counted(grams, all) {
    const sums = new Uint32Array(grams.length + 1);
    for (let i = 0; i < grams.length; i++) sums[i + 1] = sums[i] + (all.has(grams[i]) ? 1 : 0);
    return sums;
  }

  /** The nodes at the top of the article, each with its words. */
  function partsOf(article, wanted, size) {
    return [...article.childNodes].filter(isSeen).map((node) => {
      const words = node.nodeType === Node.TEXT_NODE ? wordsOf(node.data) : wanted.of(node);
      return { node, words, key: keyOf(node, words), grams: new Set(gramsOf(words, size)) };
    });
  }

  function keyOf(node, words) {
    return `${node.localName ?? ""} ${words.join(" ")}`;
  }

  function shareIn(grams, set) {
    let found = 0;
    for (const gram of grams) if (set.has(gram)) found++;
    return grams.length ? found / grams.length : 0;
  }

  /** Whether `node` is one of the article's own elements, rather than what holds the article. */
  function isPart(node, words, parts, size) {
    const grams = gramsOf(words, size);
    return parts.some((part) => part.node.localName === node.localName
      && part.node.className === node.className
      && part.words.length * 2 > words.length
      && shareIn(grams, part.grams) > MOST);
  }

  /** The nodes of `parent` that are the article's, from the first to the last. */
  function rangeIn(parent, page, parts, size, isOwn) {
    const nodes = [...parent.childNodes].filter(isSeen);
    const seen = nodes.map((node) => {
      const words = node.nodeType === Node.TEXT_NODE ? wordsOf(node.data) : page.of(node);
      return { node, words, key: keyOf(node, words) };
    });
    const where = new Map(); // a passage -> the parts that have it
    parts.forEach((part, index) => {
      for (const gram of part.grams) where.set(gram, [...(where.get(gram) ?? []).slice(0, 8), index]);
    });
    const keys = new Map(parts.map((part, index) => [part.key, index]));
    const partOf = (one) => {
      if (keys.has(one.key) && one.words.length >= size) return keys.get(one.key);
      const votes = new Map();
      const grams = gramsOf(one.words, size);
      for (const gram of grams) for (const index of where.get(gram) ?? []) votes.set(index, (votes.get(index) ?? 0) + 1);
      let best = -1;
      for (const [index, count] of votes) {
        if (parts[index].node.localName === (one.node.localName ?? undefined) && count > SAME * grams.length && count > (votes.get(best) ?? 0)) best = index;
      }
      return best;
    };
    const matched = seen.map(partOf);
    let first = matched.findIndex((index) => index >= 0);
    let last = matched.findLastIndex((index) => index >= 0);
    if (first < 0) {
      first = seen.findIndex((one) => keys.has(one.key));
      last = seen.findLastIndex((one) => keys.has(one.key));
      if (first < 0) return null;
      matched[first] = keys.get(seen[first].key);
      matched[last] = keys.get(seen[last].key);
    }
    first = grown(seen, parts, first, matched[first], -1, isOwn);
    last = grown(seen, parts, last, matched[last], 1, isOwn);
    return { parent, first: seen[first].node, last: seen[last].node };
  }

  /** How far the article goes from `at`, which is its part `index`, in one direction: as long as the
      rest is alike; and where the page is older than the text, over as many plain elements as the
      article has more. */
  function grown(seen, parts, at, index, step, isOwn) {
    const next = () => seen[at + step] && parts[index + step];
    while (next() && seen[at + step].key === parts[index + step].key) [at, index] = [at + step, index + step];
    while (isOwn && next() && seen[at + step].node.nodeType === Node.ELEMENT_NODE
      && seen[at + step].node.matches(PLAIN) && (!seen[at + step].node.className || /highlight/.test(seen[at + step].node.className))) {
      [at, index] = [at + step, index + step];
    }
    return at;
  }

  /** Where an article usually is, by the names that themes have for it. */
  function byName(body) {
    for (const name of NAMED) {
      const found = body.querySelectorAll(name);
      if (found.length !== 1) continue;
      const nodes = [...found[0].childNodes].filter(isSeen);
      const isHead = (node) => node.nodeType === Node.ELEMENT_NODE && node.matches("header, h1, time, nav, .meta, .post-meta");
      const start = nodes.findLastIndex(isHead) + 1;
      const end = nodes.findIndex((node, index) => index >= start && node.nodeType === Node.ELEMENT_NODE && node.matches("footer, aside, nav"));
      const rest = nodes.slice(start, end < 0 ? undefined : end);
      if (rest.length) return { parent: found[0], first: rest[0], last: rest.at(-1) };
    }
    return null;
  }

  // --- Colours of code -------------------------------------------------------------------------

  /** Where the page colours its code by styles in each element, as Hugo does: rules that colour that
      of `article`, which has classes, alike. */
  function codeRules(place, article) {
    const inside = isInside(place);
    const built = [...place.parent.querySelectorAll(".highlight pre[style]")].filter(inside);
    if (!built.length) return "";
    const styles = new Map(); // a token's text -> its style
    for (const pre of built) {
      for (const span of pre.querySelectorAll("span[style]")) {
        if (!span.firstElementChild) styles.set(span.textContent.trim(), span.getAttribute("style"));
      }
    }
    const rules = new Map();
    for (const span of article.querySelectorAll(".highlight span[class]")) {
      const style = styles.get(span.textContent.trim());
      if (style && !rules.has(span.className)) rules.set(span.className, style);
    }
    const told = [...rules].map(([name, style]) => `.highlight .${CSS.escape(name)} { ${style} }`);
    return [`.highlight pre { ${built[0].getAttribute("style")} }`, ...told].join("\n");
  }

  // --- Title and date --------------------------------------------------------------------------

  /** Functions that show another title and date where those of the page's own post stand. `was` and
      what they are given: `{title, day}`, the day as 2009-06-24 or "". */
  function slots(page, place, was, language) {
    const inside = isInside(place);
    const titles = titlesIn(page.body, inside, was.title, place).map(texts);
    const dates = datesIn(page.body, inside, place, was.day, language);
    return ({ title, day }) => {
      for (const slot of titles) say(slot, title === was.title ? null : title);
      for (const slot of dates) {
        const other = day && day !== was.day ? slot.nodes.map(({ text }) => redated(text, was.day, day, language)) : null;
        slot.nodes.forEach(({ node, text }, index) => { node.data = other?.[index] ?? text; });
        if (slot.element.localName === "time" && slot.stamp) slot.element.setAttribute("datetime", other ? day : slot.stamp);
      }
    };
  }

  function isInside({ parent, first, last }) {
    const nodes = new Set();
    for (let node = first; node; node = node.nextSibling) {
      nodes.add(node);
      if (node === last) break;
    }
    return (element) => {
      let node = element;
      while (node && node.parentNode !== parent) node = node.parentNode;
      return nodes.has(node);
    };
  }

  function titlesIn(body, inside, title, place) {
    const wanted = wordsOf(title).join(" ");
    const free = [...body.querySelectorAll("*")].filter((element) => !inside(element));
    const is = (element) => wanted && wordsOf(element.textContent).join(" ") === wanted;
    const same = free.filter((element) => (!element.firstElementChild || element.matches(HEADINGS)) && is(element));
    if (same.length) return same.filter((element) => !same.some((other) => other !== element && element.contains(other)));
    const before = (element) => place.first.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING;
    const heading = free.filter((element) => element.localName === "h1" && before(element)).at(-1);
    return heading && !heading.querySelector('a[href="/"]') ? [heading] : [];
  }

  /** The texts in `element` that are not blank, as they are. */
  function texts(element) {
    const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) if (walker.currentNode.data.trim()) found.push({ node: walker.currentNode, text: walker.currentNode.data });
    return found;
  }

  /** Have the texts of `slot` say `title`, or with null what they said first. */
  function say(slot, title) {
    slot.forEach(({ node, text }, index) => {
      if (title === null) node.data = text;
      else node.data = index ? "" : text.match(/^\s*/)[0] + title + text.match(/\s*$/)[0];
    });
  }

  function datesIn(body, inside, place, day, language) {
    if (!day) return [];
    let region = place.parent;
    for (; region; region = region.parentElement) {
      const found = [...region.querySelectorAll("*")].filter((element) => !inside(element)
        && (element.localName === "time" || !element.firstElementChild)
        && element.textContent.length <= LONGEST_DATE
        && texts(element).some(({ text }) => redated(text, day, day, language) !== null));
      const narrow = found.filter((element) => !found.some((other) => other !== element && other.contains(element)));
      if (narrow.length) return narrow.map((element) => ({ element, nodes: texts(element), stamp: element.getAttribute("datetime") }));
      if (region === body) return [];
    }
    return [];
  }

  /** `text` with the day `other` in the place and the form of `day`; null where that is not in it. */
  function redated(text, day, other, language) {
    const [was, now] = [day, other].map((iso) => iso.split("-").map(Number));
    const found = { year: false, month: false, day: false };
    const names = monthNames(language, was[1], now[1]);
    const named = (word) => names.find(([old]) => old === word.toLowerCase().replace(/\.$/, ""));
    const hasName = (text.match(/\p{L}+\.?/gu) ?? []).some(named);
    const monthFirst = /^\s*\d{4}/.test(text) || /^en\b/.test(language);
    const result = text.replace(/\p{L}+|\d+/gu, (word) => {
      const pair = named(word);
      if (pair && !found.month) {
        found.month = true;
        return /^\p{Lu}/u.test(word) ? pair[1][0].toUpperCase() + pair[1].slice(1) : pair[1];
      }
      if (!/^\d+$/.test(word)) return word;
      const number = Number(word);
      const padded = (value) => String(value).padStart(word.startsWith("0") || !hasName ? 2 : 1, "0");
      if (number === was[0] && word.length === 4 && !found.year) return ((found.year = true), String(now[0]));
      const isMonth = number === was[1] && !hasName && !found.month;
      const isDay = number === was[2] && !found.day;
      if (isMonth && (!isDay || monthFirst)) return ((found.month = true), padded(now[1]));
      if (isDay) return ((found.day = true), padded(now[2]));
      return word;
    });
    return found.year && found.month && found.day ? result : null;
  }

  /** How months are called, long and short: the old one, and the new one in the same form. */
  function monthNames(language, was, now) {
    const pairs = [];
    for (const locale of [language || "en", "en", "fr"]) {
      for (const month of ["long", "short"]) {
        for (const options of [{ month }, { month, day: "numeric" }]) {
          const name = (number) => {
            try {
              const parts = new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" }).formatToParts(Date.UTC(2001, number - 1, 15));
              return (parts.find(({ type }) => type === "month")?.value ?? "").replace(/\.$/, "").toLowerCase();
            } catch {
              return "";
            }
          };
          if (name(was)) pairs.push([name(was), name(now)]);
        }
      }
    }
    return pairs;
  }

  return { find, slots, codeRules };
})();

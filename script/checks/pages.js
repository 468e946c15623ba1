// Probes of a page, run inside it by script/check-pages. Each gives a list of faults in words.
(() => {
  const name = (node) => {
    const at = node.closest("[id]");
    const own = node.tagName.toLowerCase() + (node.className && node.className.baseVal === undefined ? "." + node.className.split(" ").join(".") : "");
    return (at ? "#" + at.id + " " : "") + own + " '" + node.textContent.trim().replace(/\s+/g, " ").slice(0, 40) + "'";
  };
  const shown = (node) => node.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true, opacityProperty: false });
  const all = (selector) => Array.from(document.querySelectorAll(selector));

  // Red, green, blue and opacity of a computed colour.
  const parse = (color) => {
    const parts = (color.match(/[\d.]+/g) || []).map(Number);
    return color.startsWith("rgb") ? [parts[0], parts[1], parts[2], parts.length > 3 ? parts[3] : 1] : null;
  };
  const luminance = ([r, g, b]) => {
    const [x, y, z] = [r, g, b].map((part) => (part /= 255) <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const contrast = (first, second) => {
    const [high, low] = [luminance(first), luminance(second)].sort((a, b) => b - a);
    return (high + 0.05) / (low + 0.05);
  };
  const ground = (node) => {
    for (let at = node; at; at = at.parentElement) {
      const color = parse(getComputedStyle(at).backgroundColor);
      if (color && color[3] === 1) return color;
    }
    return [255, 255, 255, 1];
  };

  const probes = {
    // As the page was opened: boxes that were scrolled hide what lies under their first column.
    fromTheStart() {
      for (const box of all(".scroll, .plot")) box.scrollTo(0, 0);
      window.scrollTo(0, 0);
      document.activeElement.blur();
    },

    structure() {
      const faults = [];
      const seen = new Set();
      for (const node of all("[id]")) {
        if (seen.has(node.id)) faults.push(`the id '${node.id}' stands twice`);
        seen.add(node.id);
      }
      if (all("h1").length !== 1) faults.push(`${all("h1").length} main headings (h1) instead of one`);
      for (const link of all("a[href^='#']")) {
        const id = decodeURIComponent(link.getAttribute("href").slice(1));
        if (!seen.has(id)) faults.push(`a link leads to '#${id}', which is not in the page: ${name(link)}`);
      }
      for (const node of all("[aria-labelledby]"))
        for (const id of node.getAttribute("aria-labelledby").split(" "))
          if (!seen.has(id)) faults.push(`the label '${id}' is not in the page: ${name(node)}`);
      for (const table of all("table"))
        if (!table.caption && !table.closest(".prose")) faults.push(`a table without a caption: ${name(table)}`);
      for (const head of all("th"))
        if (!head.getAttribute("scope")) faults.push(`a head of a table without a scope: ${name(head)}`);
      for (const drawing of all("svg"))
        if (!drawing.getAttribute("aria-label")) faults.push(`a drawing without words for whoever cannot see it: ${name(drawing)}`);
      for (const node of all("[style]"))
        if (!node.closest(".tip")) faults.push(`a style attribute, which the policy forbids: ${name(node)}`);
      return faults;
    },

    // Nothing may be wider than the page but what scrolls in a box of its own.
    overflow() {
      const width = document.documentElement.clientWidth;
      const faults = [];
      if (document.documentElement.scrollWidth > width) {
        faults.push(`the page is ${document.documentElement.scrollWidth} pixels wide on a screen of ${width}`);
        for (const node of all("body *")) {
          const inside = node.parentElement.closest(".scroll, .plot, pre, .quiet, svg");
          if (!inside && shown(node) && node.getBoundingClientRect().right > width + 0.5) faults.push(`it is too wide: ${name(node)}`);
        }
      }
      return faults.slice(0, 6);
    },

    // Paper does not scroll: what is in a box must fit.
    paper() {
      const faults = [];
      const width = document.documentElement.clientWidth;
      for (const node of all("table, svg"))
        if (shown(node) && node.getBoundingClientRect().right > width + 1) faults.push(`cut off on paper: ${name(node)}`);
      for (const fold of all("details:not(.long)"))
        for (const node of fold.children)
          if (node.tagName !== "SUMMARY" && fold.closest(".contents") === null && !shown(node)) faults.push(`folded on paper: ${name(node)}`);
      const paper = parse(getComputedStyle(document.body).backgroundColor);
      if (paper.slice(0, 3).join() !== "255,255,255") faults.push(`paper is not white but ${paper}`);
      for (const link of all(".contents, .skip")) if (shown(link)) faults.push(`of no use on paper: ${name(link)}`);
      return faults;
    },

    // Words in charts against what is drawn under them, and marks against the page (WCAG 2.2, 1.4.3 and 1.4.11).
    chartContrast() {
      const faults = new Set();
      for (const drawing of all("svg")) {
        if (!shown(drawing)) continue;
        const page = ground(drawing);
        const boxes = Array.from(drawing.querySelectorAll("rect.hm, rect.cf"), (rect) => [rect.getBoundingClientRect(), parse(getComputedStyle(rect).fill)]);
        for (const text of drawing.querySelectorAll("text")) {
          const box = text.getBoundingClientRect();
          const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
          let under = page;
          for (const [rect, fill] of boxes)
            if (fill && fill[3] === 1 && rect.left <= x && x <= rect.right && rect.top <= y && y <= rect.bottom) under = fill;
          const value = contrast(parse(getComputedStyle(text).fill), under);
          if (value < 4.5) faults.add(`words in a chart have a contrast of ${value.toFixed(2)}: ${name(text)}`);
        }
        for (const mark of drawing.querySelectorAll(".cl, .cf:not(.co), .cs")) {
          const style = getComputedStyle(mark);
          const color = parse(mark.matches(".cf") ? style.fill : style.stroke);
          if (color && contrast(color, page) < 3) faults.add(`a mark of a chart has a contrast of ${contrast(color, page).toFixed(2)}: ${name(mark)}`);
        }
      }
      return Array.from(faults).slice(0, 6);
    },

    relativeLinks() {
      return all("a[href]").map((link) => link.getAttribute("href")).filter((href) => !href.startsWith("#") && !/^[a-z][a-z0-9+.-]*:/i.test(href));
    },

    focusable() {
      const nodes = all("a[href], button, summary, [tabindex='0'], input, select, textarea").filter(shown);
      nodes.forEach((node, index) => node.focusNumber = index);
      return nodes.map(name);
    },

    // Which of them has the focus now, and whether that can be seen.
    focused() {
      const node = document.activeElement;
      const style = getComputedStyle(node);
      const ring = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1;
      return { number: node.focusNumber === undefined ? -1 : node.focusNumber, ring, name: name(node), opacity: style.opacity };
    },
  };
  window.probes = probes;
})();

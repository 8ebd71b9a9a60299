/**
 * What is wrong with how a page is laid out, in words: what sticks out of it, text that is cut off, texts that lie on
 * each other. It runs in the page, so it may use nothing from outside of itself.
 */
export function layoutFaults(): readonly string[] {
  const faults: string[] = [];
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth > width)
    faults.push(`the page is ${document.documentElement.scrollWidth} wide`);

  const isShown = (element: Element): boolean => {
    if (!element.checkVisibility({ visibilityProperty: true })) return false;
    for (let each: Element | null = element; each !== null; each = each.parentElement) {
      if (getComputedStyle(each).clipPath !== 'none') return false;
    }
    return true;
  };
  const named = (element: Element, text: string | null): string =>
    `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''} "${(text ?? '').trim().slice(0, 40)}"`;

  const boxes: { readonly rect: DOMRect; readonly name: string; readonly parent: Element }[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (parent === null || node.textContent?.trim() === '' || parent.closest('script, title, .skip') !== null) continue;
    if (!isShown(parent)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const rect of range.getClientRects()) {
      boxes.push({ rect, name: named(parent, node.textContent), parent });
      if (rect.right > width + 1 || rect.left < -1)
        faults.push(`outside of the page: ${named(parent, node.textContent)}`);
    }
  }

  for (const { parent, rect, name } of boxes) {
    for (let box = parent; box !== document.body && box.parentElement !== null; box = box.parentElement) {
      if (box instanceof SVGElement || getComputedStyle(box).overflow === 'visible') continue;
      const around = box.getBoundingClientRect();
      if (rect.right > around.right + 1 || rect.bottom > around.bottom + 1) faults.push(`cut off: ${name}`);
    }
  }

  boxes.sort((a, b) => a.rect.top - b.rect.top);
  boxes.forEach((one, i) => {
    for (const other of boxes.slice(i + 1)) {
      if (other.rect.top >= one.rect.bottom - 3) break;
      const across = Math.min(one.rect.right, other.rect.right) - Math.max(one.rect.left, other.rect.left);
      const down = Math.min(one.rect.bottom, other.rect.bottom) - Math.max(one.rect.top, other.rect.top);
      if (across > 2 && down > 4) faults.push(`on each other: ${one.name} and ${other.name}`);
    }
  });
  return [...new Set(faults)];
}

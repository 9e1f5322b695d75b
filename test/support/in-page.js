/* Runs inside a page that is tested, where no type of Node is known; see test/render/page.browser.test.ts. */

const openAll = () => {
  for (const details of document.querySelectorAll('details')) details.open = true;
};

/** The texts that are smaller than anybody reads, or stand beside the window. */
const hardToRead = smallest => {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  while (texts.nextNode()) {
    const element = texts.currentNode.parentElement;
    if (!element?.checkVisibility() || element.closest('.unseen, .skip, title')) continue;
    const range = document.createRange();
    range.selectNodeContents(texts.currentNode);
    const { width, left, right } = range.getBoundingClientRect();
    if (width === 0) continue;
    const drawing = element.closest('svg');
    const scale = drawing ? drawing.getBoundingClientRect().width / drawing.viewBox.baseVal.width : 1;
    const isSmall = Number.parseFloat(getComputedStyle(element).fontSize) * scale < smallest;
    if (isSmall || right > innerWidth + 1 || left < -1) found.push(element.outerHTML.slice(0, 200));
  }
  if (document.documentElement.scrollWidth > innerWidth) found.push('the page scrolls sideways');
  return found;
};

const axeFindings = async () => {
  const { violations } = await globalThis.axe.run();
  return violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .slice(0, 3)
        .map(({ html }) => html)
        .join(' ')}`,
  );
};

globalThis.inPage = { openAll, hardToRead, axeFindings };

/** Marks the section that is being read in the contents. */
export const NAVIGATION = `
const links = [...document.querySelectorAll('nav a')].map((link) => [link, document.getElementById(link.hash.slice(1))]);
let isPlaced = false;

const markCurrent = () => {
  isPlaced = false;
  const isAtEnd = innerHeight + scrollY >= document.documentElement.scrollHeight - 2;
  const begun = links.filter(([, section]) => section && section.getBoundingClientRect().top < innerHeight / 3);
  const current = isAtEnd && scrollY > 0 ? links.at(-1) : begun.at(-1) || links[0];
  for (const entry of links) {
    if (entry === current) entry[0].setAttribute('aria-current', 'true');
    else entry[0].removeAttribute('aria-current');
  }
};

addEventListener('scroll', () => {
  if (!isPlaced) requestAnimationFrame(markCurrent);
  isPlaced = true;
}, { passive: true });
markCurrent();
`;

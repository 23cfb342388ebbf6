import { Parser } from 'htmlparser2';

/** Elements that begin a new line. */
const blocks = new Set(['br', 'p', 'li', 'div', 'ul', 'ol', 'tr', 'h1', 'h2', 'h3', 'h4', 'h5']);
/** Elements whose content is not to be read. */
const hidden = new Set(['script', 'style', 'template', 'noscript']);
/** Longest text that is looked at, characters. */
const maxText = 100_000;
const markup = /&(?:#?[a-z0-9]{2,10});|<\/?[a-z]/i;

/** Text as a reader sees it: without tags, entities decoded, one line for each paragraph. */
export function plainText(text: string): string {
  let plain = text.slice(0, maxText);
  // Some sites escape twice.
  for (let pass = 0; pass < 2 && markup.test(plain); pass++) plain = withoutTags(plain);
  return plain
    .split('\n')
    .map((line) => oneLine(line))
    .filter((line) => line !== '')
    .join('\n');
}

/** The same on one line. */
export function plainLine(text: string): string {
  return oneLine(plainText(text));
}

function withoutTags(text: string): string {
  let plain = '';
  let skipped = 0;
  const parser = new Parser({
    onopentagname(name) {
      if (hidden.has(name)) skipped++;
      if (blocks.has(name)) plain += '\n';
    },
    onclosetag(name) {
      if (hidden.has(name)) skipped--;
      if (blocks.has(name)) plain += '\n';
    },
    ontext(part) {
      if (skipped === 0) plain += part;
    },
  });
  parser.end(text);
  return plain;
}

function oneLine(text: string): string {
  return text
    .split(/[\s\p{Cc}]+/u)
    .filter(Boolean)
    .join(' ');
}

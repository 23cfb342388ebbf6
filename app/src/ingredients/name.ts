/** Ends of a name that are notes. Longer ones first. */
const suffixes = [
  ' for the work surface',
  ' for dusting',
  ' for frying',
  ' for garnish',
  ' for greasing',
  ' for serving',
  ' for sprinkling',
  ' to garnish',
  ' to serve',
  ' to taste',
  ' as needed',
  ' as required',
  ' if needed',
  ' at room temperature',
];

/** What is left of a line after its amount, parted into the food and what to know of it. */
export function splitName(text: string): { name: string; notes: string[] } {
  const { outside, inside } = splitParentheses(text);
  const [before, after] = splitAtSeparator(outside);
  const notes = [...inside, ...(after === '' ? [] : [after])];
  const lower = before.toLowerCase();
  const suffix = suffixes.find((end) => lower.endsWith(end) && before.length > end.length);
  if (suffix === undefined) return { name: before, notes };
  const name = before.slice(0, -suffix.length).trimEnd();
  return { name, notes: [before.slice(-suffix.length).trim(), ...notes] };
}

/** Texts within parentheses, outermost level, and the rest. An unclosed one stays where it is. */
function splitParentheses(text: string): { outside: string; inside: string[] } {
  const inside: string[] = [];
  let outside = '';
  let depth = 0;
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at);
    if (sign === '(' && depth++ === 0) {
      outside += text.slice(from, at);
      from = at;
    } else if (sign === ')' && depth > 0 && --depth === 0) {
      const note = text.slice(from + 1, at).trim();
      if (note !== '') inside.push(note);
      from = at + 1;
    }
  }
  outside += text.slice(from);
  return { outside: oneSpace(outside).replace(' ,', ','), inside };
}

/** At the first comma that is not within a number, or at a dash between spaces. */
function splitAtSeparator(text: string): [before: string, after: string] {
  const at = text.search(/,(?!\d)|(?<!\d),| [-–—] |;/);
  if (at < 0) return [text, ''];
  const length = text.charAt(at) === ' ' ? 3 : 1;
  return [text.slice(0, at).trim(), text.slice(at + length).trim()];
}

/** One space between words, none around. */
export function oneSpace(text: string): string {
  return text.split(/\s+/).filter(Boolean).join(' ');
}

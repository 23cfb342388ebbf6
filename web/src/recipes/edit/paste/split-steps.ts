/** `1.`, `2)`, `Step 3:`, `Schritt 3`, or a bullet, before the text of a step. */
const mark =
  /^(?:(?:step|schritt)\s{0,3}\d{1,3}\s{0,3}[.:)–-]?|\d{1,3}\s{0,3}[.)](?!\d)|[-–—*•·▪◦])\s{0,3}/i;

/**
 * The steps in a text that was copied from elsewhere: paragraphs when there are blank lines, else lines; without
 * numbers and bullets. A paragraph that goes over several lines is one step, unless these are numbered.
 */
export function splitSteps(text: string): string[] {
  const lines = text
    .replaceAll('\r\n', '\n')
    .split('\n')
    .map((line) => line.trim());
  const written = lines.filter((line) => line !== '');
  const numbered = written.filter((line) => mark.test(line)).length;
  const hasParagraphs = /\S[^\S\n]*\n[^\S\n]*\n\s*\S/.test(text);
  const parts =
    hasParagraphs && numbered < written.length / 2 ? paragraphs(lines) : joined(written, numbered);
  return parts.map((part) => part.replace(mark, '').trim()).filter((part) => part !== '');
}

function paragraphs(lines: readonly string[]): string[] {
  return lines
    .join('\n')
    .split(/\n{2,}/)
    .map((part) => part.replaceAll('\n', ' '));
}

/** Lines; where steps are numbered, one without a number goes on with the step before it. */
function joined(lines: readonly string[], numbered: number): string[] {
  if (numbered < 2) return [...lines];
  const steps: string[] = [];
  for (const line of lines) {
    if (steps.length === 0 || mark.test(line)) steps.push(line);
    else steps.push(`${steps.pop()} ${line}`);
  }
  return steps;
}

/** One line of a config file of Redis, and why it is there when that is not plain. */
export type Directive = readonly [name: string, value: string, why?: string];

/** The text of a config file. */
export function configText(directives: readonly Directive[]): string {
  const lines = directives.flatMap(([name, value, why]) => [
    ...(why ? [`# ${why}`] : []),
    `${name} ${value}`,
  ]);
  return `${lines.join('\n')}\n`;
}

/** A value in the quotes that Redis takes, for secrets and paths with any characters. */
export function quoted(text: string): string {
  return `"${text.replaceAll(/["\\]/g, '\\$&')}"`;
}

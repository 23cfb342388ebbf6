import { type Graph, isNode, type Node } from '../read/nodes.ts';
import { plainLine, plainText } from '../read/plain-text.ts';
import { type Problems, quoted } from './problems.ts';

/** Properties that say what a thing is in words, the best first. */
const naming = ['@value', 'text', 'name', 'value', 'maxValue', 'url', '@id'];
const maxInner = 4;

/** The words that a value of JSON-LD stands for; empty when there are none. */
export function textOf(graph: Graph, value: unknown, depth = 0): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  if (Array.isArray(value)) return textOf(graph, value[0], depth);
  if (!isNode(value) || depth >= maxInner) return '';
  for (const property of naming) {
    const [inner] = graph.values(value, property);
    const text = inner === value ? '' : textOf(graph, inner, depth + 1);
    if (text !== '') return text;
  }
  return '';
}

/** The first text of a property on one line. */
export function lineAt(graph: Graph, node: Node, property: string): string {
  for (const value of graph.values(node, property)) {
    const line = plainLine(textOf(graph, value));
    if (line !== '') return line;
  }
  return '';
}

/** The first text of a property with its line ends. */
export function textAt(graph: Graph, node: Node, property: string): string {
  const [value] = graph.values(node, property);
  return plainText(textOf(graph, value));
}

/** All texts of a property, each on one line; those that are lists in one text are parted at commas. */
export function wordsAt(graph: Graph, node: Node, property: string): string[] {
  return graph.values(node, property).flatMap((value) => {
    const line = plainLine(textOf(graph, value));
    return line.split(/[,;|]/).flatMap((word) => word.trim() || []);
  });
}

/** A text within the length that a field may have. */
export function cut(text: string, max: number, field: string, problems: Problems): string {
  if (text.length <= max) return text;
  problems.add(field, `${quoted(text)} is longer than ${max} characters, so its end was left out.`);
  return text.slice(0, max).trim();
}

/** A list within the length that a field may have. */
export function cutList<T>(
  list: readonly T[],
  max: number,
  field: string,
  problems: Problems,
): T[] {
  if (list.length > max) {
    problems.add(field, `There are ${list.length} of them; only the first ${max} were kept.`);
  }
  return list.slice(0, max);
}

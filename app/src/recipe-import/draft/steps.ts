import { type Graph, isNode, listOf, typesOf } from '../read/nodes.ts';
import { plainLine, plainText } from '../read/plain-text.ts';
import type { Problems } from './problems.ts';
import { cut, cutList, textOf } from './texts.ts';

const maxSteps = 200;
const maxLength = 5000;
/** Sections within sections. */
const maxDepth = 5;
const numbered = /^(?:step )?\d{1,2}[.):] /i;
const sections = new Set(['HowToSection', 'ItemList']);

/** Instructions as steps: of texts, lists, `HowToStep` and `HowToSection`, whose name goes before its first step. */
export function readSteps(graph: Graph, values: readonly unknown[], problems: Problems): string[] {
  const steps = stepsOf(graph, values, problems, 0).map((step) => step.replace(numbered, ''));
  return cutList(steps, maxSteps, 'steps', problems).map((step, at) =>
    cut(step, maxLength, `steps.${at}`, problems),
  );
}

function stepsOf(
  graph: Graph,
  values: readonly unknown[],
  problems: Problems,
  depth: number,
): string[] {
  // One more than can be kept is enough to say so.
  return values.slice(0, maxSteps + 1).flatMap((value) => {
    if (typeof value === 'string') return linesOf(value);
    if (Array.isArray(value) && depth < maxDepth) {
      return stepsOf(graph, value, problems, depth + 1);
    }
    const steps =
      isNode(value) && depth < maxDepth ? stepsOfNode(graph, value, problems, depth) : [];
    if (steps.length === 0)
      problems.add('steps', 'A step could not be read; look at the page for it.');
    return steps;
  });
}

function stepsOfNode(
  graph: Graph,
  node: Readonly<Record<string, unknown>>,
  problems: Problems,
  depth: number,
): string[] {
  const inner = ['itemListElement', 'steps', 'item'].flatMap((name) => graph.values(node, name));
  const text = graph.values(node, 'text').flatMap((one) => linesOf(textOf(graph, one)));
  // The text of a step holds all that its directions say one by one.
  if (text.length > 0 && !typesOf(node).some((type) => sections.has(type))) return text;
  const steps = inner.length > 0 ? stepsOf(graph, inner, problems, depth + 1) : text;
  const name = plainLine(textOf(graph, listOf(node['name'])[0]));
  if (steps.length === 0) return name === '' ? [] : [name];
  const isSection = inner.length > 1 || typesOf(node).includes('HowToSection');
  const [first = '', ...others] = steps;
  return isSection && name !== '' ? [`${name}: ${first}`, ...others] : steps;
}

function linesOf(text: string): string[] {
  return plainText(text).split('\n').filter(Boolean);
}

import type { RecipeInput } from '../../recipes/schemas.ts';
import { maxMinutes } from '../../recipes/schemas.ts';
import type { Graph, Node } from '../read/nodes.ts';
import { type Problems, quoted } from './problems.ts';
import { lineAt } from './texts.ts';

/** ISO 8601 durations. Months and years are no times for cooking. */
const iso =
  /^P(?:([\d.,]{1,9})W)?(?:([\d.,]{1,9})D)?(?:T(?:([\d.,]{1,9})H)?(?:([\d.,]{1,9})M)?(?:([\d.,]{1,9})S)?)?$/i;
const words = /(\d{1,4}(?:[.,]\d{1,2})?) ?(days?|d|hours?|hrs?|h|minutes?|mins?|m)(?![a-z])/gi;
const minutesPer: Readonly<Record<string, number>> = { d: 1440, h: 60, m: 1 };

/** Minutes of a duration such as `PT1H30M`, or of a text such as `1 hour 30 min`. */
export function minutesOf(text: string): number | undefined {
  const parts = iso.exec(text.trim());
  if (parts && parts[0].length > 2) {
    const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = parts.slice(1).map(numberOf);
    const sum = weeks * 10_080 + days * 1440 + hours * 60 + minutes + seconds / 60;
    return Number.isFinite(sum) ? Math.round(sum) : undefined;
  }
  if (/^\d{1,5}$/.test(text)) return Number(text);
  const found = [...text.matchAll(words)];
  if (found.length === 0) return undefined;
  return Math.round(
    found.reduce((sum, [, count, unit = '']) => {
      return sum + numberOf(count) * (minutesPer[unit.charAt(0).toLowerCase()] ?? 0);
    }, 0),
  );
}

function numberOf(text: string | undefined): number {
  return Number((text ?? '0').replace(',', '.'));
}

/** The times of a recipe; a total alone counts as cooking. */
export function readTimes(
  graph: Graph,
  node: Node,
  problems: Problems,
): Pick<RecipeInput, 'prepMinutes' | 'cookMinutes'> {
  const read = (property: string, field: string) => {
    const text = lineAt(graph, node, property);
    const minutes = minutesOf(text);
    if (text !== '' && (minutes === undefined || minutes > maxMinutes)) {
      problems.add(field, `The time ${quoted(text)} could not be read.`);
      return undefined;
    }
    return minutes || undefined;
  };
  const prep = read('prepTime', 'prepMinutes');
  const cook = read('cookTime', 'cookMinutes') ?? read('performTime', 'cookMinutes');
  const total = read('totalTime', 'cookMinutes');
  const rest = (total ?? 0) - (prep ?? 0) - (cook ?? 0);
  if (rest > 0 && prep !== undefined && cook !== undefined) {
    problems.add('cookMinutes', `The total time has ${rest} minutes more, such as for resting.`);
  }
  const cooking = cook ?? (rest > 0 ? rest : undefined);
  const preparing = prep ?? (cook !== undefined && rest > 0 ? rest : undefined);
  return {
    ...(preparing !== undefined && { prepMinutes: preparing }),
    ...(cooking !== undefined && { cookMinutes: cooking }),
  };
}

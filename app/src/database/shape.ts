import type { mongo } from 'mongoose';

/** Stands for every value. */
const anything = '?';

/** What a command asks for: names of fields and operators, but none of the values. */
export function shapeOf(command: mongo.Document): Readonly<Record<string, unknown>> {
  // The name of the command comes first, and its value is the collection.
  const [name] = Object.keys(command);
  const shown = Object.entries(parts).flatMap(([part, shape]) =>
    command[part] === undefined || part === name ? [] : [[part, shape(command[part])]],
  );
  return Object.fromEntries(shown);
}

/** The parts of commands that a shape shows. What stands in documents is not among them. */
const parts: Readonly<Record<string, (value: unknown) => unknown>> = {
  filter: filterShape,
  query: filterShape,
  sort: sortShape,
  projection: unchanged,
  fields: unchanged,
  hint: unchanged,
  skip: unchanged,
  limit: unchanged,
  batchSize: unchanged,
  key: unchanged,
  update: updateShape,
  updates: (value) => each(value, ({ q, u }) => ({ q: filterShape(q), u: updateShape(u) })),
  deletes: (value) => each(value, ({ q }) => ({ q: filterShape(q) })),
  documents: (value) => (Array.isArray(value) ? value.length : anything),
  pipeline: (value) => each(value, stageShape),
};

/** Mongoose gives an order as a map. */
function sortShape(order: unknown): unknown {
  return order instanceof Map ? Object.fromEntries(order) : order;
}

function unchanged(value: unknown): unknown {
  return value;
}

/** Paths stay, and below them operators. A value may be an object too: nothing of that is shown. */
function filterShape(filter: unknown): unknown {
  if (!isRecord(filter)) return anything;
  return mapValues(filter, (condition, name) => {
    if (Array.isArray(condition) && isOperator(name)) return each(condition, filterShape);
    return conditionShape(condition);
  });
}

function conditionShape(condition: unknown): unknown {
  if (!isRecord(condition)) return anything;
  const names = Object.keys(condition);
  if (names.length === 0 || !names.every(isOperator)) return anything;
  return mapValues(condition, (value, operator) => {
    if (operator === '$elemMatch') return filterShape(value);
    if (operator === '$not') return conditionShape(value);
    return anything;
  });
}

/** Operators and the paths that each changes; a whole new document shows nothing. */
function updateShape(update: unknown): unknown {
  if (Array.isArray(update)) return each(update, stageShape);
  if (!isRecord(update)) return anything;
  if (!Object.keys(update).every(isOperator)) return anything;
  return mapValues(update, (fields) =>
    isRecord(fields) ? mapValues(fields, () => anything) : anything,
  );
}

function stageShape(stage: Readonly<Record<string, unknown>>): unknown {
  return mapValues(stage, (value, name) => {
    if (name === '$match') return filterShape(value);
    if (name === '$sort' || name === '$project') return value;
    return anything;
  });
}

function isOperator(name: string): boolean {
  return name.startsWith('$');
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  if (value === null || typeof value !== 'object') return false;
  // Not ids, dates and the like.
  return [Object.prototype, null].includes(Object.getPrototypeOf(value));
}

function each(
  value: unknown,
  shape: (element: Readonly<Record<string, unknown>>) => unknown,
): unknown {
  return Array.isArray(value)
    ? value.map((element) => (isRecord(element) ? shape(element) : anything))
    : anything;
}

function mapValues(
  record: Readonly<Record<string, unknown>>,
  change: (value: unknown, name: string) => unknown,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(record).map(([name, value]) => [name, change(value, name)]),
  );
}

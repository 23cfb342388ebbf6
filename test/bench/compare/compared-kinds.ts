import type { Kind } from '@recipe-book/capacity';

/** What is compared, and how much of each takes about as long as of the others. */
export const comparedKinds = ['list', 'item', 'login', 'refused'] as const satisfies Kind[];
export type ComparedKind = (typeof comparedKinds)[number];

export const requests: Readonly<Record<ComparedKind, number>> = {
  list: 300,
  item: 300,
  login: 30,
  refused: 500,
};

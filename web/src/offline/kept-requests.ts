import type { KeptKind } from './kept.ts';

const id = '[0-9a-f]{24}';

/** What is kept for later: lists and single things that somebody has looked at. */
const data = [
  new RegExp(`^/api/(recipes|collections|meal-plans|shopping-lists)(/${id})?$`),
  // Whose pages they are: their name, and how they want things shown.
  /^\/api\/auth\/me$/,
];
const pictures = [/^\/api\/images\/[^/]+\/\d+\.webp$/];

/** Tells what kind of thing a GET asks for, if it is one of those that are kept. */
export function keptKind(path: string): KeptKind | undefined {
  if (data.some((pattern) => pattern.test(path))) return 'data';
  return pictures.some((pattern) => pattern.test(path)) ? 'pictures' : undefined;
}

/** A segment that is a word of ours; ids and the secrets of links are none. */
const word = /^[a-z][a-z.-]{0,30}$/;

/** A path as a pattern: `/api/recipes/6650f0c2a4b1d2e3f4a5b6c7` is `/api/recipes/:id`. */
export function urlTemplate(path: string): string {
  return path
    .split('/')
    .map((segment) => (segment === '' || word.test(segment) ? segment : ':id'))
    .join('/');
}

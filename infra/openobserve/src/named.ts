import type { Found } from './converge/kind.ts';
import { records, text } from './json.ts';
import { ownPrefix } from './names.ts';

/** Things that OpenObserve lists whole and knows by their names; the prefix tells this program's own. */
export function named(list: unknown): Found[] {
  return records(list).map((state) => {
    const name = text(state['name']);
    return { name, id: name, isOwn: name.startsWith(ownPrefix), state };
  });
}

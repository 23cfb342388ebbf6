import { type Kind, kinds, type Mix } from '@recipe-book/capacity';

/** The kind of the n-th request, so that the mix is kept at any time and no kind comes in a heap. */
export function deal(mix: Mix): (nth: number) => Kind {
  const sent = new Map<Kind, number>(kinds.map((kind) => [kind, 0]));
  return (nth) => {
    const behind = (kind: Kind) => mix[kind] * (nth + 1) - (sent.get(kind) ?? 0);
    const kind = kinds.reduce((one, other) => (behind(other) > behind(one) ? other : one));
    sent.set(kind, (sent.get(kind) ?? 0) + 1);
    return kind;
  };
}

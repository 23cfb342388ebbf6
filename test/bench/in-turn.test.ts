import { inTurn } from './in-turn.ts';

const all = ['a', 'b', 'c', 'd'];

test('each round has all, and begins with the next one', () => {
  const rounds = all.map((_, round) => inTurn(all, round));
  expect(rounds.map(([first]) => first)).toEqual(all);
  for (const round of rounds) expect(round.toSorted()).toEqual(all);
  expect(inTurn(all, 4)).toEqual(all);
});

test('nobody comes after the same one in two rounds that follow each other', () => {
  const before = (round: number, who: string) => {
    const order = inTurn(all, round);
    return order[order.indexOf(who) - 1];
  };
  for (const who of all) {
    for (let round = 0; round < 8; round++) {
      const one = before(round, who);
      if (one !== undefined) expect(before(round + 1, who)).not.toBe(one);
    }
  }
});

test('of one alone there is one order', () => {
  expect([0, 1, 2].map((round) => inTurn(['a'], round))).toEqual([['a'], ['a'], ['a']]);
});

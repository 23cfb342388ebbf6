/**
 * How likely at least so one-sided a result would be if both were equal (two-sided sign test): each round is a coin
 * that falls up or down. It takes nothing for granted about how noise is spread.
 * @param ratios one a round; those of exactly 1 tell nothing and are left out.
 */
export function signTest(ratios: readonly number[]): number {
  const up = ratios.filter((ratio) => ratio > 1).length;
  const down = ratios.filter((ratio) => ratio < 1).length;
  const rounds = up + down;
  let tail = 0;
  for (let fewer = 0; fewer <= Math.min(up, down); fewer++) tail += choose(rounds, fewer);
  return Math.min(1, (2 * tail) / 2 ** rounds);
}

function choose(all: number, some: number): number {
  let ways = 1;
  for (let at = 1; at <= some; at++) ways = (ways * (all - some + at)) / at;
  return ways;
}

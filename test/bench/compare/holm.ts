/**
 * Which of several results are more than chance, if all of them together are to be called so by mistake in no more than
 * a share of all runs (Holm's correction): the rarest must be as rare as that share over their number, the next as that
 * over one less, and so on.
 * @param likelihoods of each result if nothing had changed. @param level that share.
 * @returns for each whether it is.
 */
export function holm(likelihoods: readonly number[], level: number): boolean[] {
  const order = likelihoods.map((_, at) => at).sort((a, b) => at(a) - at(b));
  const chance = order.findIndex((one, rank) => at(one) > level / (order.length - rank));
  const real = new Set(chance === -1 ? order : order.slice(0, chance));
  return likelihoods.map((_, one) => real.has(one));

  function at(one: number): number {
    return likelihoods[one] ?? 1;
  }
}

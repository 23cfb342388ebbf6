/** Why a check of a linter does not hold for an object: the reason, by linter and name of the check. */
export type Waivers = Readonly<
  Partial<Record<'checkov' | 'kube-score', Readonly<Record<string, string>>>>
>;

/**
 * The waivers of one object as annotations, with the reasons. Both linters read them where they stand, so
 * a waiver holds for this object alone; a test fails for one that is not needed.
 *
 * @example
 * metadata: {
 *   name,
 *   annotations: waived(noCpuLimit, {
 *     checkov: { CKV_K8S_35: 'Redis reads its password from the environment alone.' },
 *   }),
 * }
 */
export function waived(...waivers: readonly Waivers[]): Record<string, string> {
  const checkov = waivers.flatMap((one) => Object.entries(one.checkov ?? {}));
  const kubeScore = waivers.flatMap((one) => Object.entries(one['kube-score'] ?? {}));
  return {
    ...Object.fromEntries(
      checkov.map(([check, reason], at) => [`checkov.io/skip${at + 1}`, `${check}=${reason}`]),
    ),
    ...(kubeScore.length > 0 && {
      'kube-score/ignore': kubeScore.map(([check]) => check).join(','),
    }),
    ...Object.fromEntries(
      kubeScore.map(([check, reason]) => [`kube-score-reason/${check}`, reason]),
    ),
  };
}

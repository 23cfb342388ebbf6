/** True for the paths that only probes ask for; they make no spans and no request lines. */
export function isProbe(url: string): boolean {
  return /^\/health(?:[/?]|$)/.test(url);
}

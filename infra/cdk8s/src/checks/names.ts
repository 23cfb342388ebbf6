import { areas } from '@recipe-book/settings';
import { hostProblems } from '../constructs/host-ingress.ts';
import type { Target } from '../target.ts';

/** DNS labels (RFC 1123, section 2.1). */
const label = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

/** Names that the cluster would refuse, and settings that nothing would read. */
export function nameProblems({ environment, options }: Target): string[] {
  const { namespace, exposure, settings } = options;
  const known = new Set(Object.values(areas).flatMap((area) => Object.keys(area)));
  const hosts = exposure.kind === 'ingress' ? hostProblems(exposure) : [];
  return [
    ...(label.test(namespace)
      ? []
      : [
          `namespace is "${namespace}" for ${environment}; it must be at most 63 lower-case letters, digits and dashes, with no dash at an end.`,
        ]),
    ...hosts.map((problem) => `exposure of ${environment}: ${problem}`),
    ...Object.keys(settings)
      .filter((name) => !known.has(name))
      .map(
        (name) =>
          `${name} stands among the settings of ${environment}, but is none of docs/configuration.md; correct it, or take it out.`,
      ),
  ];
}

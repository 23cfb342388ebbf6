import { areas } from './areas/index.ts';
import { type Default, environments, type Variable } from './variable.ts';

const introduction = `# Configuration

Every setting is an environment variable. It may also stand in a file \`.env\` at the root of the
checkout (\`NAME=value\` a line); the environment wins over the file. The
manifests of staging and production are made without that file. An empty value counts as not
set. A bad value stops every command before anything starts, with a sentence that names the
variable, the value and what is allowed; secret values are never shown.

\`APP_ENV\` chooses the environment: ${environments.join(', ')} (default: development). Where a default
depends on it, all three are given.

This page is made from \`infra/settings/src/areas/\`, which the programs read too: change it there,
then run the tests with \`UPDATE_GOLDEN=1\`.

Who reads a setting: **app** the API server; **envoy**, **ratelimit**, **collector**, **redis**
the config that is generated for them; **make** the local commands; **observe** \`make observe\`, also in a
cluster; **synth** the Kubernetes manifests.
`;

/** The page docs/configuration.md. */
export function configurationPage(): string {
  const sections = Object.entries<Readonly<Record<string, Variable>>>(areas).map(
    ([area, group]) => {
      const rows = Object.entries(group).map(([name, variable]) => row(name, variable));
      return [
        `## ${area}`,
        '',
        '| name | default | read by | effect | allowed |',
        '| --- | --- | --- | --- | --- |',
        ...rows,
        '',
      ].join('\n');
    },
  );
  return `${introduction}\n${sections.join('\n')}`;
}

function row(name: string, variable: Variable): string {
  const effect = variable.secret ? `${variable.effect} Secret.` : variable.effect;
  const cells = [
    `\`${name}\``,
    shownDefault(variable.default),
    variable.readers.join(', ') || 'nobody yet',
    effect,
    variable.allowed,
  ];
  return `| ${cells.join(' | ')} |`;
}

function shownDefault(value: Default | undefined): string {
  if (value === undefined) return 'not set';
  if (typeof value === 'string') return `\`${value}\``;
  return environments.map((environment) => `${environment}: \`${value[environment]}\``).join(', ');
}

import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { allVariables } from './areas/index.ts';
import { combinationProblems } from './combinations.ts';
import { type Environment, environments, type Values, type Variable } from './variable.ts';

/** Every setting under the name of its variable, typed, plus the environment they are for. */
export type Settings = Values<typeof allVariables> & { readonly APP_ENV: Environment };

/** The text of environment variables, as in `process.env`. */
export type EnvironmentText = Readonly<Record<string, string | undefined>>;

/** All that is wrong with the settings, one sentence a line. Its message is safe to print: it holds no secret. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(
      ['These settings cannot be used:', ...problems.map((problem) => `  ${problem}`)].join('\n'),
    );
    this.problems = problems;
  }
}

/**
 * Reads and checks every setting.
 * @param text environment variables; an empty value counts as not set.
 * @throws SettingsError that names each bad variable, its value and what is allowed.
 */
export function loadSettings(text: EnvironmentText): Settings {
  const environment = parseEnvironment(text['APP_ENV'] || 'development');
  const problems: string[] = [];
  const values: Record<string, unknown> = { APP_ENV: environment };
  for (const [name, variable] of Object.entries<Variable>(allVariables)) {
    const given = text[name] || defaultOf(variable, environment);
    if (given === undefined) continue;
    const result = variable.schema.safeParse(given);
    if (result.success) values[name] = result.data;
    else problems.push(`${name} is ${shown(given, variable)}; allowed: ${variable.allowed}.`);
  }
  if (problems.length > 0) throw new SettingsError(problems);
  const settings = values as unknown as Settings;
  const combined = combinationProblems(settings);
  if (combined.length > 0) throw new SettingsError(combined);
  return settings;
}

/** Adds what a `.env` file says to the process environment; the latter wins. A missing file is fine. */
export function withEnvFile(text: EnvironmentText, path: string): EnvironmentText {
  let file: string;
  try {
    file = readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return text;
    throw new SettingsError([`${path} cannot be read: ${(error as Error).message}.`]);
  }
  return { ...parseEnv(file), ...text };
}

/**
 * What the manifests of an environment are made from: a `.env` file is for one's own machine, so it counts
 * for development alone.
 */
export function withEnvFileOf(
  environment: Environment,
  text: EnvironmentText,
  path: string,
): EnvironmentText {
  return environment === 'development' ? withEnvFile(text, path) : text;
}

/** The default of a variable in an environment, as text; `undefined` when it has none. */
export function defaultOf(variable: Variable, environment: Environment): string | undefined {
  return typeof variable.default === 'object' ? variable.default[environment] : variable.default;
}

function parseEnvironment(text: string): Environment {
  const found = environments.find((environment) => environment === text);
  if (found) return found;
  throw new SettingsError([`APP_ENV is "${text}"; allowed: ${environments.join(', ')}.`]);
}

function shown(text: string, variable: Variable): string {
  return variable.secret ? 'not valid (its value is secret and not shown)' : `"${text}"`;
}

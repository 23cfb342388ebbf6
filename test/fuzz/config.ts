import type { Known } from './known.ts';

/** What is read of an OpenAPI document. */
export interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

interface Operation {
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, unknown>> }>
  >;
}

export interface FuzzConfig {
  readonly baseUrl: string;
  readonly token: string;
  readonly document: OpenApi;
  readonly known: Readonly<Record<string, Known>>;
}

/** Methods that are nobody's here. Envoy itself refuses those that it does not know, such as QUERY, as bad HTTP. */
const otherMethods = ['get', 'put', 'post', 'delete', 'options', 'patch', 'trace'];

/** The configuration of Schemathesis, as TOML. */
export function schemathesisConfig({ baseUrl, token, document, known }: FuzzConfig): string {
  return [
    `base-url = ${JSON.stringify(baseUrl)}`,
    'continue-on-failure = true',
    'request-timeout = 20.0',
    // A stream goes on for a quarter of an hour, and tells the state of things first.
    'max-stream-events = 1',
    '[auth.openapi]',
    `bearer = { bearer = ${JSON.stringify(token)} }`,
    '[phases.coverage]',
    `unexpected-methods = ${JSON.stringify(otherMethods)}`,
    '[checks]',
    // Rules between fields, and references to things that must be there, cannot be written as a schema.
    'positive_data_acceptance.enabled = false',
    // It takes any id that an answer holds for that of what was just made.
    'ensure_resource_availability.enabled = false',
    // The schema is that of the whole stream, and not, as is checked, of one event.
    ...streamsOf(document).flatMap((name) => without(name, 'response_schema_conformance')),
    // The hooks exchange the token of these, which so seems to be made up.
    ...Object.entries(known).flatMap(([name, { always }]) =>
      always ? without(name, 'ignored_auth') : [],
    ),
    // Bytes that the hooks put in the place of others seem wrong: what is right about them is unknown.
    ...Object.entries(known).flatMap(([name, { values }]) =>
      values.some(({ base64 }) => base64 !== undefined)
        ? without(name, 'negative_data_rejection')
        : [],
    ),
    '',
  ].join('\n');
}

/** `METHOD /path` of every operation. */
export function operationsOf({ paths }: OpenApi): string[] {
  return Object.entries(paths).flatMap(([path, operations]) =>
    Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
  );
}

/** Leaves out a check of one operation. */
function without(operation: string, check: string): string[] {
  return [
    '[[operations]]',
    `include-name = ${JSON.stringify(operation)}`,
    `checks.${check}.enabled = false`,
  ];
}

function streamsOf({ paths }: OpenApi): string[] {
  return Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).flatMap(([method, { responses }]) => {
      const contents = Object.values(responses).map(({ content }) => content ?? {});
      const isStream = contents.some((content) => 'text/event-stream' in content);
      return isStream ? [`${method.toUpperCase()} ${path}`] : [];
    }),
  );
}

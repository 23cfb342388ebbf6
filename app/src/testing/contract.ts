import type { IncomingMessage, ServerResponse } from 'node:http';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { z } from 'zod';

const media = z.record(z.string(), z.object({ schema: z.unknown().optional() }));
const responses = z.record(
  z.string(),
  z.object({ $ref: z.string().optional(), content: media.optional() }),
);
const documentSchema = z.object({
  paths: z.record(z.string(), z.record(z.string(), z.object({ responses }))),
  components: z.object({ responses }),
});

/** An operation, as the document describes it. */
interface Operation {
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly responses: z.output<typeof responses>;
  /** Where the responses stand in the document, as a JSON pointer. */
  readonly pointer: string;
}

/** Statuses of which the answers of every operation may be, whatever its description says. */
const always = new Set([405, 503]);

/**
 * Holds the answers of an app against its own OpenAPI document: an answer that is not described, or
 * that is not as it is described, is a mistake in one of the two.
 */
export class Contract {
  readonly #operations: readonly Operation[];
  readonly #responses: z.output<typeof responses>;
  readonly #ajv: Ajv2020;
  readonly #validators = new Map<string, ValidateFunction>();
  readonly #broken = new Set<string>();

  /** @param document the OpenAPI document. */
  constructor(document: object) {
    const { paths, components } = documentSchema.parse(document);
    this.#operations = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({
        name: `${method} ${path}`,
        method: method.toUpperCase(),
        path,
        responses: operation.responses,
        pointer: `/paths/${escaped(path)}/${method}/responses`,
      })),
    );
    this.#responses = components.responses;
    this.#ajv = new Ajv2020({ strict: false, allErrors: true });
    formats.default(this.#ajv);
    this.#ajv.addSchema(document, 'openapi');
  }

  /** Looks at what goes out as an answer, and lets it through as it is. */
  watch(request: IncomingMessage, response: ServerResponse): void {
    const { method = '', url = '' } = request;
    const [path = ''] = url.split('?');
    const chunks: Buffer[] = [];
    const keep = (chunk: unknown) => {
      if (typeof chunk === 'string' || chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk));
    };
    const write = response.write;
    response.write = (...values: unknown[]) => {
      keep(values[0]);
      return Reflect.apply(write, response, values);
    };
    const end = response.end;
    response.end = (...values: unknown[]) => {
      keep(values[0]);
      this.#check(method, path, response, Buffer.concat(chunks).toString());
      return Reflect.apply(end, response, values);
    };
  }

  /** @throws when an answer was not as described; says which, and how it was not. */
  assertKept(): void {
    if (this.#broken.size === 0) return;
    throw new Error(`Not as the OpenAPI document says:\n${[...this.#broken].join('\n')}`);
  }

  #check(method: string, path: string, response: ServerResponse, body: string): void {
    // Fixed parts of a path come before parameters, as Express is told the routes.
    const operation = this.#operations
      .filter((each) => each.method === method && fits(each.path, path))
      .sort((a, b) => a.name.split('{').length - b.name.split('{').length)[0];
    const { statusCode } = response;
    if (!operation || always.has(statusCode) || statusCode === 304) return;
    const say = (what: string) =>
      this.#broken.add(`${operation.name} answered ${statusCode} ${what}`);
    const given = operation.responses[statusCode];
    if (!given) {
      say('which is not described');
      return;
    }
    const type = String(response.getHeader('Content-Type') ?? '').split(';')[0] ?? '';
    const component = given.$ref?.split('/').at(-1);
    const content = (component === undefined ? given : this.#responses[component])?.content;
    if (!content) {
      if (body !== '') say('with a body, and none is described');
      return;
    }
    if (!(type in content)) {
      say(`as ${type || 'nothing'}, described as ${Object.keys(content).join(', ')}`);
      return;
    }
    if (!type.endsWith('json')) return;
    const pointer =
      component === undefined
        ? `${operation.pointer}/${statusCode}`
        : `/components/responses/${component}`;
    for (const wrong of this.#wrong(`${pointer}/content/${escaped(type)}/schema`, body)) say(wrong);
  }

  #wrong(pointer: string, body: string): string[] {
    const validate =
      this.#validators.get(pointer) ?? this.#ajv.compile({ $ref: `openapi#${pointer}` });
    this.#validators.set(pointer, validate);
    if (validate(JSON.parse(body))) return [];
    return (validate.errors ?? []).map(
      ({ instancePath, message, params }) =>
        `where ${instancePath || 'the body'} ${message} ${JSON.stringify(params)}`,
    );
  }
}

/** Whether a path is one of those that a template stands for, such as `/api/recipes/{id}`. */
function fits(template: string, path: string): boolean {
  const wanted = template.split('/');
  const given = path.split('/');
  return (
    wanted.length === given.length &&
    wanted.every((part, at) => {
      const [before = '', after] = part.split(/\{\w+\}/);
      const text = given[at] ?? '';
      if (after === undefined) return text === part;
      return text.startsWith(before) && text.endsWith(after);
    })
  );
}

/** A part of a JSON pointer within a URL. */
function escaped(part: string): string {
  return encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'));
}

import { isNativeError } from 'node:util/types';
import type { Settings } from '@recipe-book/settings';
import { stdSerializers } from 'pino';
import { isCardNumber } from './cards.ts';
import { replacement, withoutSecrets } from './text.ts';

/** Takes secrets out of what leaves the app. */
export interface Redactor {
  text(text: string): string;
  /** A copy with neither secret fields, at any depth, nor secrets in its texts; errors become plain objects. */
  fields(fields: object): Record<string, unknown>;
}

/** Names of fields whose value is never written, whatever else stands in the name. */
const secretName =
  /password|passwd|passphrase|pwd|secret|token|authorization|cookie|api[-_.]?key|access[-_.]?key|private[-_.]?key|credential|jwt|card[-_.]?number|cvv|cvc|url\.query/i;

/** What is kept of one object; more than that helps nobody who reads logs. */
const deepest = 8;
const mostEntries = 128;
const mostObjects = 1000;
const leftOut = '[left out]';

/** What is known of the name of a field. */
interface Name {
  /** The name as it may be written. */
  readonly text: string;
  /** Whether the value of the field must not be written. */
  readonly isSecret: boolean;
}

/** The same names come with every line and every span; what users send may hold any, so not all are kept. */
const mostNames = 1000;

function remembered(look: (name: string) => Name): (name: string) => Name {
  const known = new Map<string, Name>();
  return (name) => {
    let found = known.get(name);
    if (found === undefined) {
      found = look(name);
      if (known.size < mostNames) known.set(name, found);
    }
    return found;
  };
}

/** @param settings LOG_REDACT_EMAILS says whether e-mail addresses count as secrets. */
export function redactor(settings: Pick<Settings, 'LOG_REDACT_EMAILS'>): Redactor {
  const options = { emails: settings.LOG_REDACT_EMAILS };
  const text = (value: string) => withoutSecrets(value, options);
  const name = remembered((value) => ({ text: text(value), isSecret: secretName.test(value) }));
  return { text, fields: (fields) => new Copy(text, name).fields(fields, 0) };
}

/** One copy being made. Its bounds end what goes round in circles. */
class Copy {
  readonly #text: (text: string) => string;
  readonly #name: (name: string) => Name;
  #objects = 0;

  constructor(text: (text: string) => string, name: (name: string) => Name) {
    this.#text = text;
    this.#name = name;
  }

  fields(object: object, depth: number): Record<string, unknown> {
    const entries = Object.keys(object)
      .slice(0, mostEntries)
      .map((key) => {
        const name = this.#name(key);
        return [name.text, this.#field(object, key, name, depth)];
      });
    return Object.fromEntries(entries);
  }

  #field(object: object, key: string, name: Name, depth: number): unknown {
    return unlessItThrows(() => {
      const value: unknown = Reflect.get(object, key);
      return name.isSecret && !isHarmless(value) ? replacement : this.#value(value, depth);
    });
  }

  #value(value: unknown, depth: number): unknown {
    switch (typeof value) {
      case 'string':
        return this.#text(value);
      case 'number':
      case 'bigint':
        return isCardNumber(String(value)) ? replacement : value;
      case 'object':
        return value === null ? null : unlessItThrows(() => this.#object(value, depth + 1));
      default:
        return value;
    }
  }

  #object(object: object, depth: number): unknown {
    this.#objects += 1;
    if (depth > deepest || this.#objects > mostObjects) return leftOut;
    if (object instanceof Error || isNativeError(object)) {
      return this.fields(errorFields(object), depth);
    }
    if (ArrayBuffer.isView(object)) return leftOut;
    if (Array.isArray(object)) {
      return object.slice(0, mostEntries).map((item) => this.#value(item, depth));
    }
    if ('toJSON' in object && typeof object.toJSON === 'function') {
      return this.#value(object.toJSON(), depth);
    }
    return this.fields(object, depth);
  }
}

/** Getters, `toJSON` and proxies may throw, and a log line must not fail the request that it tells of. */
function unlessItThrows(read: () => unknown): unknown {
  try {
    return read();
  } catch {
    return leftOut;
  }
}

/** Whether a value is none that could be kept secret, such as the direction of an index. */
function isHarmless(value: unknown): boolean {
  return (
    typeof value === 'boolean' ||
    value == null ||
    (typeof value === 'number' && Math.abs(value) < 10)
  );
}

/** Only what helps to find the fault: other fields of an error may hold the body of a request. */
function errorFields(error: Error): object {
  const { type, message, stack } = stdSerializers.err(error);
  return { type, message, stack };
}

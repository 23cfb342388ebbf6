import { mongo } from 'mongoose';

const { EJSON } = mongo.BSON;

/** A value as text, in Extended JSON: dates stay dates. */
export function toText(value: unknown): string {
  return EJSON.stringify(value, { relaxed: true, ignoreUndefined: true });
}

/** The value that became this text. @throws when the text is of another origin. */
export function fromText(text: string): unknown {
  return EJSON.parse(text, { relaxed: true });
}

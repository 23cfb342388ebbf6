import { resolve } from 'node:path';
import { z } from 'zod';
import { objectId } from '../database/object-id.ts';
import { withoutSecrets } from '../logging/redaction/text.ts';

/** The folder that this program is in: where it is on a machine is nobody's business. */
const root = `${resolve(import.meta.dirname, '../../..')}/`;

/** A text without secrets, as in the log, and without e-mail addresses, whatever the settings of the log say. */
function text(maxLength: number) {
  return z
    .string()
    .transform((given) => withoutSecrets(given, { emails: true }).slice(0, maxLength));
}

/** A file of the server by its place in the source, one of the front end by its address without a query. */
const filename = text(300).transform((name) => name.replace(root, '').split(/[?#]/, 1)[0] ?? '');

const frame = z.object({
  filename: filename.exactOptional(),
  function: text(200).exactOptional(),
  lineno: z.int().exactOptional(),
  colno: z.int().exactOptional(),
  in_app: z.boolean().exactOptional(),
});

const exception = z.object({
  type: text(100).exactOptional(),
  value: text(1000).exactOptional(),
  mechanism: z.object({ type: text(50), handled: z.boolean().exactOptional() }).exactOptional(),
  stacktrace: z.object({ frames: z.array(frame).max(100).exactOptional() }).exactOptional(),
});

/** Names, versions and ids. */
const name = z.string().regex(/^[\w.:-]{1,128}$/);

/** Which source map belongs to a file. */
const sourceMap = z.object({
  type: z.literal('sourcemap'),
  code_file: filename,
  debug_id: z.guid(),
});

/**
 * All that is reported of an error, be it one of the server or of a browser: what is not named here stays here.
 * So there are no headers, bodies, queries, addresses, breadcrumbs, local variables or fields of errors.
 */
const event = z.object({
  event_id: z
    .string()
    .regex(/^[\da-f]{32}$/)
    .exactOptional(),
  release: name.exactOptional(),
  environment: text(64).exactOptional(),
  exception: z.object({ values: z.array(exception).min(1).max(10) }),
});

/** What may be reported of an error of the front end. */
export const browserEvent = event.extend({
  debug_meta: z.object({ images: z.array(sourceMap).max(100) }).exactOptional(),
});

/** What may be reported of an error of the server. */
export const serverEvent = event.extend({
  platform: z.literal('node'),
  timestamp: z.number().exactOptional(),
  user: z.object({ id: objectId }).exactOptional(),
  contexts: z.object({
    runtime: z.object({ name, version: name }).exactOptional(),
  }),
  tags: z
    .object({ 'request.id': text(200).exactOptional(), 'trace.id': name.exactOptional() })
    .exactOptional(),
});

import { EventSourceParserStream } from 'eventsource-parser/stream';
import { toApiError } from '../../api/problem.ts';
import { sendRenewing, type Tokens } from '../../api/send-renewing.ts';
import type { List } from '../types.ts';
import { pauseAfter } from './pause.ts';

/** What following a list needs. */
export interface FollowParts extends Tokens {
  /** The version that is known already: nothing is sent until there is a later one. */
  readonly version: () => number | undefined;
  readonly onList: (list: List) => void;
  /** The list is no more. */
  readonly onGone: () => void;
  /** Put before the path; empty in the browser, where the API has the page's own origin. */
  readonly baseUrl?: string;
}

/** What the server sends at least every 15 s; a stream that is silent for so long has broken unnoticed, ms. */
const longestSilence = 40_000;

/** Hears of every change of a list, on any device, until it is given up or the list is gone. Never rejects. */
export async function followList(
  listId: string,
  parts: FollowParts,
  signal: AbortSignal,
): Promise<void> {
  let failures = 0;
  while (!signal.aborted) {
    let error: unknown;
    try {
      const isGone = await readStream(listId, parts, signal, () => {
        failures = 0;
      });
      if (isGone) return;
    } catch (caught) {
      error = caught;
    }
    await sleep(pauseAfter(failures, error), signal);
    failures += 1;
  }
}

/** @returns whether the list is gone. */
async function readStream(
  listId: string,
  parts: FollowParts,
  signal: AbortSignal,
  onHeard: () => void,
): Promise<boolean> {
  const silence = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const heard = () => {
    clearTimeout(timer);
    timer = setTimeout(() => silence.abort(), longestSilence);
  };
  try {
    heard();
    const ended = AbortSignal.any([signal, silence.signal]);
    const response = await sendRenewing(parts, (token) => request(listId, parts, token, ended));
    if (response.status === 404) {
      parts.onGone();
      return true;
    }
    if (!response.ok || !response.body) throw toApiError(response, await response.text());
    const chunks = response.body.pipeThrough(watched(heard)).pipeThrough(new TextDecoderStream());
    const events = chunks.pipeThrough(new EventSourceParserStream()).getReader();
    for (;;) {
      const { done, value } = await events.read();
      if (done) return false;
      onHeard();
      if (value.event === 'list') parts.onList(JSON.parse(value.data) as List);
      if (value.event === 'removed') {
        parts.onGone();
        return true;
      }
    }
  } finally {
    clearTimeout(timer);
    // A stream that is left before its end would hold its connection.
    silence.abort();
  }
}

/** Lets all pass and tells of it, also of comments, which say only that the server is still there. */
function watched(heard: () => void): TransformStream<Uint8Array<ArrayBuffer>, BufferSource> {
  return new TransformStream({
    transform(chunk, controller) {
      heard();
      controller.enqueue(chunk);
    },
  });
}

/** @param longest ms; less when the signal comes. */
function sleep(longest: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, longest);
    signal.addEventListener('abort', end);
    if (signal.aborted) end();
  });
}

function request(
  listId: string,
  { version, baseUrl = '' }: FollowParts,
  token: string | null,
  signal: AbortSignal,
): Promise<Response> {
  const headers = new Headers({ accept: 'text/event-stream' });
  if (token) headers.set('authorization', `Bearer ${token}`);
  const known = version();
  if (known !== undefined) headers.set('last-event-id', String(known));
  const path = `/api/shopping-lists/${encodeURIComponent(listId)}/events`;
  return fetch(baseUrl + path, { headers, signal, cache: 'no-store' });
}

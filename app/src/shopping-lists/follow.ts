import { z } from 'zod';
import { endpoint } from '../http/endpoint.ts';
import { HttpProblem } from '../http/problem.ts';
import { listEvents, type StreamTimes } from './live/stream.ts';
import { noSuchShoppingList, oneShoppingList } from './one.ts';
import type { ShoppingListService } from './service.ts';

const type = 'text/event-stream';
const times: StreamTimes = { heartbeat: 15_000, lifetime: 15 * 60_000 };
/** Most streams that one user can have open on one instance. */
const maxStreams = 30;

export function followShoppingList(lists: ShoppingListService) {
  const open = new Map<string, number>();
  return endpoint(
    {
      ...oneShoppingList,
      method: 'get',
      path: '/api/shopping-lists/:id/events',
      operationId: 'followShoppingList',
      summary: 'The list and all its changes as server-sent events, for a quarter of an hour',
      headers: z.object({
        'last-event-id': z
          .string()
          .max(100)
          .optional()
          .meta({ description: 'The version that the client has' }),
      }),
      replies: { 200: { description: 'Events: list, removed', type, schema: z.string() } },
    },
    async ({ userId, params: { id }, headers }) => {
      if ((await lists.version(userId, id)) === undefined) throw noSuchShoppingList();
      if ((open.get(userId) ?? 0) >= maxStreams) {
        throw new HttpProblem(429, `You follow ${maxStreams} lists already; close some tabs.`, {
          headers: { 'Retry-After': '60' },
        });
      }
      const parts = {
        feed: lists.feed,
        listId: id,
        seen: Number.parseInt(headers['last-event-id'] ?? '', 10),
        times,
        read: () => lists.find(userId, id),
        readVersion: () => lists.version(userId, id),
      };
      async function* counted(gone: AbortSignal) {
        open.set(userId, (open.get(userId) ?? 0) + 1);
        try {
          yield* listEvents(parts, gone);
        } finally {
          const left = (open.get(userId) ?? 1) - 1;
          if (left > 0) open.set(userId, left);
          else open.delete(userId);
        }
      }
      return { status: 200, content: { type, data: counted } };
    },
  );
}

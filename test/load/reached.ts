import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** How many requests of a user the app has logged. @param state folder of the stack's state. */
export async function requestsThatReached(state: string, userId: string): Promise<number> {
  const input = createReadStream(join(state, 'logs', 'app.log'));
  let count = 0;
  for await (const line of createInterface({ input })) {
    if (line.includes(`"userId":"${userId}"`) && line.includes('"request answered"')) count += 1;
  }
  return count;
}

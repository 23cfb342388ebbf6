import { connect } from 'node:net';

/**
 * Sends one command to a Redis on this machine and gives its first line of answer, without the sign.
 * @param command words without spaces, as in `CONFIG SET maxmemory 1`.
 * @throws Error with what Redis says when it refuses, or when it does not answer within 2 s.
 */
export function redisCommand(port: number, command: string): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const socket = connect({ port, host: '127.0.0.1', timeout: 2000 });
  let answer = '';
  socket.once('connect', () => socket.write(`${command}\r\n`));
  socket.on('data', (chunk) => {
    answer += chunk;
    const [line] = answer.split('\r\n', 1);
    if (!answer.includes('\r\n') || line === undefined) return;
    if (line.startsWith('-')) reject(new Error(`Redis answers ${line.slice(1)} to ${command}.`));
    else resolve(line.slice(1));
  });
  socket.once('timeout', () => reject(new Error(`Redis does not answer to ${command}.`)));
  socket.once('error', reject);
  socket.once('close', () => reject(new Error(`Redis closed the connection on ${command}.`)));
  return promise.finally(() => socket.destroy());
}

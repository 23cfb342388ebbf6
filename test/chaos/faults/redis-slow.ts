import type { Fault } from '../fault.ts';

/** Every command reaches Redis late. @param delay milliseconds. */
function redisSlow(delay: number, uncounted: Fault['uncounted']): Fault {
  return {
    name: `Redis slow, ${delay} ms`,
    how: `a proxy in front of it holds back each command by ${delay} ms`,
    uncounted,
    seconds: 8,
    begin: ({ proxy }) => {
      proxy.delay = delay;
    },
    end: ({ proxy }) => {
      proxy.delay = 0;
    },
  };
}

/** Within the time that Envoy waits. */
export const redisSlow20 = redisSlow(20, 'none');
export const redisSlow100 = redisSlow(100, 'all');
export const redisSlow500 = redisSlow(500, 'all');

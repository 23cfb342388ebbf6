import { Health } from './health.ts';

test('probes that come while a check is under way share it, and later ones have their own', async () => {
  let asked = 0;
  let answer = Promise.withResolvers<void>();
  const health = new Health({
    database: () => {
      asked++;
      return answer.promise;
    },
    redis: async () => undefined,
    timeout: 60_000,
  });
  health.started();
  const first = [health.ready(), health.overall(), health.ready()];
  expect(asked).toBe(1);
  answer.reject(new Error('gone'));
  expect((await Promise.all(first)).map(({ healthy }) => healthy)).toEqual([false, false, false]);
  answer = Promise.withResolvers();
  answer.resolve();
  expect((await health.ready()).healthy).toBe(true);
  expect(asked).toBe(2);
});

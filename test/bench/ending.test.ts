import { stoppedInTheEnd, stopWhatIsLeft } from './ending.ts';

test('what is left is stopped, newest first, each once', async () => {
  const stopped: string[] = [];
  stoppedInTheEnd(() => stopped.push('backend'));
  const stop = stoppedInTheEnd(async () => stopped.push('over'));
  stoppedInTheEnd(() => stopped.push('stack'));
  await Promise.all([stop(), stop()]);
  await stopWhatIsLeft();
  await stopWhatIsLeft();
  expect(stopped).toEqual(['over', 'stack', 'backend']);
});

test('one that cannot be stopped does not keep the others', async () => {
  const said: unknown[] = [];
  let stopped = false;
  stoppedInTheEnd(() => {
    stopped = true;
  });
  stoppedInTheEnd(() => {
    throw new Error('make down failed');
  });
  await stopWhatIsLeft((error) => said.push(error));
  expect(stopped).toBe(true);
  expect(said).toEqual([new Error('make down failed')]);
});

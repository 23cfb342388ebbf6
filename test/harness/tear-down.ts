import { rmSync } from 'node:fs';
import { stackEnvironment } from './set-up.ts';
import { make } from './stack.ts';

/** Stops the suite's stack and removes what it wrote. */
export default function tearDown(): void {
  const { status, output } = make('down', stackEnvironment());
  if (status !== 0) throw new Error(`make down failed:\n${output}`);
  const state = process.env['TEST_STATE_DIR'];
  if (state) rmSync(state, { recursive: true });
}

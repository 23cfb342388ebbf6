import type { FieldValues, Resolver } from 'react-hook-form';

/**
 * A resolver whose schema is fetched when the form is first checked: zod and a schema are 33 KB gzip, which the
 * page itself need not wait for. Call `load` when the form gets the focus to have it ready.
 */
export function lazyResolver<Input extends FieldValues, Output>(
  load: () => Promise<Resolver<Input, unknown, Output>>,
): Resolver<Input, unknown, Output> {
  return async (...form) => (await load())(...form);
}

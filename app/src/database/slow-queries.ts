import type { Logger } from '../logging/logger.ts';
import type { FinishedCommand } from './commands.ts';
import { shapeOf } from './shape.ts';

/** Longest shape that is logged, characters. */
const maxShape = 2000;

/**
 * Logs commands that take longer than they should, with what they ask for but none of the values.
 * @param threshold DB_SLOW_QUERY, milliseconds.
 */
export function logSlowQueries(logger: Logger, threshold: number) {
  return ({ name, collection, command, duration }: FinishedCommand): void => {
    if (duration < threshold) return;
    logger.warn(
      {
        collection,
        command: name,
        duration: Math.round(duration),
        // As text: as an object each field ever asked for would be a field of the logs.
        shape: JSON.stringify(shapeOf(command)).slice(0, maxShape),
      },
      'slow query',
    );
  };
}

import { z } from 'zod';

/** The id of a stored thing. */
export const objectId = z
  .string()
  .regex(/^[0-9a-f]{24}$/, 'must have 24 hexadecimal digits, in lower case')
  .meta({ description: 'An id', example: '6650f0c2a4b1d2e3f4a5b6c7' });

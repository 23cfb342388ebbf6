import { resolve } from 'node:path';

/** The root of the repository, from which images are built. */
export const root = resolve(import.meta.dirname, '../../..');

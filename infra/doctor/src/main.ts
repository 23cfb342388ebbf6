/** `make doctor`: what is wrong in a namespace of a cluster, and what to do. */
import { join } from 'node:path';
import { doctor } from './doctor.ts';

const envFile = join(import.meta.dirname, '../../../.env');
const { exitCode, output, error } = await doctor(process.argv.slice(2), process.env, envFile);
if (output !== undefined) console.log(output);
if (error !== undefined) console.error(error);
process.exitCode = exitCode;

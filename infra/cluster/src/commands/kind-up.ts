/**
 * `make kind-up`: a cluster of kind with the app in it, from nothing. Repeated after a change, it
 * builds the image anew and rolls the pods that differ.
 */
import { kindUp } from '../kind/kind-up.ts';
import { runCommand } from './command.ts';

await runCommand(({ text }) => kindUp(text));

import { edit } from './edit.ts';
import type { Flow } from './flow.ts';
import { list } from './list.ts';
import { open } from './open.ts';
import { picture } from './picture.ts';
import { plan } from './plan.ts';
import { search } from './search.ts';
import { shopping } from './shopping.ts';

/** All that signed-in people do. */
export const flows: readonly Flow[] = [list, search, open, plan, shopping, edit, picture];

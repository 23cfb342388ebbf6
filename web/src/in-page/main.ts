/**
 * The script that stands in a recipe's page itself (`vite/in-page.ts`), where it waits for nothing: it shows the appearance
 * that was chosen before anything is painted, and has all other scripts fetched when the recipe has been. It shares no
 * module with those, so what it imports must keep nothing.
 */
import { applyAppearance } from '../ui/appearance.ts';
import { loadRest } from './rest.ts';

applyAppearance();
void loadRest();

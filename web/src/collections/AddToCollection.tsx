import { loadTexts } from '../texts/load-texts.ts';
import { lazyDialog } from '../ui/lazy-dialog.tsx';

/** A dialog that puts a recipe into collections. */
export const AddToCollection = lazyDialog(async () => {
  const [dialog] = await Promise.all([
    import('./add/AddToCollectionDialog.tsx'),
    loadTexts('collections'),
  ]);
  return dialog.default;
});

import { lazyDialog } from '../ui/lazy-dialog.tsx';

// Forms and their checks are fetched when one is opened: most visitors only look.
export const NewCollectionDialog = lazyDialog(
  async () => (await import('./edit/NewCollectionDialog.tsx')).default,
);
export const RenameDialog = lazyDialog(
  async () => (await import('./edit/RenameDialog.tsx')).default,
);

import { lazy } from 'react';

// Forms and their checks are fetched when one is opened: most visitors only look.
export const NewCollectionDialog = lazy(() => import('./edit/NewCollectionDialog.tsx'));
export const RenameDialog = lazy(() => import('./edit/RenameDialog.tsx'));

import { lazy } from 'react';

// Forms and their checks are fetched when one is opened: most visitors only look.
export const NewCollectionDialog = lazy(() => import('./NewCollectionDialog.tsx'));
export const RenameDialog = lazy(() => import('./RenameDialog.tsx'));

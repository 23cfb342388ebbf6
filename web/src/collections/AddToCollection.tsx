import { lazy, Suspense } from 'react';
import { loadTexts } from '../texts/load-texts.ts';

interface AddToCollectionProps {
  recipeId: string;
  onClose: () => void;
}

const AddToCollectionDialog = lazy(async () => {
  const [dialog] = await Promise.all([
    import('./add/AddToCollectionDialog.tsx'),
    loadTexts('collections'),
  ]);
  return dialog;
});

/** A dialog that puts a recipe into collections; its code and texts are fetched when it is first shown. */
export function AddToCollection(props: AddToCollectionProps) {
  return (
    <Suspense>
      <AddToCollectionDialog {...props} />
    </Suspense>
  );
}

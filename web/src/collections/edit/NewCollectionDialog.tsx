import { useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { collectionKeys } from '../../api/keys.ts';
import { useText } from '../../texts/use-text.ts';
import { toast } from '../../ui/toasts.ts';
import type { Collection } from '../collection.ts';
import { createCollection } from '../requests.ts';
import { type CollectionDetails, CollectionForm } from './CollectionForm.tsx';
import './edit.css';

interface NewCollectionDialogProps {
  /** Recipes to put into it at once. */
  recipeIds?: string[];
  onMade: (collection: Collection) => void;
  onClose: () => void;
}

/** Makes a collection. */
export default function NewCollectionDialog({
  recipeIds = [],
  onMade,
  onClose,
}: NewCollectionDialogProps) {
  const t = useText();
  const client = useQueryClient();
  // A form that is corrected and sent again is another request.
  const sent = useRef({ key: '', as: '' });

  const make = async ({ name, description }: CollectionDetails) => {
    const input = { name, recipeIds, ...(description && { description }) };
    const as = JSON.stringify(input);
    if (sent.current.as !== as) sent.current = { key: crypto.randomUUID(), as };
    const made = await createCollection(input, sent.current.key);
    client.setQueryData(collectionKeys.one(made.id), made);
    void client.invalidateQueries({ queryKey: collectionKeys.lists });
    toast(t('collections.made', { name: made.name }));
    onMade(made);
  };

  return (
    <CollectionForm
      title={t('collections.new')}
      action={t('collections.make')}
      details={{ name: '' }}
      onSend={make}
      onClose={onClose}
    />
  );
}

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { isConflict } from '../../api/api-error.ts';
import { collectionKeys } from '../../api/keys.ts';
import { useText } from '../../texts/use-text.ts';
import { ConflictDialog } from '../../ui/ConflictDialog.tsx';
import { toast } from '../../ui/toasts.ts';
import type { Collection } from '../collection.ts';
import { changeCollection, collectionQuery } from '../requests.ts';
import { type CollectionDetails, CollectionForm } from './CollectionForm.tsx';
import './edit.css';

interface RenameDialogProps {
  /** As it was when the person began. */
  collection: Collection;
  onClose: () => void;
}

/** Changes the name and description; where they were changed elsewhere meanwhile, both versions are shown. */
export default function RenameDialog({ collection, onClose }: RenameDialogProps) {
  const t = useText();
  const client = useQueryClient();
  const [base, setBase] = useState(collection);
  const [typed, setTyped] = useState<CollectionDetails>(collection);
  const [conflicts, setConflicts] = useState(false);

  const save = async (version: Collection, details: CollectionDetails) => {
    const { name, description } = details;
    const saved = await changeCollection(version, { name, description: description || null });
    client.setQueryData(collectionKeys.one(saved.id), saved);
    void client.invalidateQueries({ queryKey: collectionKeys.lists });
    toast(t('collections.saved'));
    onClose();
  };
  const send = async (details: CollectionDetails) => {
    setTyped(details);
    try {
      await save(base, details);
    } catch (error) {
      if (!isConflict(error)) throw error;
      const theirs = await client.fetchQuery({ ...collectionQuery(base.id), staleTime: 0 });
      // Other recipes, but the same name: there is nothing to choose.
      if (sameDetails(theirs, base)) return save(theirs, details);
      setBase(theirs);
      setConflicts(true);
    }
  };

  if (conflicts) {
    return (
      <ConflictDialog
        open
        mine={<Details details={typed} />}
        theirs={<Details details={base} />}
        onTakeMine={() => {
          setConflicts(false);
          send(typed).catch(() => toast(t('collections.notSaved')));
        }}
        onTakeTheirs={onClose}
        onClose={onClose}
      />
    );
  }
  return (
    <CollectionForm
      title={t('collections.rename')}
      action={t('common.save')}
      details={typed}
      onSend={send}
      onClose={onClose}
    />
  );
}

function sameDetails(a: CollectionDetails, b: CollectionDetails): boolean {
  return a.name === b.name && (a.description ?? '') === (b.description ?? '');
}

function Details({ details: { name, description } }: { details: CollectionDetails }) {
  return (
    <>
      <p className="conflict-name">{name}</p>
      {description && <p>{description}</p>}
    </>
  );
}

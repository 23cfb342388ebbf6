import { useMutation, useMutationState, useQueryClient } from '@tanstack/react-query';
import { collectionKeys } from '../../api/keys.ts';
import type { Collection } from '../collection.ts';
import { type Edit, edited } from './edit.ts';
import { saveEdit } from './save-edit.ts';

const keyOf = (id: string) => ['collections', 'edit', id] as const;

/** Edits the recipes of a collection, one edit after the other. */
export function useEditCollection(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationKey: keyOf(id),
    meta: { showsWait: true },
    scope: { id: `collection ${id}` },
    mutationFn: (edit: Edit) => saveEdit(client, id, edit),
    onError: () => client.invalidateQueries({ queryKey: collectionKeys.one(id) }),
  });
}

/** A collection with the edits that are under way as if they were done, and why one of them has to wait. */
export function useEdited(collection: Collection | undefined, id: string) {
  const pending = useMutationState({
    filters: { mutationKey: keyOf(id), status: 'pending' },
    select: ({ state }) => ({ edit: state.variables as Edit, reason: state.failureReason }),
  });
  return {
    shown: collection && pending.reduce((before, { edit }) => edited(before, edit), collection),
    waitsFor: pending.find(({ reason }) => reason)?.reason ?? null,
  };
}

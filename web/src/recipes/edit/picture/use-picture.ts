import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { PictureChange } from '../save/use-save-recipe.ts';
import { preparePicture } from './prepare-picture.ts';
import { fetchPicture } from './requests.ts';

/** The picture of the form: what was chosen for it and how it comes there, from a file or another site. */
export function usePicture() {
  const [change, setChange] = useState<PictureChange>();
  const taking = useMutation({
    meta: { showsWait: true },
    mutationFn: async (source: Blob | string) =>
      preparePicture(typeof source === 'string' ? await fetchPicture(source) : source),
    onSuccess: (picture) => setChange({ kind: 'new', picture }),
  });
  return {
    change,
    /** Takes a file, or what is at an address. */
    take: taking.mutate,
    isTaking: taking.isPending,
    error: taking.error,
    waitsFor: taking.failureReason,
    remove: () => {
      taking.reset();
      setChange({ kind: 'removed' });
    },
    /** Leaves the picture as it was. */
    reset: () => {
      taking.reset();
      setChange(undefined);
    },
  };
}

export type PictureState = ReturnType<typeof usePicture>;

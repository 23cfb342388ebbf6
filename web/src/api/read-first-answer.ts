import { begun } from '../early/begun.ts';

/** Resolves when the first answer has been read for `takeRead`, or cannot be had. */
export async function readFirstAnswer(): Promise<void> {
  const answer = await begun.answer;
  // The answer itself is left: to who asks for it, it says what is wrong.
  if (answer?.ok)
    begun.read = await answer
      .clone()
      .json()
      .catch(() => undefined);
}

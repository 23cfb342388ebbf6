import { type Collision, type CollisionDetection, pointerWithin } from '@dnd-kit/core';

/**
 * The place that is meant: with a pointer the one beneath it, with the keyboard the one whose upper left corner
 * the meal was put to. (Places and meals differ in size, so that their centres say little.)
 */
export const nearestPlace: CollisionDetection = (args) => {
  if (args.pointerCoordinates) return pointerWithin(args);
  const { left, top } = args.collisionRect;
  return args.droppableContainers
    .flatMap((droppableContainer): Collision[] => {
      const rect = args.droppableRects.get(droppableContainer.id);
      if (!rect) return [];
      const value = Math.hypot(rect.left - left, rect.top - top);
      return [{ id: droppableContainer.id, data: { droppableContainer, value } }];
    })
    .toSorted((a, b) => a.data?.['value'] - b.data?.['value']);
};

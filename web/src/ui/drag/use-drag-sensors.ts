import {
  KeyboardSensor,
  type KeyboardSensorOptions,
  MouseSensor,
  TouchSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core';

/**
 * How dragging begins: by mouse once it has moved a little (a press is a click), by a long touch (a shorter one
 * scrolls), and by the keyboard.
 */
export function useDragSensors(coordinateGetter: KeyboardSensorOptions['coordinateGetter']) {
  return useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 6 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 250, tolerance: 8 } }),
    useSensor(KeyboardSensor, { ...(coordinateGetter && { coordinateGetter }) }),
  );
}

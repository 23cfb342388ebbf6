import { ROOT_CONTEXT, type Tracer } from '@opentelemetry/api';
import { type Metric, onCLS, onFCP, onINP, onLCP, onTTFB } from 'web-vitals';
import { nextTask } from '../next-task.ts';
import { attributes, spanNames } from './names.ts';

/**
 * Makes a span of each web vital, in a trace of its own: the Collector keeps them all, and not everything
 * else that happened on the page with them. Begins to watch each in a task of its own.
 */
export async function watchVitals(tracer: Tracer): Promise<void> {
  const record = ({ name, value, rating, id, navigationType }: Metric) => {
    const at = Date.now();
    const span = tracer.startSpan(
      spanNames.webVital,
      {
        startTime: at,
        attributes: {
          [attributes.vitalName]: name,
          [attributes.vitalValue]: value,
          [attributes.vitalRating]: rating,
          // A value that grew after it was told is told again, with the same id.
          [attributes.vitalId]: id,
          [attributes.navigationType]: navigationType,
        },
      },
      ROOT_CONTEXT,
    );
    span.end(at);
  };
  for (const on of [onFCP, onLCP, onINP, onCLS, onTTFB]) {
    await nextTask();
    on(record);
  }
}

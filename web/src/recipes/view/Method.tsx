/** What to do, step by step. */
export function Method({ steps }: { steps: string[] }) {
  return (
    <section className="method" aria-labelledby="method-title">
      <h2 id="method-title">Method</h2>
      <ol>
        {steps.map((step, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a step's place is its only identity.
          <li key={index}>{step}</li>
        ))}
      </ol>
    </section>
  );
}

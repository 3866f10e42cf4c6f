import { useCompletionStyles } from './CompletionsPage.styles.ts'

/** Figures with their names. */
export function Counts({ counts }: { counts: readonly (readonly [label: string, count: number])[] }) {
  const styles = useCompletionStyles()
  return (
    <dl className={styles.counts}>
      {counts.map(([label, count]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{count.toLocaleString('en-GB')}</dd>
        </div>
      ))}
    </dl>
  )
}

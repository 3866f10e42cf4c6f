import { LockClosedRegular } from '@fluentui/react-icons/svg/lock-closed'
import { usePlanStyles } from './Plan.styles.ts'

/** A note that never leaves the force, marked as such. */
export function InternalNote({ text }: { text: string }) {
  const styles = usePlanStyles()
  return (
    <aside className={styles.note} aria-label="Internal: never sent">
      <h3 className={styles.noteTitle}>
        <LockClosedRegular fontSize={18} aria-hidden="true" />
        Internal: never sent
      </h3>
      {text}
    </aside>
  )
}

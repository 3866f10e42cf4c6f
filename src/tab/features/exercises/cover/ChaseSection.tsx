import { useState } from 'react'
import { chasePolicyOf } from '../../../../domain/chaseSettings.ts'
import { mayInvite } from '../../../../domain/roles.ts'
import type { Setting } from '../../../../domain/setting.ts'
import { DialogButton } from '../../../ui/DialogButton.tsx'
import { useServices } from '../../../ui/services.tsx'
import { policyWords } from '../afterwardsWords.ts'
import { ChaseDialog } from './ChaseDialog.tsx'
import { useCoverStyles } from './Cover.styles.ts'

/** When those who have not answered are asked again, in a sentence, and the way to change it. */
export function ChaseSection({ settings }: { settings: readonly Setting[] }) {
  const { me } = useServices()
  const styles = useCoverStyles()
  const [open, setOpen] = useState(false)
  const policy = chasePolicyOf(settings)
  return (
    <section aria-labelledby="chases">
      <h2 className={styles.heading} id="chases">
        Asking again
      </h2>
      <p className={styles.quiet}>{policyWords(policy)}</p>
      {mayInvite(me) && (
        <div className={styles.bar}>
          <DialogButton size="small" onClick={() => setOpen(true)}>
            Change the rhythm
          </DialogButton>
        </div>
      )}
      {open && <ChaseDialog policy={policy} onClose={() => setOpen(false)} />}
    </section>
  )
}

import { Button, MessageBar, MessageBarBody } from '@fluentui/react-components'
import { useState } from 'react'
import { feedbackDue } from '../../../../../domain/feedbackRules.ts'
import { mayRunCourses } from '../../../../../domain/roles.ts'
import { askForFeedbackNow } from '../../../../../usecases/bulletinOutbox.ts'
import { useAnnounce } from '../../../../ui/announcer.tsx'
import { asError } from '../../../../ui/asError.ts'
import { useServices, useToday } from '../../../../ui/services.tsx'
import { useInformationStyles } from '../Information.styles.ts'
import { InfoSection } from '../InfoSection.tsx'
import { useCatalogueRows } from '../useCatalogueRows.ts'

/** Who is asked next and when, and a way not to wait for it. */
export function AskNow() {
  const { settings, me } = useServices()
  const styles = useInformationStyles()
  const announce = useAnnounce()
  const today = useToday()
  const { runs } = useCatalogueRows()
  const [said, setSaid] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const due = feedbackDue(runs, today).length
  const ask = async () => {
    if (busy) return
    setBusy(true)
    const sentence = await askForFeedbackNow({ settings }, me)
      .then(() => 'Whoever has not been asked yet is asked within a minute.')
      .catch((thrown: unknown) => `Nobody was asked. ${asError(thrown).message}`)
    setSaid(sentence)
    announce(sentence)
    setBusy(false)
  }
  return (
    <InfoSection
      title="Asking"
      about={`People are asked on the first working day after a date, from 11:00 on, and again after three months; nobody is asked twice. ${due === 0 ? 'No date is due today.' : `${due} ${due === 1 ? 'date is' : 'dates are'} due today.`}`}
    >
      {mayRunCourses(me) && due > 0 && (
        <div className={styles.actions}>
          <Button disabledFocusable={busy} onClick={() => void ask()}>
            {busy ? 'Asking…' : 'Ask now'}
          </Button>
        </div>
      )}
      {said !== null && (
        <MessageBar layout="multiline">
          <MessageBarBody>{said}</MessageBarBody>
        </MessageBar>
      )}
    </InfoSection>
  )
}

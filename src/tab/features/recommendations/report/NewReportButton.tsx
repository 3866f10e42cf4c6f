import { useState } from 'react'
import { mayManage } from '../../../../domain/roles.ts'
import { DialogButton } from '../../../ui/DialogButton.tsx'
import { useNavigation } from '../../../ui/navigation.tsx'
import { useRows } from '../../../ui/rows.tsx'
import { useServices } from '../../../ui/services.tsx'
import { placeOfReport } from '../reportPlace.ts'
import { NewReportDialog } from './NewReportDialog.tsx'

/** Lets those who manage the register add a report that came by letter; it opens once it is there. */
export function NewReportButton() {
  const { me, reports } = useServices()
  const { replace } = useRows('reports', reports)
  const { open } = useNavigation()
  const [adding, setAdding] = useState(false)
  if (!mayManage(me)) return null
  return (
    <>
      <DialogButton onClick={() => setAdding(true)} aria-haspopup="dialog">
        Add a report
      </DialogButton>
      {adding && (
        <NewReportDialog
          replaceReport={replace}
          onAdded={(key) => open('recommendations', placeOfReport(key))}
          onClose={() => setAdding(false)}
        />
      )}
    </>
  )
}

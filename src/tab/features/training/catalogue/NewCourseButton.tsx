import { useState } from 'react'
import { DialogButton } from '../../../ui/DialogButton.tsx'
import { useCatalogueStyles } from './Catalogue.styles.ts'
import { CourseDialog } from './CourseDialog.tsx'
import type { CatalogueData } from './useCatalogue.ts'

/** Adds a course to the catalogue, and opens it. */
export function NewCourseButton({ page }: { page: CatalogueData }) {
  const styles = useCatalogueStyles()
  const [adding, setAdding] = useState(false)
  return (
    <div className={styles.above}>
      <DialogButton appearance="primary" onClick={() => setAdding(true)}>
        New course
      </DialogButton>
      {adding && (
        <CourseDialog
          row={null}
          onSaved={(row) => {
            page.replace(row)
            page.open(row.value.key)
          }}
          onClose={() => setAdding(false)}
        />
      )}
    </div>
  )
}

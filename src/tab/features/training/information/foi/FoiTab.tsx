import { RowsGate } from '../../../../ui/rows.tsx'
import { useCatalogueRows } from '../useCatalogueRows.ts'
import { FoiForm } from './FoiForm.tsx'
import { PackView } from './PackView.tsx'
import { useFoi } from './useFoi.ts'

/** Answers to the questions that are asked under the Freedom of Information Act, from the catalogue and completions. */
export function FoiTab() {
  const { lists, courses, titleOf } = useCatalogueRows()
  const foi = useFoi(courses)
  return (
    <RowsGate lists={lists} what="the catalogue">
      {() =>
        foi.prepared ? (
          <PackView foi={foi} prepared={foi.prepared} titleOf={titleOf} />
        ) : (
          <FoiForm foi={foi} courses={courses} />
        )
      }
    </RowsGate>
  )
}

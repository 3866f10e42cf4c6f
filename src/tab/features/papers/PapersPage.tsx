import { lazy, Suspense } from 'react'
import { Loading } from '../../ui/Loading.tsx'
import { useNavigation } from '../../ui/navigation.tsx'
import { RowsGate } from '../../ui/rows.tsx'
import { MissingPaper } from './MissingPaper.tsx'
import { PaperList } from './PaperList.tsx'
import { PaperPage } from './PaperPage.tsx'
import { type PapersData, usePapers } from './usePapers.ts'

const ImportWizard = lazy(async () => ({
  default: (await import('./import/ImportWizard.tsx')).ImportWizard,
}))

/** Where `#/papers/import` leads. */
export const importAddress = 'import'

/** Papers for the boards: all of them, one of them, or one that is being read in. */
export function PapersPage() {
  const data = usePapers()
  return (
    <RowsGate lists={data.lists} what="the papers">
      {() => <Papers data={data} />}
    </RowsGate>
  )
}

function Papers({ data }: { data: PapersData }) {
  const { itemId } = useNavigation()
  if (itemId === null) return <PaperList data={data} />
  if (itemId === importAddress) {
    return (
      <Suspense fallback={<Loading what="Opening the import" />}>
        <ImportWizard />
      </Suspense>
    )
  }
  const paper = data.papers.find((one) => one.id === itemId)
  if (paper) return <PaperPage key={paper.id} paper={paper} data={data} />
  // One that has just been begun, here or by somebody who sent a link to it, comes with the next answer.
  return data.refreshing ? <Loading what="Looking for the paper" /> : <MissingPaper />
}

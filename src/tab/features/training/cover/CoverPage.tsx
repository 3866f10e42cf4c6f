import { Empty } from '../../../ui/Empty.tsx'

/** Who has the training that their role needs. */
export function CoverPage() {
  return <Empty title="No cover to show yet">Cover appears here once it has been added up.</Empty>
}

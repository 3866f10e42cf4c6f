import { Empty } from '../../ui/Empty.tsx'

/** Papers. */
export function PapersPage() {
  return <Empty title="Nothing here yet" />
}

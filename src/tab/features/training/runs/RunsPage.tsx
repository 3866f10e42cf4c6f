import { Empty } from '../../../ui/Empty.tsx'

/** The dates on which courses are held. */
export function RunsPage() {
  return <Empty title="No dates yet">Dates of courses appear here.</Empty>
}

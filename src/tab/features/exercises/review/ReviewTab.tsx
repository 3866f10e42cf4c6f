import { Empty } from '../../../ui/Empty.tsx'

/** What the year brought, and whether it should continue. */
export function ReviewTab() {
  return <Empty title="Nothing to review yet" />
}

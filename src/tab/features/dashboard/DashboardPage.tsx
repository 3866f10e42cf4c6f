import { Empty } from '../../ui/Empty.tsx'

/** Overview. */
export function DashboardPage() {
  return <Empty title="Nothing here yet" />
}

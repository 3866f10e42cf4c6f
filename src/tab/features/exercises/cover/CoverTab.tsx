import { Empty } from '../../../ui/Empty.tsx'

/** Who is missing, for each exercise and for the year. */
export function CoverTab() {
  return <Empty title="No gap is known yet" />
}

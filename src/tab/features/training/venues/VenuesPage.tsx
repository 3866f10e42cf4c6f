import { Empty } from '../../../ui/Empty.tsx'

/** The places where courses and exercises are held. */
export function VenuesPage() {
  return <Empty title="No venues yet">Places where courses are held appear here.</Empty>
}

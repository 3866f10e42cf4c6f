import { Empty } from '../../../ui/Empty.tsx'

/** The roles that belong in the room, and the partners who hold them. */
export function DirectoryTab() {
  return <Empty title="No partner is known yet" />
}

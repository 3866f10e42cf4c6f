import { Empty } from '../../ui/Empty.tsx'
import { Loading } from '../../ui/Loading.tsx'

/** Shown when a link leads to a row that is not, or not yet, in the register. */
export function MissingRow({ refreshing, onClose }: { refreshing: boolean; onClose: () => void }) {
  if (refreshing) return <Loading what="Looking for the recommendation" />
  return (
    <Empty
      title="This recommendation is not in the register"
      action={{ label: 'Show the list', onClick: onClose }}
    >
      It may have been removed since the link was made, or it could not be read; rows that could not be read
      are at the end of the list.
    </Empty>
  )
}

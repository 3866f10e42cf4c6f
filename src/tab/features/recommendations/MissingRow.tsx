import { Empty } from '../../ui/Empty.tsx'
import { Loading } from '../../ui/Loading.tsx'

export interface MissingRowProps {
  readonly what?: 'recommendation' | 'report'
  readonly refreshing: boolean
  readonly onClose: () => void
}

/** Shown when a link leads to something that is not, or not yet, in the register. */
export function MissingRow({ what = 'recommendation', refreshing, onClose }: MissingRowProps) {
  if (refreshing) return <Loading what={`Looking for the ${what}`} />
  return (
    <Empty
      title={`This ${what} is not in the register`}
      action={{ label: 'Show the list', onClick: onClose }}
    >
      It may have been removed since the link was made, or it could not be read; rows that could not be read
      are at the end of the list.
    </Empty>
  )
}

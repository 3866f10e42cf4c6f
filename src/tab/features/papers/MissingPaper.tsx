import { Empty } from '../../ui/Empty.tsx'
import { useNavigation } from '../../ui/navigation.tsx'

/** For a link to a paper that is not there, or no longer. */
export function MissingPaper() {
  const { open } = useNavigation()
  return (
    <Empty
      title="This paper is not there"
      action={{ label: 'See all papers', onClick: () => open('papers') }}
    >
      It may have been removed in SharePoint, or the link was cut short.
    </Empty>
  )
}

import { Empty } from '../../../ui/Empty.tsx'

/** What a person needs and where they have a place. */
export function MyTraining() {
  return <Empty title="Nothing is asked of you">What your role needs appears here.</Empty>
}

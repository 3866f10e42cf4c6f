import { Empty } from '../../../ui/Empty.tsx'
import { UnreadableRows } from '../../../ui/UnreadableRows.tsx'
import { ExerciseList } from '../ExerciseList.tsx'
import { useExercisePlace } from '../exercisePlace.ts'
import { useExercises } from '../useExercises.ts'

/** The programme of a year. */
export function ProgrammeTab() {
  const page = useExercises()
  const { openExercise } = useExercisePlace()
  if (page.total === 0 && page.unreadable.length === 0) {
    return <Empty title="No exercise has been planned yet" />
  }
  return (
    <>
      <UnreadableRows rows={page.unreadable} of="the list" />
      <ExerciseList
        months={page.months}
        found={page.found}
        total={page.total}
        search={page.search}
        onSearch={page.setSearch}
        openId={null}
        onOpen={(id) => openExercise(id)}
      />
    </>
  )
}

import { Empty } from '../../ui/Empty.tsx'
import { ListBeside } from '../../ui/ListBeside.tsx'
import { RowsGate } from '../../ui/rows.tsx'
import { UnreadableRows } from '../../ui/UnreadableRows.tsx'
import { ExerciseList } from './ExerciseList.tsx'
import { ExercisePanel } from './ExercisePanel.tsx'
import { useExercises } from './useExercises.ts'

/** The year of exercises, with the opened one beside it. */
export function ExercisesPage() {
  const page = useExercises()
  return (
    <RowsGate lists={[page.rows]} what="exercises">
      {() => <Exercises page={page} />}
    </RowsGate>
  )
}

function Exercises({ page }: { page: ReturnType<typeof useExercises> }) {
  if (page.total === 0 && page.unreadable.length === 0) {
    return (
      <Empty title="No exercise has been planned yet">
        Exercises come from the yearly programme. Ask the administrator of Follow-Through to load it.
      </Empty>
    )
  }
  const { opened, openId } = page
  const detail = opened ? (
    <ExercisePanel key={opened.id} row={opened} replace={page.rows.replace} />
  ) : (
    <Empty title="This exercise is not there" action={{ label: 'Show all exercises', onClick: page.close }}>
      It may have been deleted, or the link to it is old.
    </Empty>
  )
  return (
    <ListBeside
      list={<YearOfExercises page={page} />}
      detail={openId === null ? null : detail}
      detailLabel={opened ? `Exercise for ${opened.value.unit}` : 'Exercise'}
      backLabel="All exercises"
      onClose={page.close}
    />
  )
}

function YearOfExercises({ page }: { page: ReturnType<typeof useExercises> }) {
  return (
    <>
      <UnreadableRows rows={page.unreadable} of="the list" />
      <ExerciseList
        months={page.months}
        found={page.found}
        total={page.total}
        search={page.search}
        onSearch={page.setSearch}
        openId={page.openId}
        onOpen={page.open}
      />
    </>
  )
}

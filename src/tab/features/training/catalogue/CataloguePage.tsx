import { Empty } from '../../../ui/Empty.tsx'
import { ListBeside } from '../../../ui/ListBeside.tsx'
import { RowsGate } from '../../../ui/rows.tsx'
import { UnreadableRows } from '../../../ui/UnreadableRows.tsx'
import { CourseList } from './CourseList.tsx'
import { CoursePanel } from './CoursePanel.tsx'
import { useCatalogue } from './useCatalogue.ts'

/** The catalogue of courses, with the opened one beside it. */
export function CataloguePage() {
  const page = useCatalogue()
  return (
    <RowsGate lists={[page.courses, page.runs]} what="courses">
      {() => <Catalogue page={page} />}
    </RowsGate>
  )
}

function Catalogue({ page }: { page: ReturnType<typeof useCatalogue> }) {
  if (page.total === 0 && page.unreadable.length === 0) {
    return (
      <Empty title="There is no course in the catalogue yet">
        Courses appear here as soon as somebody adds them. Ask the administrator of Follow-Through to load the
        catalogue.
      </Empty>
    )
  }
  const { opened, openKey } = page
  const detail = opened ? (
    <CoursePanel key={opened.id} course={opened.value} runs={page.openedRuns} />
  ) : (
    <Empty title="This course is not there" action={{ label: 'Show all courses', onClick: page.close }}>
      It may have been deleted, or the link to it is old.
    </Empty>
  )
  return (
    <ListBeside
      list={<List page={page} />}
      detail={openKey === null ? null : detail}
      detailLabel={opened ? `Course ${opened.value.title}` : 'Course'}
      backLabel="All courses"
      onClose={page.close}
    />
  )
}

function List({ page }: { page: ReturnType<typeof useCatalogue> }) {
  return (
    <>
      <UnreadableRows rows={page.unreadable} of="the catalogue" />
      <CourseList
        found={page.found}
        total={page.total}
        search={page.search}
        onSearch={page.setSearch}
        openKey={page.openKey}
        onOpen={page.open}
        runsOf={page.runsOf}
      />
    </>
  )
}

import { Empty } from '../../../ui/Empty.tsx'
import { ListBeside } from '../../../ui/ListBeside.tsx'
import { RowsGate } from '../../../ui/rows.tsx'
import { UnreadableRows } from '../../../ui/UnreadableRows.tsx'
import { CourseList } from './CourseList.tsx'
import { CoursePanel } from './CoursePanel.tsx'
import { NewCourseButton } from './NewCourseButton.tsx'
import { type CatalogueData, useCatalogue } from './useCatalogue.ts'

/** The catalogue of courses, with the opened one beside it. */
export function CataloguePage() {
  const page = useCatalogue()
  return (
    <RowsGate lists={page.lists} what="courses">
      {() => <Catalogue page={page} />}
    </RowsGate>
  )
}

function Catalogue({ page }: { page: CatalogueData }) {
  if (page.total === 0 && page.unreadable.length === 0) {
    return (
      <Empty title="There is no course in the catalogue yet">
        Courses appear here as soon as a training coordinator adds them.
        {page.coordinates && <NewCourseButton page={page} />}
      </Empty>
    )
  }
  const { opened, openKey } = page
  const detail = opened ? (
    <CoursePanel key={opened.id} row={opened} runs={page.openedRuns} data={page} />
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

function List({ page }: { page: CatalogueData }) {
  return (
    <>
      <UnreadableRows rows={page.unreadable} of="the catalogue" />
      {page.coordinates && <NewCourseButton page={page} />}
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

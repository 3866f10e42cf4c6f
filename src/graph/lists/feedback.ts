import * as v from 'valibot'
import { type Feedback, feedbackStages } from '../../domain/feedback.ts'
import type { FeedbackStore } from '../../usecases/trainingPorts.ts'
import { feedbackList } from '../columns/feedback.ts'
import { quote } from '../odata.ts'
import type { SiteContext } from '../site.ts'
import { listStore } from './listStore.ts'
import { emptyAsNull, type RowMapping, textField } from './rowMapping.ts'

const rating = v.optional(v.nullable(v.number()), null)

const fields = v.object({
  Key: v.string(),
  RunKey: v.string(),
  CourseKey: textField,
  Stage: v.picklist(feedbackStages),
  Useful: rating,
  Applied: rating,
  Recommend: rating,
  Comment: textField,
  AnsweredOn: emptyAsNull,
})

const mapping: RowMapping<Feedback, typeof feedbackList> = {
  fromFields: v.pipe(
    fields,
    v.transform(
      (row): Feedback => ({
        key: row.Key,
        runKey: row.RunKey,
        courseKey: row.CourseKey,
        stage: row.Stage,
        useful: row.Useful,
        applied: row.Applied,
        recommend: row.Recommend,
        comment: row.Comment,
        answeredOn: row.AnsweredOn,
      }),
    ),
  ),
  toFields: (answer) => ({
    Key: answer.key,
    RunKey: answer.runKey,
    CourseKey: answer.courseKey,
    Stage: answer.stage,
    Useful: answer.useful,
    Applied: answer.applied,
    Recommend: answer.recommend,
    Comment: answer.comment,
    AnsweredOn: answer.answeredOn,
  }),
  title: (answer) => `${answer.runKey}, ${answer.stage}`,
}

/** What people said about course runs. */
export function feedbackStore(site: SiteContext): FeedbackStore {
  const { where, ...store } = listStore(site, feedbackList, mapping)
  return {
    ...store,
    ofRun: (runKey) => where(`RunKey eq ${quote(runKey)}`),
    ofCourse: (courseKey) => where(`CourseKey eq ${quote(courseKey)}`),
  }
}
